"""How good suggestions are: asked about later projects, knowing the earlier ones only."""

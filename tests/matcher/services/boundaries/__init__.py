"""The boundaries of areas."""

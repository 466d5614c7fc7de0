"""Speed and size, measured: scripts that print a table (`python -m benchmarks.NAME`)."""

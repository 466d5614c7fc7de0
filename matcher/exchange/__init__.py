"""Formats that records come in and go out by, one a file. Knows nothing of the database."""

"""Questions to the records, one subject a file; answers are plain values, not rows."""

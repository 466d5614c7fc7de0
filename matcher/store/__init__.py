"""The records: the only room that knows SQL."""

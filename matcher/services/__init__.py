"""Use cases, one verb each: they ask who may, open a unit of work, and answer with frozen views."""

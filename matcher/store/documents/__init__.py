"""Records as plain documents: read many, write many, with history and revision.

A document is a dict of JSON values that holds all that people can change of a record: dates are
ISO text, vocabulary words and other records are ids, lists are sorted so that equal records have
equal documents. Pages, imports and undo all read and write through here, so a change is kept in
the history whichever way it came.
"""

from matcher.store.documents.table import read, write

__all__ = ["read", "write"]

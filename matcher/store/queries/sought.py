"""What somebody looks for, as words that databases can be asked for."""

from __future__ import annotations

from matcher.text import fold

LONGEST = 300
"""Characters of a text that are looked for: no name that people write is longer, and SQLite fails
over conditions without end."""


def words(text: str) -> list[str]:
    """The folded words of a text.

    >>> words("  Ældre  Sagen ")
    ['aeldre', 'sagen']
    """
    return fold(text[:LONGEST]).split()


def phrase(text: str) -> str:
    """The folded text as one; empty for no text."""
    return " ".join(words(text))

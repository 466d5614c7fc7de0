"""Words of names, told as they are spelled."""

from __future__ import annotations

import re

from matcher.landscape.language import capitalised, words
from matcher.landscape.names import in_name


def spelled(name: str, part: str) -> str:
    """A word of a name, or "-" and the end of one, as the name spells it.

    `part` is without endings, as the landscape has it; what is not in the name stays as it is.

    >>> spelled("Foreningen af Københavns Havnebade", "havnebad")
    'Havnebade'
    >>> spelled("Grønnevangsskolen", "-skol")
    '-skolen'
    """
    for word, plain in zip(capitalised(name) or words(name), in_name(name), strict=True):
        if plain == part:
            return _as_written(name, word)
        if part.startswith("-") and plain.endswith(part[1:]) and len(plain) >= len(part):
            return f"-{word[len(plain) - len(part) + 1 :]}"
    return part


def whose(name: str, part: str) -> str:
    """The word of a name that a part is of."""
    for word, plain in zip(capitalised(name) or words(name), in_name(name), strict=True):
        if plain == part or (part.startswith("-") and plain.endswith(part[1:])):
            return word
    return part


def _as_written(name: str, word: str) -> str:
    found = re.search(rf"\b{re.escape(word)}\b", name, re.IGNORECASE)
    return found[0] if found else word

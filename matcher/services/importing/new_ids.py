"""Ids of records that an import makes."""

from __future__ import annotations

import re
from collections.abc import Container

from matcher.store.tables.base import new_id

_OURS = re.compile(r"[2-9a-hj-km-np-z]{10}")


def looks_ours(text: str) -> bool:
    """Whether a text has the form of an id that Samspil makes.

    >>> looks_ours(new_id()), looks_ours("17"), looks_ours("D0023e49fef")
    (True, False, False)
    """
    return _OURS.fullmatch(text) is not None


def free_id(taken: Container[str], *identity: str) -> str:
    """The id that this identity always gets; another where that one is taken.

    Two installations that read the same list so agree on the ids.
    """
    found = new_id(*identity)
    number = 2
    while found in taken:
        found = new_id(*identity, str(number))
        number += 1
    return found

"""The two that a sentence is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import IntArray, Sparse, row_of
from matcher.signals import Query
from matcher.suggest import Fact, Reason
from matcher.wording.message import Listed, Value, Words, listed, message

# As many names as are read in one breath; the rest is counted.
NAMED = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """What is asked ("you") and the one suggested ("they", a row of the landscape)."""

    landscape: Landscape
    query: Query
    they: int

    def term(self, vocabulary: str, column: int) -> Words:
        """A term's label."""
        words = self.landscape.vocabularies[vocabulary]
        return Words(da=words.da[column], en=words.en[column])

    def terms(self, vocabulary: str, facts: Sequence[Fact]) -> list[Value]:
        """The labels of facts that are terms."""
        index = self.landscape.vocabularies[vocabulary].index
        return [self.term(vocabulary, index[fact.id]) for fact in facts if fact.id is not None]

    def lacking(self, vocabulary: str, wanted: IntArray, reason: Reason) -> list[Value]:
        """The labels of the terms that no fact of the reason names, the rarest first."""
        words = self.landscape.vocabularies[vocabulary]
        found = {fact.id for fact in reason.facts}
        left = [int(column) for column in wanted if words.ids[column] not in found]
        left.sort(key=lambda column: (-words.rarity[column], words.ids[column]))
        return [self.term(vocabulary, column) for column in left]


def columns(*matrices: Sparse, row: int) -> IntArray:
    """The columns in which any of the matrices has something in a row."""
    found = [row_of(matrix, row)[0] for matrix in matrices]
    return np.unique(np.concatenate(found))


def some(values: list[Value], most: int = NAMED) -> Listed:
    """The first values as a list, the rest counted: "a, b and 4 more"."""
    if len(values) <= most:
        return listed(values)
    return listed([*values[:most], message("{n} more", n=len(values) - most)])

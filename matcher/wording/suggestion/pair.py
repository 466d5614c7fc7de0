"""The two that a sentence is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.brief import Brief
from matcher.landscape import Landscape
from matcher.landscape.arrays import IntArray, Sparse, row_of
from matcher.signals import Query
from matcher.suggest import Fact, Reason
from matcher.wording.message import Listed, Message, Value, Words, listed, message

# As many names as are read in one breath; the rest is counted. Titles are long.
NAMED, TITLES = 5, 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """What is asked ("you") and the one suggested ("they", a row of the landscape).

    `brief` is the idea that is asked for, None where an organisation asks without one.
    """

    landscape: Landscape
    query: Query
    they: int
    brief: Brief | None = None

    def said(self, you: Message, idea: Message) -> Message:
        """The first where an organisation asks, the second for an idea that is nobody's yet."""
        return idea if self.query.asker is None else you

    def written(self, you: Message, idea: Message) -> Message:
        """The second where the text that is compared is that of an idea."""
        has_text = self.brief is not None and self.brief.purpose.strip()
        return idea if has_text or self.query.asker is None else you

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

    def collaboration(self, fact: Fact) -> int:
        """The row of the collaboration that a fact is about; their ids stand in order."""
        ids = self.landscape.collaborations.ids
        return bisect_left(ids, fact.id or "")

    def titles(self, facts: Sequence[Fact]) -> Listed:
        """The first titles of collaborations, the rest counted."""
        titles = self.landscape.collaborations.titles
        first = [titles[self.collaboration(fact)] for fact in facts[:TITLES]]
        # A title is the same in both languages, and may have "and" in it, as labels have.
        return _with_more([Words(da=title, en=title) for title in first], len(facts) - len(first))


def columns(*matrices: Sparse, row: int) -> IntArray:
    """The columns in which any of the matrices has something in a row."""
    found = [row_of(matrix, row)[0] for matrix in matrices]
    return np.unique(np.concatenate(found))


def some(values: Sequence[Value], most: int = NAMED) -> Listed:
    """The first values as a list, the rest counted: "a, b and 4 more"."""
    return _with_more(values[:most], len(values) - most)


def _with_more(values: Sequence[Value], left: int) -> Listed:
    return listed([*values, message("{n} more", n=left)] if left > 0 else tuple(values))

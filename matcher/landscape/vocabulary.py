"""The words of one vocabulary, and how much each tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from matcher.landscape.arrays import FloatArray, closed, on_grid
from matcher.landscape.rows import TermRow


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Vocabulary:
    """Terms in the order of their ids, which is the order of a matrix's columns.

    `rarity` (0…1, one value a term) is frozen when the landscape is built: 1 for a term that one
    organisation has, least for one that all have.
    """

    ids: tuple[str, ...]
    da: tuple[str, ...]
    en: tuple[str, ...]
    index: Mapping[str, int]
    rarity: FloatArray

    def __len__(self) -> int:
        return len(self.ids)


def rarity(owners: FloatArray, among: int) -> FloatArray:
    """How much a term tells, from how many organisations have it.

    Smoothed inverse document frequency, `1 + ln((among + 1) / (owners + 1))`, over its value for
    a single owner: 1 for a term of one organisation (or none), falling to
    `1 / (1 + ln((among + 1) / 2))` for a term that all of `among` have; never 0, for a fact that
    is shown has points. After Spärck Jones, "A statistical interpretation of term specificity"
    (1972).

    >>> rarity(np.array([0.0, 1.0, 3.0]), 3).round(2).tolist()
    [1.0, 1.0, 0.59]
    """
    most = 1 + np.log(max(among + 1, 2) / 2)
    told = 1 + np.log((among + 1) / (owners + 1))
    return closed(on_grid(np.clip(told / most, 0.0, 1.0)))


def in_order(terms: Iterable[TermRow], vocabulary: str) -> tuple[TermRow, ...]:
    """The terms of one vocabulary by id, each once."""
    mine = {row.id: row for row in terms if row.vocabulary == vocabulary}
    return tuple(mine[key] for key in sorted(mine))


def positions(terms: tuple[TermRow, ...]) -> Mapping[str, int]:
    """The column of each term's id."""
    return MappingProxyType({row.id: position for position, row in enumerate(terms)})


def make(terms: tuple[TermRow, ...], rarities: FloatArray) -> Vocabulary:
    """A vocabulary of terms that already are in order."""
    return Vocabulary(
        ids=tuple(row.id for row in terms),
        da=tuple(row.da for row in terms),
        en=tuple(row.en for row in terms),
        index=positions(terms),
        rarity=rarities,
    )

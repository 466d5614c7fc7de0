"""What a list of suggestions is made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """Something true of the pair, and the points it brings.

    `id` is that of a term, an organisation, a place or a sector, by `kind`; `amount` a measured
    quantity (kilometres). The kind `unknown` carries the points of what the data do not say.
    """

    kind: str
    id: str | None
    points: float
    amount: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One signal's part of a score: the sum of its facts. `value` is None where unknown."""

    signal: str
    value: float | None
    weight: float
    points: float
    facts: tuple[Fact, ...]

    @property
    def points_lost(self) -> float:
        """What the signal could have given on top."""
        return self.weight - self.points


@dataclass(frozen=True, kw_only=True, slots=True)
class Missing:
    """Why not higher: the signal that lost the most points."""

    signal: str
    points_lost: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Counterfactual:
    """A change by which the organisation would stand at another rank."""

    change: str
    rank: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """An organisation (its row in the landscape) with the reasons that its score is the sum of.

    `known` is the share of the recipe's weight that the data could speak to. `introduction` is a
    path of rows from the asker to the organisation, both included, or None where there is none.
    """

    rank: int
    organisation: int
    score: float
    known: float
    reasons: tuple[Reason, ...]
    missing: Missing | None
    introduction: tuple[int, ...] | None
    group: str = "best"
    counterfactual: Counterfactual | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SuggestionList:
    """The answer to one question; `candidates` is how many were weighed."""

    asker: int
    as_of: dt.date
    recipe: str
    candidates: int
    suggestions: tuple[Suggestion, ...]

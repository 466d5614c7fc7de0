"""What a list of suggestions is made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from matcher.brief import Brief


class Fact(NamedTuple):
    """Something true of the pair, and the points it brings.

    `id` is that of a term, an organisation, a collaboration, a place or a sector, or a word, by
    `kind`; `amount` a measured quantity (kilometres). The kind `unknown` carries the points of
    what the data do not say.
    """

    kind: str
    id: str | None
    points: float
    amount: float | None = None


class Reason(NamedTuple):
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


class Missing(NamedTuple):
    """Why not higher: the signal that lost the most points."""

    signal: str
    points_lost: float


class Counterfactual(NamedTuple):
    """A change by which the organisation would stand at another rank.

    `kind` is what it would do ("offers", "themes" or "target_groups"), `term` the term's id.
    """

    kind: str
    term: str
    rank: int

    @property
    def change(self) -> str:
        """The change in one word, for programs."""
        return f"{self.kind}:{self.term}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """An organisation (its row in the landscape) with the reasons that its score is the sum of.

    `known` is the share of the recipe's weight that the data could speak to. `group` is "best",
    or "also" for the small ones that have places of their own. `introduction` is a path of rows
    from the asker to the organisation, both included, or None where there is none.
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
    """The answer to one question; `candidates` is how many were weighed.

    `asker` is a row, None for an idea that nobody owns; `brief` is None where an organisation
    asks without one.
    """

    asker: int | None
    as_of: dt.date
    recipe: str
    candidates: int
    suggestions: tuple[Suggestion, ...]
    brief: Brief | None = None

    @property
    def who(self) -> int | Brief:
        """What was asked: the idea, else the organisation."""
        if self.brief is not None:
            return self.brief
        if self.asker is None:
            raise ValueError("a list is for an organisation or for an idea")
        return self.asker

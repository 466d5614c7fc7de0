"""What the answer to a brief is made of, when partners together are to cover it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from matcher.brief import Slot

Why = Literal["nobody", "not_together", "too_small", "other_sector", "left_out", "no_room"]
"""Why a place stays empty. Nobody offers it; its needs are offered, but not all by the same
organisation; nobody has as much of it as is needed; who offers it is of another sector; who could
fill it may not be in; or somebody could fill it, but no more organisations were asked for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """An organisation (row) in a consortium, and what it is in for.

    `slots` are places in the list of slots, `sectors` places in SECTORS that had to be in and
    that nobody else stands for. `cost` is its part of the consortium's, 0 for one that was
    `already_in`. `steps` (at most 3, which is also "further") and `km` (None where not known) say
    how far it is from those who ask.
    """

    organisation: int
    slots: tuple[int, ...]
    sectors: tuple[int, ...]
    cost: float
    steps: int
    km: float | None
    already_in: bool

    @property
    def introduction(self) -> bool:
        """Whether those who ask must first be introduced to it."""
        return not self.already_in and self.steps > 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Uncovered:
    """A slot, or a sector that must be in, that nobody in the consortium stands for.

    One of `slot` and `sector` is given. `lacking` are the slot's needs (columns) that no
    organisation which could be asked offers.
    """

    why: Why
    slot: int | None = None
    sector: int | None = None
    lacking: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Consortium:
    """New members by name, then those already in; together they cover all but `uncovered`.

    `cost` is the sum of its members'. `optimal` says that no consortium which covers as much is
    cheaper (of the later ones: that is not an earlier one, or an earlier one with somebody on
    top); else `gap` is by how much of `cost` the cheapest may lie below it, None where nothing is
    known of it. `reserves` are, for each slot, the next organisations that could fill it, the
    cheapest first.
    """

    members: tuple[Member, ...]
    cost: float
    optimal: bool
    gap: float | None
    uncovered: tuple[Uncovered, ...]
    reserves: tuple[tuple[int, ...], ...]

    @property
    def introductions(self) -> int:
        """How many members those who ask must first be introduced to."""
        return sum(member.introduction for member in self.members)


@dataclass(frozen=True, kw_only=True, slots=True)
class Consortia:
    """The cheapest consortium and other ones, the cheapest first, and the greedy one beside them.

    `slots` are the places to fill: those of the brief, then its needs that no slot names.
    `candidates` is how many organisations could be asked.
    """

    slots: tuple[Slot, ...]
    candidates: int
    consortia: tuple[Consortium, ...]
    greedy: Consortium

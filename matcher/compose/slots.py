"""The places of a consortium, and who could fill each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.brief import Brief, Slot
from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Places:
    """What a consortium has to cover, in columns: first the slots, then the sectors.

    `able` has a row for every organisation of the landscape: whether it could stand for each.
    `amounts` says how much of a need is looked for, where the brief does.
    """

    slots: tuple[Slot, ...]
    sectors: tuple[int, ...]
    amounts: Mapping[int, float]
    able: BoolArray

    def __len__(self) -> int:
        return len(self.slots) + len(self.sectors)


def slots_of(landscape: Landscape, brief: Brief) -> tuple[Slot, ...]:
    """The slots of a brief, then one for each of its needs that no slot names.

    The latter are called by the id of the term.
    """
    named = {term for slot in brief.slots for term in slot.needs}
    words = landscape.vocabularies["capacity"].ids
    loose = dict.fromkeys(need.term for need in brief.needs if need.term not in named)
    return (*brief.slots, *(Slot(name=words[term], needs=(term,)) for term in loose))


def places(landscape: Landscape, brief: Brief) -> Places:
    """The places of a brief.

    A slot can be filled by one organisation that offers all its needs, none of them known to be
    less than the brief asks for, and is of its sector, if it says one; an organisation whose
    sector is not known is of none. The times of needs are not weighed.
    """
    slots = slots_of(landscape, brief)
    sectors = tuple(dict.fromkeys(brief.sectors))
    amounts = {need.term: need.amount for need in brief.needs if need.amount is not None}
    able = np.ones((len(landscape), len(slots) + len(sectors)), np.bool_)
    for column, slot in enumerate(slots):
        able[:, column] = offering(landscape, slot.needs, amounts)
        if slot.sector >= 0:
            able[:, column] &= landscape.sector == slot.sector
    for column, sector in enumerate(sectors, start=len(slots)):
        able[:, column] = landscape.sector == sector
    return Places(slots=slots, sectors=sectors, amounts=amounts, able=able)


def offering(
    landscape: Landscape, needs: Sequence[int], amounts: Mapping[int, float] | None = None
) -> BoolArray:
    """Mask of those who offer all of these, as much as is asked for; everybody for none."""
    each = sorted(set(needs))
    found = landscape.offers[:, each].toarray() > 0
    for column, term in enumerate(each):
        least = (amounts or {}).get(term, 0.0)
        if least:
            for row in np.flatnonzero(found[:, column]).tolist():
                found[row, column] = landscape.amounts.get((row, term), least) >= least
    return np.asarray(found.all(axis=1), np.bool_)

"""Why a place in a consortium stays empty."""

from __future__ import annotations

import numpy as np

from matcher.compose.results import Uncovered, Why
from matcher.compose.slots import Places, offering
from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray


def uncovered(
    landscape: Landscape, places: Places, allowed: BoolArray, empty: BoolArray
) -> tuple[Uncovered, ...]:
    """The places of the mask `empty`, each with the reason; slots first, in their order."""
    slots = len(places.slots)
    found: list[Uncovered] = []
    for place in np.flatnonzero(empty).tolist():
        why = _why(landscape, places, allowed, place)
        if place < slots:
            lacking = _lacking(landscape, places.slots[place].needs, allowed)
            found.append(Uncovered(why=why, slot=place, lacking=lacking))
        else:
            found.append(Uncovered(why=why, sector=places.sectors[place - slots]))
    return tuple(found)


def _why(landscape: Landscape, places: Places, allowed: BoolArray, place: int) -> Why:
    able = places.able[:, place]
    if (able & allowed).any():
        return "no_room"
    if (able & ~landscape.hidden).any():
        return "left_out"
    if place >= len(places.slots):
        return "nobody"
    slot = places.slots[place]
    whole = offering(landscape, slot.needs) & allowed
    of_sector = whole & (landscape.sector == slot.sector) if slot.sector >= 0 else whole
    if of_sector.any() and slot.needs:
        return "too_small"
    if whole.any() and slot.needs:
        return "other_sector"
    if len(slot.needs) > 1 and not _lacking(landscape, slot.needs, allowed):
        return "not_together"
    return "nobody"


def _lacking(landscape: Landscape, needs: tuple[int, ...], allowed: BoolArray) -> tuple[int, ...]:
    """Those of the needs that nobody who may be asked offers."""
    return tuple(need for need in needs if not (offering(landscape, (need,)) & allowed).any())

"""Boundaries of areas, and which area of the network each of them is the outline of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.landscape.arrays import IntArray
from matcher.landscape.places import Places
from matcher.network.place.outlines import Outline
from matcher.text import fold

DISTRICT, MUNICIPALITY = "district", "municipality"
LEVELS = (MUNICIPALITY, DISTRICT)
_ENDINGS = (" kommune", " municipality")


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Bound:
    """The outline of a municipality or district; `municipality` is empty for the former.

    It may be empty for a district, too, where it is not known. `centre` is a point inside,
    longitude and latitude; `source` whom to name beside it.
    """

    id: str
    level: str
    municipality: str
    name: str
    outline: Outline
    centre: tuple[float, float]
    source: str | None = None


def same_area(name: str) -> tuple[str, ...]:
    """What an area's name is compared as, the surest first.

    Registers write "Københavns Kommune" where lists write "København".

    >>> same_area("Københavns Kommune")
    ('koebenhavns kommune', 'koebenhavns', 'koebenhavn')
    >>> same_area("Valby")
    ('valby',)
    """
    folded = fold(name)
    for ending in _ENDINGS:
        if folded.endswith(ending):
            bare = folded.removesuffix(ending)
            return (folded, bare, bare[:-1]) if bare.endswith("s") else (folded, bare)
    return (folded,)


def codes(bounds: Sequence[Bound], places: Places) -> IntArray:
    """For each boundary the code of its area among those of its level in `places`; −1 for none.

    A district without a municipality is the only one that is called so, or none.
    """
    towns = _found(enumerate(places.municipalities))
    districts: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(places.districts):
        districts[_words(name)].append(number)

    def code(bound: Bound) -> int:
        if bound.level == MUNICIPALITY:
            return _first(towns, bound.name)
        called = districts.get(_words(bound.name), [])
        if not bound.municipality:
            return called[0] if len(called) == 1 else -1
        home = _first(towns, bound.municipality)
        at_home = [each for each in called if home >= 0 and places.homes[each] == home]
        nowhere = [each for each in called if places.homes[each] < 0]
        fitting = at_home or (nowhere if len(called) == 1 else [])
        return fitting[0] if fitting else -1

    return np.array([code(bound) for bound in bounds], np.int64)


def home_of(bound: Bound, places: Places) -> int:
    """The code of the municipality that a district's boundary is in; −1 where it is not known."""
    return _first(_found(enumerate(places.municipalities)), bound.municipality)


def _words(name: str) -> str:
    """The words of a name in the order of letters: districts that were joined are named either way.

    >>> _words("Vesterbro-Kongens Enghave") == _words("Kongens Enghave og Vesterbro")
    True
    """
    words = set(re.split(r"[^a-z0-9]+", fold(name))) - {"og", "and", ""}
    return " ".join(sorted(words)) or fold(name)


def _found(named: Iterable[tuple[int, str]]) -> dict[str, int]:
    """Codes by all that their names are compared as; a surer way of comparing comes first."""
    ways = [(same_area(name), code) for code, name in named]
    found: dict[str, int] = {}
    for place in range(3):
        for keys, code in ways:
            if place < len(keys):
                found.setdefault(keys[place], code)
    return found


def _first(found: dict[str, int], name: str) -> int:
    return next((found[key] for key in same_area(name) if key in found), -1)

"""The area that each organisation is in: its district, else its municipality."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import IntArray
from matcher.text import danish_key


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Areas:
    """Areas by name in Danish order; `of` is one place in `names` a row, −1 where not known."""

    names: tuple[str, ...]
    of: IntArray

    def __len__(self) -> int:
        return len(self.names)


def areas(landscape: Landscape) -> Areas:
    """The areas that somebody who is not hidden is in; each organisation is in one of them.

    Districts of one name in two municipalities are told apart by the municipality's name. Those
    of whom only the municipality is known are in an area that is called like it.
    """
    places = landscape.places
    found = np.where(
        places.district >= 0,
        places.district,
        np.where(places.municipality >= 0, places.municipality + len(places.districts), -1),
    )
    found = np.where(landscape.hidden, -1, found)
    used, code = np.unique(found, return_inverse=True)
    names = _names(landscape, used.tolist())
    order = sorted(range(len(used)), key=lambda at: (danish_key(names[at]), names[at]))
    order = [at for at in order if used[at] >= 0]
    turn = np.full(len(used), -1, np.int64)
    turn[order] = np.arange(len(order))
    of = turn[code] if len(code) else np.empty(0, np.int64)
    return Areas(names=tuple(names[at] for at in order), of=of)


def _names(landscape: Landscape, used: list[int]) -> list[str]:
    places = landscape.places
    districts = len(places.districts)
    plain = [
        "" if code < 0
        else places.districts[code] if code < districts
        else places.municipalities[code - districts]
        for code in used
    ]  # fmt: skip
    often = Counter(plain)
    return [
        f"{name} ({places.municipalities[places.homes[code]]})"
        if often[name] > 1 and 0 <= code < districts and places.homes[code] >= 0
        else name
        for code, name in zip(used, plain, strict=True)
    ]

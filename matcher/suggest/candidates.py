"""Who may be suggested, decided before anything is scored."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from matcher.brief import Brief, Near
from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray
from matcher.landscape.family import family
from matcher.landscape.places import on_sphere
from matcher.signals.place import EARTH_KM


def candidates(
    landscape: Landscape,
    who: int | Brief,
    *,
    include_current: bool = False,
    exclude: Collection[int] = (),
) -> BoolArray:
    """Mask of those who may be suggested to an organisation, or for an idea.

    Not itself, not what it is a unit of nor its own units (at any depth), not hidden ones, not
    those who said no to new partners, none of the rows in `exclude`; and, unless
    `include_current`, not its current partners. For an idea the same holds for all who are in
    already; those whom it excludes are out, and so are those known to be farther away than it
    says.
    """
    brief = who if isinstance(who, Brief) else Brief(asker=who)
    allowed: BoolArray = ~landscape.shut
    for member in (*brief.members, *(() if brief.asker is None else (brief.asker,))):
        allowed[family(landscape.parent, landscape.units, member)] = False
    if brief.asker is not None and not include_current:
        start, stop = landscape.current.indptr[brief.asker : brief.asker + 2]
        allowed[landscape.current.indices[start:stop]] = False
    if brief.near is not None:
        allowed &= ~_too_far(landscape, brief.near)
    allowed[list(exclude)] = False
    allowed[list(brief.exclude)] = False
    return allowed


def _too_far(landscape: Landscape, near: Near) -> BoolArray:
    """Those whose place is known and lies beyond."""
    here = on_sphere(np.array([[near.lat, near.lon]]))
    chord = np.sqrt(np.square(landscape.places.points - here).sum(axis=0))
    return np.asarray(2 * EARTH_KM * np.arcsin(np.minimum(chord / 2, 1.0)) > near.km, np.bool_)

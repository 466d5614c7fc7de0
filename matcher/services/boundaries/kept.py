"""The boundaries of an installation as outlines, and where its organisations stand by them."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from matcher.landscape import Landscape
from matcher.network.place.bounds import Bound
from matcher.network.place.outlines import centre, outline
from matcher.network.place.standing import Standing, stand
from matcher.services.installation import Installation
from matcher.store.queries import boundaries


@dataclass(frozen=True, slots=True)
class Placed:
    """The boundaries, and for every row of a landscape where it stands."""

    landscape: Landscape
    bounds: tuple[Bound, ...]
    standing: Standing
    newest: int


_kept: WeakKeyDictionary[Installation, Placed] = WeakKeyDictionary()
_lock = threading.Lock()


def placed(installation: Installation, as_of: date) -> Placed:
    """Where everybody stands; kept until the landscape or a boundary differs."""
    landscape = installation.landscape(as_of)
    with _lock:
        kept = _kept.get(installation)
        with installation.reading() as session:
            newest = boundaries.newest_change(session)
            if kept is not None and kept.landscape is landscape and kept.newest == newest:
                return kept
            if kept is not None and kept.newest == newest:
                bounds = kept.bounds
            else:
                bounds = tuple(_bound(line) for line in boundaries.lines(session))
        standing = stand(landscape.places, landscape.ids, bounds)
        _kept[installation] = made = Placed(landscape, bounds, standing, newest)
        return made


def _bound(line: boundaries.BoundaryLine) -> Bound:
    shape = outline(line.geometry)
    return Bound(
        id=line.id,
        level=line.level,
        municipality=line.municipality,
        name=line.name,
        outline=shape,
        centre=centre(shape),
        source=line.source,
    )

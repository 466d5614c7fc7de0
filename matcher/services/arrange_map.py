"""Places on the map that are kept, so that people find again what they have seen.

Keeping them is the system's own memory, not a change to the records: it makes no history and no
revision, and happens whoever looks.
"""

from __future__ import annotations

import numpy as np

from matcher.errors import Refusal
from matcher.landscape import Landscape
from matcher.network.matrix import Floats, Ints
from matcher.network.placing import Arrangement, arranged
from matcher.network.staying import Kept
from matcher.services.access import OPERATOR, Actor, require
from matcher.services.installation import Installation
from matcher.store.database import answering
from matcher.store.queries.map_places import (
    KeptPlaces,
    forget_places,
    keep_layout,
    keep_places,
    kept_places,
)
from matcher.store.unit_of_work import UnitOfWork


def arrange_map(
    installation: Installation, landscape: Landscape, ends: Ints, weights: Floats
) -> Arrangement:
    """Where all stand who may be shown: kept places, and new ones, which are kept from now on.

    `ends` are pairs of rows of the landscape, `weights` what each tie draws. Of two who do this
    at once the second takes what the first kept. If nothing can be written, as on a full disk,
    the map is the same and only not kept.
    """
    with installation.reading() as session:
        before = kept_places(session)
    found = arranged(landscape, ends, weights, _kept(landscape, before))
    if not _news(landscape, found, before):
        return found
    try:
        with answering(), installation.writing(OPERATOR) as work:
            now = kept_places(work.session)
            if now != before:
                found = arranged(landscape, ends, weights, _kept(landscape, now))
            _keep(work, landscape, found, now)
            work.commit()
    except Refusal as refusal:
        if refusal.code != "unavailable":
            raise
    return found


def rearrange_map(installation: Installation, actor: Actor) -> None:
    """Forget where all stand; whoever draws the map next lays the whole out anew."""
    require(actor, "rearrange_map")
    with installation.writing(actor) as work:
        forget_places(work)
        work.commit()


def _kept(landscape: Landscape, places: KeptPlaces | None) -> Kept | None:
    """The places in the order of the landscape; organisations that it does not hold are taken."""
    if places is None:
        return None
    index = landscape.index
    row = np.array([index.get(key, -1) for key in places.ids], dtype=np.int64)
    place = np.stack([np.array(places.x), np.array(places.y)], axis=1).reshape(-1, 2)
    group = np.array([-1 if each is None else each for each in places.group], dtype=np.int64)
    here = row >= 0
    all_places = np.full((len(landscape), 2), np.nan)
    all_groups = np.full(len(landscape), -1, dtype=np.int64)
    all_places[row[here]], all_groups[row[here]] = place[here], group[here]
    return Kept(
        place=all_places,
        group=all_groups,
        organisations=places.organisations,
        ties=places.ties,
        taken=place[~here],
    )


def _news(landscape: Landscape, found: Arrangement, before: KeptPlaces | None) -> list[int]:
    """The rows shown whose place or group is not kept as it is now."""
    shown = np.flatnonzero(~landscape.hidden)
    kept = _kept(landscape, before)
    if kept is None or found.anew:
        return [int(row) for row in shown]
    same = (kept.place == found.place).all(axis=1) & (kept.group == found.group)
    return [int(row) for row in shown if not same[row]]


def _keep(
    work: UnitOfWork, landscape: Landscape, found: Arrangement, before: KeptPlaces | None
) -> None:
    if found.anew:
        keep_layout(work, revision=landscape.revision, organisations=found.shown, ties=found.ties)
    place, group = found.place.tolist(), found.group.tolist()
    keep_places(
        work,
        (
            (landscape.ids[row], *place[row], group[row] if group[row] >= 0 else None)
            for row in _news(landscape, found, before)
        ),
    )

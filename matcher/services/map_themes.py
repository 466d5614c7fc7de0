"""The theme that each organisation on a map is told by."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape.arrays import IntArray
from matcher.network.picture import MapPicture
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.wording.message import Words


@dataclass(frozen=True, kw_only=True, slots=True)
class MapThemes:
    """For each node of a picture a place in `names`, −1 where no theme of it is known."""

    values: IntArray
    names: tuple[Words, ...]


def map_themes(installation: Installation, actor: Actor, picture: MapPicture) -> MapThemes:
    """Of each organisation's own themes the one that most of those shown share.

    Its own are those it says and those of its collaborations. Equally common ones are told by the
    first in the vocabulary.
    """
    require(actor, "draw_map")
    landscape = installation.landscape(picture.as_of)
    terms = landscape.vocabularies["theme"]
    names = tuple(Words(da=da, en=en) for da, en in zip(terms.da, terms.en, strict=True))
    ids = picture.columns.nodes.ids
    rows = np.array([landscape.index.get(key, -1) for key in ids], dtype=np.int64)
    either = (landscape.themes + landscape.derived_themes).tocsr()[np.maximum(rows, 0)]
    totals = np.bincount(either.indices, minlength=len(names))
    order = np.argsort(-totals, kind="stable")
    rank = np.empty(len(names), dtype=np.int64)
    rank[order] = np.arange(len(names))
    best = np.full(len(ids), len(names), dtype=np.int64)
    owner = np.repeat(np.arange(len(ids)), np.diff(either.indptr))
    np.minimum.at(best, owner, rank[either.indices])
    values = np.append(order, -1)[best]
    return MapThemes(values=np.where(rows < 0, -1, values), names=names)

"""The network on a geographic map."""

from __future__ import annotations

import numpy as np

from matcher.errors import Refusal
from matcher.network.picture import MapPicture
from matcher.network.place.picture import PlacePicture, place_picture
from matcher.services.access import Actor, require
from matcher.services.boundaries.kept import placed
from matcher.services.installation import Installation
from matcher.wording.message import message


def show_place(
    installation: Installation, actor: Actor, picture: MapPicture, *, level: str | None = None
) -> PlacePicture:
    """Where the organisations of a picture stand, in its order, counted by areas of a level.

    Places are those of the whole network, so that a filter hides and nobody moves. Without `level`
    districts are counted where any is known, else municipalities. Refusal (conflict) if one of
    the organisations has gone since the picture was drawn.
    """
    require(actor, "explore_map")
    kept = placed(installation, picture.as_of)
    index = kept.landscape.index
    rows = np.array([index.get(key, -1) for key in picture.columns.nodes.ids], np.int64)
    if (rows < 0).any():
        raise Refusal(
            "conflict",
            message("The records were changed just now."),
            message("Load the page again."),
        )
    return place_picture(kept.standing, kept.bounds, rows, level)

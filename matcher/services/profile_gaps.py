"""What would make suggestions better: the parts of a profile of which nothing is known."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from matcher.landscape import Landscape
from matcher.wording.message import Message, message

GAPS: Mapping[str, Message] = {
    "needs": message("what you need"),
    "offers": message("what you offer"),
    "themes": message("your themes"),
    "target_groups": message("your target groups"),
    "place": message("where you are"),
    "partners": message("whom you work with"),
}
"""What each part is called in a list of what is missing, in the order of the form."""


def profile_gaps(landscape: Landscape, organisation: int) -> tuple[str, ...]:
    """The parts (keys of GAPS) of which nothing is known; themes may be known from collaborations.

    An organisation with all six gaps cannot be told apart from any other.
    """
    places, totals = landscape.places, landscape.totals
    known = {
        "needs": totals.needs[organisation] > 0,
        "offers": totals.offers[organisation] > 0,
        "themes": totals.themes[organisation] > 0,
        "target_groups": totals.target_groups[organisation] > 0,
        "place": not np.isnan(places.lat[organisation])
        or places.district[organisation] >= 0
        or places.municipality[organisation] >= 0
        or places.postcode[organisation] >= 0,
        "partners": landscape.ties.indptr[organisation + 1] > landscape.ties.indptr[organisation],
    }
    return tuple(part for part in GAPS if not known[part])

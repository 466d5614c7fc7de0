"""The gaps of a view, found once for a revision and day."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from matcher.network.arrangement import Network
from matcher.network.gaps.analysis import Gaps, gaps
from matcher.network.picture import MapView
from matcher.services.draw_map import network_of
from matcher.services.installation import Installation

MOST_KEPT = 8
"""Views that are kept of an installation; conditions are changed back and forth."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Found:
    """Gaps, and the network that they are gaps of."""

    network: Network
    gaps: Gaps


_kept: WeakKeyDictionary[Installation, OrderedDict[MapView, Found]] = WeakKeyDictionary()
_lock = threading.Lock()


def gaps_found(installation: Installation, view: MapView, as_of: date) -> Found:
    """The gaps of a view; kept until the revision or the day differs."""
    network = network_of(installation, as_of)
    with _lock:
        kept = _kept.setdefault(installation, OrderedDict())
        known = kept.get(view)
        if known is not None and known.network is network:
            kept.move_to_end(view)
            return known
    found = Found(network=network, gaps=gaps(network.landscape, network.arranged.group, view))
    with _lock:
        kept = _kept.setdefault(installation, OrderedDict())
        kept[view] = found
        kept.move_to_end(view)
        while len(kept) > MOST_KEPT:
            kept.popitem(last=False)
    return found

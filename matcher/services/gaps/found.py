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

MOST_KEPT = 4
"""Views that are kept of an installation; conditions are changed back and forth."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Found:
    """Gaps, and the network that they are gaps of."""

    network: Network
    gaps: Gaps


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Kept:
    """What has been found in one network, the latest asked for last."""

    network: Network
    views: OrderedDict[MapView, Found]


_kept: WeakKeyDictionary[Installation, _Kept] = WeakKeyDictionary()
_lock = threading.Lock()


def gaps_found(installation: Installation, view: MapView, as_of: date) -> Found:
    """The gaps of a view; kept until the revision or the day differs."""
    network = network_of(installation, as_of)
    with _lock:
        views = _views(installation, network)
        if view in views:
            views.move_to_end(view)
            return views[view]
    found = Found(network=network, gaps=gaps(network.landscape, network.arranged.group, view))
    with _lock:
        views = _views(installation, network)
        views[view] = found
        while len(views) > MOST_KEPT:
            views.popitem(last=False)
    return found


def _views(installation: Installation, network: Network) -> OrderedDict[MapView, Found]:
    """What is kept of a network; what was kept of another is let go, with that network."""
    kept = _kept.get(installation)
    if kept is None or kept.network is not network:
        kept = _kept[installation] = _Kept(network=network, views=OrderedDict())
    return kept.views

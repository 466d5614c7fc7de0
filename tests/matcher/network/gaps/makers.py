"""Networks whose gaps are known."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from matcher.landscape import Landscape
from matcher.network.gaps.analysis import Gaps, gaps
from matcher.network.gaps.ties_now import TiesNow, tied
from matcher.network.picture import MapView
from tests.engine_factories import make_landscape, make_organisation


def make_ties(size: int, pairs: Iterable[tuple[int, int]]) -> TiesNow:
    """Ties between rows."""
    ends = np.array(list(pairs), np.int64).reshape(-1, 2)
    rows = np.concatenate([ends[:, 0], ends[:, 1]])
    columns = np.concatenate([ends[:, 1], ends[:, 0]])
    return tied(rows, columns, size)


def make_chain(size: int) -> list[tuple[int, int]]:
    """Each tied to the next."""
    return [(at, at + 1) for at in range(size - 1)]


def make_gaps(landscape: Landscape, groups: Iterable[int] = (), **view: str) -> Gaps:
    """The gaps of a landscape; without groups nobody is in any."""
    known = list(groups) or [-1] * len(landscape)
    return gaps(landscape, np.array(known, np.int64), MapView(**view))  # type: ignore[arg-type]


def make_quarter() -> Landscape:
    """Two districts: in Nord two need drivers and nobody has any, in Syd two have and nobody asks.

    `home` and `club` (Nord) work with food and need drivers; `club` offers a room, which `home`
    needs too. `taxi` and `bus` (Syd) offer drivers and work with food. `shy` (Syd) offers drivers
    and wants no partners, `gone` is hidden. `lone` (Nord) has no tie and no profile.
    """
    nord = {"municipality": "Byen", "district": "Nord", "lat": 55.70, "lon": 12.50}
    syd = {"municipality": "Byen", "district": "Syd", "lat": 55.60, "lon": 12.50}
    return make_landscape(
        make_organisation("home", sector="public", **nord),
        make_organisation("club", sector="association", **nord),
        make_organisation("lone", sector="association", **nord),
        make_organisation("taxi", sector="business", **{**syd, "lat": 55.65}),
        make_organisation("bus", sector="business", **syd),
        make_organisation("shy", sector="business", open_to_partners=False, **nord),
        make_organisation("gone", sector="business", hidden=True, **nord),
        needs={"home": ["drivers", "room"], "club": ["drivers"]},
        offers={
            "club": ["room"],
            "taxi": ["drivers"],
            "bus": ["drivers"],
            "shy": ["drivers"],
            "gone": ["drivers"],
        },
        themes={each: ["food"] for each in ("home", "club", "taxi", "bus", "shy", "gone")},
        ties=[("home", "club"), ("taxi", "bus"), ("gone", "lone")],
    )

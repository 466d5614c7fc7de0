"""What is missing in the network, and which ties would help."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from matcher.network.picture import MapView
from matcher.services.access import Actor, require
from matcher.services.gaps.found import gaps_found
from matcher.services.gaps.naming import Naming
from matcher.services.gaps.proposing import asked_of, best_ties, marked, proposed
from matcher.services.gaps.results import GapTies, Key, ShownGaps, gone
from matcher.services.gaps.summary import heat, summary
from matcher.services.gaps.tables import tables
from matcher.services.installation import Installation
from matcher.services.recipes import recipe_named

MOST_TIES = 5
"""Ties that are proposed for a gap."""


def show_gaps(
    installation: Installation, actor: Actor, view: MapView | None = None, *, as_of: date
) -> ShownGaps:
    """All gaps that concern the organisations of a view (default: all), as of a day.

    Found once for a revision and day and kept. Conditions on ties are not looked at: gaps are of
    what goes on today. Hidden organisations are in none.
    """
    require(actor, "explore_map")
    found = gaps_found(installation, about_organisations(view or MapView()), as_of)
    naming = Naming(found=found)
    made = tables(naming)
    return ShownGaps(
        as_of=found.network.landscape.as_of,
        view=found.gaps.view,
        rests=found.gaps.rests,
        among=int(np.count_nonzero(found.gaps.among)),
        summary=summary(naming, made),
        tables=made,
        heat=heat(naming),
    )


def show_gap_ties(
    installation: Installation,
    actor: Actor,
    key: Key,
    view: MapView | None = None,
    *,
    as_of: date,
    most: int = MOST_TIES,
) -> GapTies:
    """One gap, and at most so many ties that would help with it, with their reasons.

    They are taken from the suggestions made with the recipe in use: nobody who is hidden, wants
    no new partners or works with the other already, and no pair of whom one was said no to for
    the other. Refusal: not_found for a gap that is not there (any more).
    """
    require(actor, "explore_map")
    found = gaps_found(installation, about_organisations(view or MapView()), as_of)
    table = next((each for each in tables(Naming(found=found)) if each.kind == key.kind), None)
    if table is None:
        raise gone()
    at, line = table.find(key)
    asked, recipe = asked_of(found, table.kind, at), recipe_named(installation)
    ties = best_ties(installation, found, asked, recipe, most)
    return GapTies(
        table=table,
        line=line,
        rests=found.gaps.rests,
        recipe=recipe.name,
        ties=proposed(installation, found, ties, recipe),
        marked=marked(found, asked, ties),
    )


def about_organisations(view: MapView) -> MapView:
    """The conditions of a view that are about organisations, and no others."""
    return replace(
        MapView(),
        sector=view.sector,
        kind=view.kind,
        theme=view.theme,
        target_group=view.target_group,
        offers=view.offers,
        needs=view.needs,
        area=view.area,
    )

"""The landscape with some records as they are now."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from matcher.landscape.arrays import IntArray, closed
from matcher.landscape.cells import grouped
from matcher.landscape.columns import OrganisationColumns, places_of, places_or_none
from matcher.landscape.family import roots
from matcher.landscape.from_rows import organisation_columns
from matcher.landscape.model import Landscape
from matcher.landscape.refresh.changed import Changed, tied_before
from matcher.landscape.refresh.collaborations import with_collaborations
from matcher.landscape.refresh.names import name_fields
from matcher.landscape.refresh.organisations import with_organisations
from matcher.landscape.refresh.places import moved
from matcher.landscape.refresh.profiles import profile_fields
from matcher.landscape.refresh.ties import weighed, with_reports, with_ties
from matcher.landscape.replacing import put, with_texts
from matcher.landscape.rows import OrganisationRow, Rows


def refreshed(
    landscape: Landscape, now: Rows, changed: Changed, *, revision: int
) -> Landscape | None:
    """The landscape with some records as they are now; None where it must be built anew.

    `now` has the collaborations that changed, and of everybody concerned what it says of itself,
    all its participations and all ties reported between two of them. Concerned are organisations
    that changed, those that take part in these collaborations or did before, and the ends of
    reported ties that changed (see `tied_before`).

    The landscape must know the terms, kinds, areas and sources of funding that are named. What is
    counted over the whole network is not counted again: the rarity of terms, words and features,
    which sorts there are, and which sorts and areas work together. The next full build does that.

    The landscape that was handed in is left as it is; what did not change is shared with it.
    """
    try:
        return _refreshed(landscape, now, changed, revision)
    except KeyError:  # names something that the landscape does not know
        return None


def _refreshed(landscape: Landscape, now: Rows, changed: Changed, revision: int) -> Landscape:
    there = {row.id for row in now.organisations}
    gone = {key for key in changed.organisations - there if key in landscape.index}
    made = with_organisations(landscape, (), [key for key in there if key not in landscape.index])
    # Those gone leave their place when nothing stands there any more.
    emptied = [OrganisationRow(id=key, name="") for key in gone]
    rows = sorted((*now.organisations, *emptied), key=lambda row: row.id)
    own = organisation_columns(rows, made.index, made.vocabularies["kind"].index)
    at = places_of(made.index, own.ids)
    hidden = made.hidden
    made = _worked_together(made, now, changed)
    made = replace(
        made,
        **_own_fields(made, at, own),
        **name_fields(made, at, own, texts=bool(changed.collaborations)),
        **profile_fields(made, at, now),
        revision=revision,
    )
    other = at[made.hidden[at] != hidden[at]]
    made = weighed(made, other) if len(other) else made
    return with_organisations(made, gone, ())


def _worked_together(landscape: Landscape, now: Rows, changed: Changed) -> Landscape:
    """The landscape with other collaborations and reported ties, and all that follows for ties."""
    if not changed.collaborations and not changed.ties:
        return landscape
    members = tied_before(landscape, changed)
    members.update(
        row.organisation
        for row in now.participations
        if row.collaboration in changed.collaborations
    )
    members.update(end for row in now.ties if row.id in changed.ties for end in (row.a, row.b))
    made = with_reports(landscape, changed.ties, now)
    if changed.collaborations:
        made = with_collaborations(made, changed.collaborations, now)
    return with_ties(made, members, now)


def _own_fields(landscape: Landscape, at: IntArray, own: OrganisationColumns) -> dict[str, Any]:
    """What has one value an organisation."""
    countries = {name: code for code, name in enumerate(landscape.countries)}
    hidden = put(landscape.hidden, at, own.hidden)
    open_ = put(landscape.open_to_partners, at, own.open_to_partners)
    fields = {
        "source_ids": with_texts(landscape.source_ids, at, own.source_ids),
        "sector": put(landscape.sector, at, own.sector),
        "kind": put(landscape.kind, at, own.kind),
        "country": put(landscape.country, at, places_or_none(countries, own.countries)),
        "open_to_partners": open_,
        "hidden": hidden,
        "shut": closed(hidden | (open_ == 0)),
        "places": moved(landscape.places, at, own),
    }
    parent = put(landscape.parent, at, own.parent)
    if parent is not landscape.parent:
        fields |= {"parent": parent, "root": roots(parent), "units": grouped(parent)}
    return fields

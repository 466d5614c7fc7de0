"""The landscape with some organisations as they are now."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from matcher.landscape.arrays import IntArray, closed
from matcher.landscape.cells import grouped
from matcher.landscape.columns import OrganisationColumns, places_of, places_or_none
from matcher.landscape.family import roots
from matcher.landscape.from_rows import organisation_columns
from matcher.landscape.model import Landscape
from matcher.landscape.refresh.names import name_fields, with_texts
from matcher.landscape.refresh.places import moved
from matcher.landscape.refresh.profiles import profile_fields
from matcher.landscape.replacing import put
from matcher.landscape.rows import Rows
from matcher.landscape.ties import partner_total, partner_weight


def refreshed(landscape: Landscape, now: Rows, *, revision: int) -> Landscape | None:
    """The landscape with some organisations as they are now; None where it must be built anew.

    `now` has those that changed, each with all its offers, needs and interests. The landscape
    must know them already, and the terms, areas, kinds and parents that they name; collaborations
    and ties are as they were. What is counted over the whole network is not counted again: the
    rarity of terms, words and features, which sorts there are, and which sorts and areas work
    together. The next full build does.

    The landscape that was handed in is left as it is; what did not change is shared with it.
    """
    try:
        rows = sorted(now.organisations, key=lambda row: row.id)
        own = organisation_columns(rows, landscape.index, landscape.vocabularies["kind"].index)
        at = places_of(landscape.index, own.ids)
        fields = {
            **_own_fields(landscape, at, own),
            **name_fields(landscape, at, own),
            **profile_fields(landscape, at, now),
        }
    except KeyError:  # names something that the landscape does not know
        return None
    made = replace(landscape, **fields, revision=revision)
    if made.hidden is landscape.hidden:
        return made
    weight = partner_weight(made.ties, made.hidden)
    totals = replace(made.totals, partners=partner_total(made.ties, weight))
    return replace(made, partner_weight=weight, totals=totals)


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

"""The landscape with other organisations in it, of whom nothing is known yet, and without some."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from types import MappingProxyType

import numpy as np
from scipy.sparse import csr_array

from matcher.landscape.activity import shares
from matcher.landscape.arrays import IntArray, Sparse, closed, turned
from matcher.landscape.axes import Axis, changed
from matcher.landscape.cells import Grouped, grouped
from matcher.landscape.collaborations import small
from matcher.landscape.columns import numbered
from matcher.landscape.family import roots
from matcher.landscape.model import Landscape, Totals
from matcher.landscape.names import Names
from matcher.landscape.places import Places
from matcher.landscape.sorts import Sorts
from matcher.landscape.texts import Space, Texts
from matcher.landscape.ties import partner_weight

_CODES = ("sector", "kind", "country", "open_to_partners")
_MASKS = ("hidden", "shut", "active")
_BY_TERM = ("offers", "needs", "themes", "derived_themes", "target_groups", "derived_target_groups")
_TIES = ("ties", "current", "past", "near", "coldness")


def with_organisations(
    landscape: Landscape, gone: Collection[str], added: Collection[str]
) -> Landscape:
    """The landscape on the axis of the organisations that there are now.

    Those gone must say nothing any more, as those added do not yet; KeyError for one that still
    works with somebody.
    """
    if not gone and not added:
        return landscape
    for key in gone:
        row = landscape.index[key]
        if landscape.participation[[row]].nnz or landscape.ties[[row]].nnz:
            raise KeyError(key)
    ids, axis = changed(landscape.ids, gone, added)
    parent = axis.codes(axis.array(landscape.parent, -1))
    participation = axis.rows(landscape.participation)
    activity = landscape.activity
    number = axis.array(activity.number, 0)
    return replace(
        landscape,
        **{name: axis.array(getattr(landscape, name), -1) for name in _CODES},
        **{name: axis.array(getattr(landscape, name), added=False) for name in _MASKS},
        **{name: axis.rows(getattr(landscape, name)) for name in _BY_TERM},
        **{name: axis.rows(axis.columns(getattr(landscape, name))) for name in _TIES},
        ids=ids,
        names=axis.texts(landscape.names, ""),
        source_ids=axis.texts(landscape.source_ids, None),
        index=MappingProxyType(numbered(ids)),
        order=_order(landscape.order, axis),
        places=_places(landscape.places, axis),
        parent=parent,
        root=roots(parent),
        units=grouped(parent),
        small=closed(small(participation)),
        activity=replace(
            activity,
            number=number,
            experience=shares(number),
            latest=axis.array(activity.latest, -1),
            fresh=axis.array(activity.fresh, np.nan),
            running=axis.array(activity.running, 0),
            room=axis.array(activity.room, np.nan),
        ),
        sorts=_sorts(landscape.sorts, axis),
        owners=MappingProxyType({k: axis.columns(each) for k, each in landscape.owners.items()}),
        amounts=MappingProxyType(
            {(int(axis.place[row]), term): n for (row, term), n in landscape.amounts.items()}
        ),
        participation=participation,
        experience=replace(landscape.experience, members=turned(participation)),
        texts=_texts(landscape.texts, axis),
        called=_names(landscape.called, axis),
        partner_weight=axis.array(landscape.partner_weight, _alone()),
        totals=_totals(landscape.totals, axis),
    )


def _alone() -> float:
    """What somebody without ties is worth as a common partner."""
    nobody: Sparse = csr_array((1, 1))
    return float(partner_weight(nobody, np.zeros(1, np.bool_))[0])


def _order(order: IntArray, axis: Axis) -> IntArray:
    """The ranks of those who stay, and those added after them all."""
    last = axis.array(order, len(order))
    rank = np.empty(axis.size, np.int64)
    rank[np.argsort(last, kind="stable")] = np.arange(axis.size)
    return closed(rank)


def _grouped(groups: Grouped, axis: Axis) -> Grouped:
    return Grouped(codes=groups.codes, rows=axis.codes(groups.rows))


def _places(places: Places, axis: Axis) -> Places:
    points = np.stack([axis.array(each, np.nan) for each in places.points])
    return replace(
        places,
        municipality=axis.array(places.municipality, -1),
        district=axis.array(places.district, -1),
        postcode=axis.array(places.postcode, -1),
        lat=axis.array(places.lat, np.nan),
        lon=axis.array(places.lon, np.nan),
        points=closed(points),
        in_municipality=_grouped(places.in_municipality, axis),
        in_district=_grouped(places.in_district, axis),
        in_postcode=_grouped(places.in_postcode, axis),
        in_cell=_grouped(places.in_cell, axis),
    )


def _sorts(sorts: Sorts, axis: Axis) -> Sorts:
    return replace(
        sorts,
        of=axis.rows(sorts.of),
        having=axis.columns(sorts.having),
        known=axis.array(sorts.known, added=False),
    )


def _names(names: Names, axis: Axis) -> Names:
    return replace(
        names,
        named=axis.rows(names.named),
        alike=axis.rows(names.alike),
        naming=axis.columns(names.naming),
        having=axis.columns(names.having),
    )


def _texts(texts: Texts, axis: Axis) -> Texts:
    return replace(
        texts,
        organisations=axis.texts(texts.organisations, ""),
        words=_space(texts.words, axis),
        letters=_space(texts.letters, axis),
    )


def _space(space: Space, axis: Axis) -> Space:
    return replace(
        space,
        profiles=axis.rows(space.profiles),
        saying_profiles=axis.columns(space.saying_profiles),
        has_profile=axis.array(space.has_profile, added=False),
    )


def _totals(totals: Totals, axis: Axis) -> Totals:
    return Totals(
        needs=axis.array(totals.needs, 0),
        offers=axis.array(totals.offers, 0),
        themes=axis.array(totals.themes, 0),
        target_groups=axis.array(totals.target_groups, 0),
        partners=axis.array(totals.partners, 0),
        asked=axis.array(totals.asked, 1),
    )

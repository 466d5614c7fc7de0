"""Which organisations and which evidence a view of the map asks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import numpy as np

from matcher.landscape import SECTORS, Landscape
from matcher.landscape.arrays import Sparse
from matcher.network.evidence import AGREEMENTS, REPORTED, Bools, Pieces
from matcher.network.picture import MapView
from matcher.text import fold

UNKNOWN = "unknown"
"""Asks for those of whom it is not known."""


def chosen_organisations(landscape: Landscape, view: MapView) -> Bools:
    """Which rows fit the view's conditions on organisations; hidden ones never do.

    A theme or target group counts whether declared or known from a collaboration. A term that
    is not in its vocabulary, or an area that nobody is in, fits nobody.
    """
    keep = ~landscape.hidden
    if view.only:
        keep = keep & _named(landscape, view.only)
    if view.without:
        keep = keep & ~_named(landscape, view.without)
    if view.sector is not None:
        codes = {name: code for code, name in enumerate(SECTORS)} | {UNKNOWN: -1}
        keep = keep & (landscape.sector == codes.get(view.sector, -2))
    if view.kind is not None:
        column = landscape.vocabularies["kind"].index.get(view.kind, -2)
        keep = keep & (landscape.kind == column)
    if view.area is not None:
        keep = keep & _in_area(landscape, view.area)
    for term, vocabulary, matrices in (
        (view.theme, "theme", (landscape.themes, landscape.derived_themes)),
        (
            view.target_group,
            "target_group",
            (landscape.target_groups, landscape.derived_target_groups),
        ),
        (view.offers, "capacity", (landscape.offers,)),
        (view.needs, "capacity", (landscape.needs,)),
    ):
        if term is not None:
            column = landscape.vocabularies[vocabulary].index.get(term, -1)
            keep = keep & (
                np.any([_has(matrix, column) for matrix in matrices], axis=0)
                if column >= 0
                else False
            )
    return np.asarray(keep)


def _named(landscape: Landscape, ids: Iterable[str]) -> Bools:
    """The rows of ids; those that are gone are passed over."""
    found = np.zeros(len(landscape), np.bool_)
    found[[landscape.index[key] for key in ids if key in landscape.index]] = True
    return found


def _has(matrix: Sparse, column: int) -> Bools:
    dense = matrix[:, [column]].toarray()
    return np.asarray(dense.ravel() > 0)


def _in_area(landscape: Landscape, name: str) -> Bools:
    places, wanted = landscape.places, fold(name)
    districts = [code for code, text in enumerate(places.districts) if fold(text) == wanted]
    towns = [code for code, text in enumerate(places.municipalities) if fold(text) == wanted]
    return np.asarray(np.isin(places.district, districts) | np.isin(places.municipality, towns))


def chosen_pieces(pieces: Pieces, view: MapView, as_of: date) -> Bools:
    """Which evidence fits the view's conditions on ties.

    Agreement and funding are a collaboration's, so reports have none to ask for. `since` and
    `until` ask for what went on at some time of that period; an open end reaches for ever.
    """
    keep = np.ones(len(pieces), np.bool_)
    if view.evidence is not None:
        keep &= pieces.reported == (view.evidence == REPORTED)
    if view.agreement is not None:
        codes = {word: code for code, word in enumerate(AGREEMENTS)} | {UNKNOWN: -1}
        keep &= ~pieces.reported & (pieces.agreement == codes.get(view.agreement, -2))
    if view.funding_until is not None:
        ends = pieces.funding_end
        keep &= (ends >= as_of.toordinal()) & (ends <= view.funding_until.toordinal())
    if view.since is not None:
        keep &= pieces.until >= view.since.toordinal()
    if view.until is not None:
        keep &= pieces.since <= view.until.toordinal()
    return keep

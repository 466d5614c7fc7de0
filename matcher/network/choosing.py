"""Which organisations and which evidence a view of the map asks for."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from matcher.landscape import SECTORS, Landscape
from matcher.landscape.arrays import Sparse
from matcher.network.evidence import Piece
from matcher.network.picture import MapView
from matcher.text import fold

UNKNOWN = "unknown"
"""Asks for those of whom it is not known."""

Chosen = npt.NDArray[np.bool_]


def chosen_organisations(landscape: Landscape, view: MapView) -> Chosen:
    """Which rows fit the view's conditions on organisations; hidden ones never do.

    A theme or target group counts whether declared or known from a collaboration. A term that
    is not in its vocabulary, or an area that nobody is in, fits nobody.
    """
    keep = ~landscape.hidden
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


def _has(matrix: Sparse, column: int) -> Chosen:
    dense = matrix[:, [column]].toarray()
    return np.asarray(dense.ravel() > 0)


def _in_area(landscape: Landscape, name: str) -> Chosen:
    places, wanted = landscape.places, fold(name)
    districts = [code for code, text in enumerate(places.districts) if fold(text) == wanted]
    towns = [code for code, text in enumerate(places.municipalities) if fold(text) == wanted]
    return np.asarray(np.isin(places.district, districts) | np.isin(places.municipality, towns))


def chosen_pieces(pieces: Iterable[Piece], view: MapView) -> tuple[Piece, ...]:
    """The evidence that fits the view's conditions on ties.

    An agreement is a collaboration's, so reports have none to ask for. `since` and `until` ask
    for what went on at some time of that period; an open end reaches for ever.
    """
    return tuple(piece for piece in pieces if _fits(piece, view))


def _fits(piece: Piece, view: MapView) -> bool:
    if view.evidence is not None and piece.evidence != view.evidence:
        return False
    if view.agreement is not None:
        if piece.evidence != "collaboration":
            return False
        if (piece.agreement or UNKNOWN) != view.agreement:
            return False
    if view.since is not None and piece.until is not None and piece.until < view.since:
        return False
    return not (view.until is not None and piece.since is not None and piece.since > view.until)

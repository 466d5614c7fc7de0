"""A view of the network as a picture: who and what is shown of the arranged whole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from matcher.landscape import Landscape
from matcher.network.arrangement import Network
from matcher.network.choosing import chosen_organisations, chosen_pieces
from matcher.network.columns import Columns, NodeColumns
from matcher.network.evidence import Bools, taken
from matcher.network.matrix import Floats, Ints
from matcher.network.own_places import own_places
from matcher.network.picture import MapPicture, MapView
from matcher.network.reach import near, shortest_ways
from matcher.network.ties import Ties, merged, some
from matcher.wording.message import Words


def draw(drawn_from: Network, view: MapView) -> MapPicture:
    """The picture of a view; a view that nobody fits gives one without nodes.

    Sizes and groups are those of the whole network, and so are places: a filter hides and nothing
    jumps. Only a small view of organisations that stand far apart there is laid out by itself (see
    `matcher.network.own_places`). Organisations that a view is around, and those that it looks for
    a way between, are shown whatever the other conditions.
    """
    landscape = drawn_from.landscape
    keep, ties = _chosen(drawn_from, view)
    rows = np.flatnonzero(keep)
    rows = rows[np.argsort(landscape.order[rows])]
    seat = np.full(len(landscape), -1, np.int64)
    seat[rows] = np.arange(len(rows))
    ties = replace(ties, a=seat[ties.a], b=seat[ties.b])
    starts = [landscape.index[key] for key in (view.around, view.path_to) if key]
    place = own_places(drawn_from.arranged.place[rows], ties, view, seat[starts])
    return MapPicture(
        as_of=landscape.as_of,
        revision=landscape.revision,
        view=view,
        columns=Columns(
            nodes=_nodes(drawn_from, rows, place, ties),
            ties=ties,
            marked=_marked(ties, view),
            all_organisations=drawn_from.arranged.shown,
            all_ties=len(drawn_from.ties),
        ),
    )


def _chosen(drawn_from: Network, view: MapView) -> tuple[Bools, Ties]:
    """The rows shown, and the ties between them that are."""
    landscape, size = drawn_from.landscape, len(drawn_from.landscape)
    keep = chosen_organisations(landscape, view)
    fixed = [landscape.index[key] for key in (view.around, view.path_to) if key]
    keep[fixed] = True
    if view.collaboration is not None:
        keep &= _taking_part(landscape, view.collaboration)
    ties = _between(_chosen_ties(drawn_from, view), keep)
    if view.about_ties:
        tied = np.zeros(size, np.bool_)
        tied[ties.a] = tied[ties.b] = True
        tied[fixed] = True
        keep &= tied
    if view.around is None:
        return keep, ties
    start = landscape.index[view.around]
    if view.path_to is not None:
        rows, over = shortest_ways(start, landscape.index[view.path_to], ties, size)
        return rows, some(ties, over)
    keep &= near(start, view.steps, ties, size)
    return keep, _between(ties, keep)


def _chosen_ties(drawn_from: Network, view: MapView) -> Ties:
    if not view.about_ties:
        return drawn_from.ties
    as_of = drawn_from.landscape.as_of
    fitting = chosen_pieces(drawn_from.pieces, view, as_of)
    return merged(taken(drawn_from.pieces, fitting), as_of)


def _between(ties: Ties, keep: Bools) -> Ties:
    return ties if keep.all() else some(ties, keep[ties.a] & keep[ties.b])


def _taking_part(landscape: Landscape, collaboration: str) -> Bools:
    """Which rows take or took part in a collaboration; none where it is not known."""
    found = np.zeros(len(landscape), np.bool_)
    ids = landscape.collaborations.ids
    if collaboration in ids:
        column = landscape.participation[:, [ids.index(collaboration)]]
        found[np.flatnonzero(column.toarray().ravel())] = True
    return found


def _marked(ties: Ties, view: MapView) -> Bools:
    """The ties that come from the collaboration asked for, if any."""
    marked = np.zeros(len(ties), np.bool_)
    known = ties.pieces.known.ids
    if view.collaboration in known:
        mine = ties.pieces.collaboration[ties.piece] == known.index(view.collaboration)
        marked[ties.tie_of_piece[mine]] = True
    return marked


def _nodes(drawn_from: Network, rows: Ints, place: Floats, ties: Ties) -> NodeColumns:
    landscape, arranged = drawn_from.landscape, drawn_from.arranged
    places, kinds = landscape.places, landscape.vocabularies["kind"]
    towns = np.where(places.municipality < 0, -1, places.municipality + len(places.districts))
    area = np.where(places.district >= 0, places.district, towns)
    return NodeColumns(
        row=rows,
        ids=tuple(landscape.ids[row] for row in rows.tolist()),
        names=tuple(landscape.names[row] for row in rows.tolist()),
        place=place.round(1) + 0.0,
        size=arranged.size[rows].round(1),
        sector=landscape.sector[rows],
        kind=landscape.kind[rows],
        area=area[rows],
        group=arranged.group[rows],
        ties=np.bincount(np.concatenate([ties.a, ties.b]), minlength=len(rows)),
        all_ties=arranged.degree[rows],
        joined=drawn_from.joined[rows],
        lat=places.lat[rows],
        lon=places.lon[rows],
        kinds=tuple(
            (key, Words(da=da, en=en))
            for key, da, en in zip(kinds.ids, kinds.da, kinds.en, strict=True)
        ),
        areas=(*places.districts, *places.municipalities),
        groups=tuple((str(number + 1), name) for number, name in enumerate(drawn_from.groups)),
    )

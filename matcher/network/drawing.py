"""A view of the network as a picture: who and what is shown of the arranged whole."""

from __future__ import annotations

from collections import Counter

import numpy as np

from matcher.landscape import SECTORS, Landscape
from matcher.network.arrangement import Arrangement, Network
from matcher.network.choosing import chosen_organisations, chosen_pieces
from matcher.network.evidence import Tie, merged
from matcher.network.picture import MapCounts, MapGroup, MapNode, MapPicture, MapTie, MapView
from matcher.network.reach import near
from matcher.wording.message import Words, message


def draw(drawn_from: Network, view: MapView) -> MapPicture:
    """The picture of a view; a view that nobody fits gives one without nodes.

    Places, sizes and groups are those of the whole network, so that a filter hides and nothing
    jumps.
    """
    landscape, arranged = drawn_from.landscape, drawn_from.arranged
    keep = chosen_organisations(landscape, view)
    ties = _between(_chosen_ties(drawn_from, view), landscape, keep)
    if view.about_ties:
        keep &= _tied(ties, landscape)
        if view.around is not None:
            keep[landscape.index_of(view.around)] = True
    if view.around is not None:
        keep &= near(landscape.index_of(view.around), view.steps, ties, landscape)
        ties = _between(ties, landscape, keep)
    degree = Counter(end for tie in ties for end in (tie.a, tie.b))
    rows = sorted(np.flatnonzero(keep).tolist(), key=lambda row: int(landscape.order[row]))
    nodes = tuple(_node(landscape, arranged, row, degree) for row in rows)
    return MapPicture(
        as_of=landscape.as_of,
        revision=landscape.revision,
        view=view,
        nodes=nodes,
        ties=tuple(_shown(tie) for tie in ties),
        groups=_groups(landscape, arranged, nodes),
        counts=MapCounts(
            organisations=len(nodes),
            ties=len(ties),
            alone=sum(not node.ties for node in nodes),
            all_organisations=int((~landscape.hidden).sum()),
            all_ties=int(arranged.degree.sum()) // 2,
        ),
    )


def _chosen_ties(drawn_from: Network, view: MapView) -> tuple[Tie, ...]:
    if not view.about_ties:
        return drawn_from.ties
    return merged(chosen_pieces(drawn_from.pieces, view), drawn_from.landscape.as_of)


def _between(
    ties: tuple[Tie, ...], landscape: Landscape, keep: np.ndarray[tuple[int], np.dtype[np.bool_]]
) -> tuple[Tie, ...]:
    index = landscape.index
    return tuple(tie for tie in ties if keep[index[tie.a]] and keep[index[tie.b]])


def _tied(
    ties: tuple[Tie, ...], landscape: Landscape
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    tied = np.zeros(len(landscape), dtype=np.bool_)
    tied[[landscape.index[end] for tie in ties for end in (tie.a, tie.b)]] = True
    return tied


def _node(landscape: Landscape, arranged: Arrangement, row: int, degree: Counter[str]) -> MapNode:
    sector, kind = int(landscape.sector[row]), int(landscape.kind[row])
    kinds = landscape.vocabularies["kind"]
    group = int(arranged.group[row])
    x, y = arranged.place[row].tolist()
    return MapNode(
        id=landscape.ids[row],
        name=landscape.names[row],
        sector=SECTORS[sector] if sector >= 0 else None,
        kind=kinds.ids[kind] if kind >= 0 else None,
        label=Words(da=kinds.da[kind], en=kinds.en[kind]) if kind >= 0 else None,
        area=landscape.area(row),
        x=round(x, 1),
        y=round(y, 1),
        group=str(group + 1) if group >= 0 else None,
        size=round(float(arranged.size[row]), 1),
        ties=degree[landscape.ids[row]],
    )


def _shown(tie: Tie) -> MapTie:
    return MapTie(
        a=tie.a,
        b=tie.b,
        kinds=tie.kinds,
        evidence=tie.evidence,
        strength=tie.strength,
        since=tie.since,
        until=tie.until,
        current=tie.current,
    )


def _groups(
    landscape: Landscape, arranged: Arrangement, nodes: tuple[MapNode, ...]
) -> tuple[MapGroup, ...]:
    sizes = Counter(node.group for node in nodes if node.group is not None)
    return tuple(
        MapGroup(
            id=group,
            name=message("Around {name}", name=_best_tied(landscape, arranged, int(group) - 1)),
            members=sizes[group],
        )
        for group in sorted(sizes, key=int)
    )


def _best_tied(landscape: Landscape, arranged: Arrangement, group: int) -> str:
    members = np.flatnonzero(arranged.group == group)
    first = np.lexsort((landscape.order[members], -arranged.degree[members]))[0]
    return landscape.names[int(members[first])]

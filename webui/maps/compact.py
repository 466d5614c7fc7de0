"""The file that the page draws a map from: columns of numbers, small and quick to read.

It holds what the picture holds and no more: no hidden organisation, no contact, no note.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from matcher.landscape import SECTORS
from matcher.landscape.collaborations import ALWAYS, FOR_EVER
from matcher.network.columns import Columns, NodeColumns
from matcher.network.evidence import AGREEMENTS, Bools
from matcher.network.matrix import Ints
from matcher.network.picture import MapPicture
from matcher.network.together import Together, together
from matcher.wording.labels import NOT_KNOWN, sector_label
from matcher.wording.message import Value
from matcher.wording.say import say
from webui.maps.along import along
from webui.maps.look import Styled

VERSION = 1
LEVEL = 5
"""How hard the file is packed: one more takes twice the time for three bytes of a hundred."""

_UNIX = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, kw_only=True, slots=True)
class Extra:
    """What an address adds to the picture, by organisations' ids; those not shown are passed over.

    `marked` are to be seen at once, `joins` are ties that are only proposed; where it `falls`, they
    are who would stand alone and the ties that go, when a grant ends. `open` is what the address of
    an organisation's page begins with, empty where nobody may open it.
    """

    marked: tuple[str, ...] = ()
    joins: tuple[tuple[str, str], ...] = ()
    falls: bool = False
    open: str = ""


def compact(picture: MapPicture, styled: Styled, extra: Extra, language: str) -> bytes:
    """The file, packed by gzip; the same picture gives the same bytes."""
    text = json.dumps(
        document(picture, styled, extra, language), ensure_ascii=False, separators=(",", ":")
    )
    return gzip.compress(text.encode(), LEVEL, mtime=0)


def document(picture: MapPicture, styled: Styled, extra: Extra, language: str) -> dict[str, Any]:
    """The same as plain data.

    Nodes are numbered along the map and ties by their ends; `a` of a tie is the difference from
    the tie before. Years are 0 and places among words −1 where it is not known; sectors have a word
    for that, too. Pixels are whole, radii and widths tenths of them.
    """
    nodes = picture.columns.nodes
    order = along(nodes.place)
    number = np.empty(len(order), np.int64)
    number[order] = np.arange(len(order))
    known = {key: int(number[place]) for place, key in enumerate(nodes.ids)}
    marks = together(picture.columns) if styled.look.together != "ties" else None
    rest = np.ones(len(picture.columns.ties), np.bool_) if marks is None else marks.rest
    return {
        "v": VERSION,
        "revision": picture.revision,
        "as_of": picture.as_of.isoformat(),
        **_nodes(nodes, styled, order, language),
        "ties": _ties(picture.columns, styled, number, rest),
        "hubs": [] if marks is None else _hubs(picture, styled, marks, number),
        "together": styled.look.together,
        "fills": list(styled.fills),
        "shapes": list(styled.shapes),
        "lines": [{"colour": line.colour, "dashes": list(line.dashes)} for line in styled.lines],
        "marked": sorted({known[key] for key in extra.marked if key in known}),
        "joins": [[known[a], known[b]] for a, b in extra.joins if a in known and b in known],
        "open": extra.open,
        "labels": styled.look.labels,
    }


def _nodes(nodes: NodeColumns, styled: Styled, order: Ints, language: str) -> dict[str, Any]:
    kind, kinds = _words(nodes.kind[order], [words for _, words in nodes.kinds], language)
    area, areas = _words(nodes.area[order], nodes.areas, language)
    group, groups = _used(nodes.group[order])
    members = np.bincount(group[group >= 0], minlength=len(groups)).tolist()
    x, y = nodes.place[order].round().astype(np.int64).T
    sector = np.where(nodes.sector < 0, len(SECTORS), nodes.sector)
    return {
        "nodes": {
            "ids": [nodes.ids[place] for place in order.tolist()],
            "names": [nodes.names[place] for place in order.tolist()],
            "x": x.tolist(),
            "y": y.tolist(),
            "radius": _tenths(styled.radius[order]),
            "fill": styled.fill[order].tolist(),
            "shape": styled.shape[order].tolist(),
            "group": group.tolist(),
            "sector": sector[order].tolist(),
            "kind": kind.tolist(),
            "area": area.tolist(),
            "ties": nodes.ties[order].tolist(),
            "joined": _years(nodes.joined[order]),
        },
        "groups": [
            {
                "id": nodes.groups[place][0],
                "name": say(nodes.groups[place][1], language),
                "members": count,
            }
            for place, count in zip(groups, members, strict=True)
        ],
        "sectors": [
            *(say(sector_label(sector), language) for sector in SECTORS),
            say(NOT_KNOWN, language),
        ],
        "kinds": kinds,
        "areas": areas,
    }


def _ties(columns: Columns, styled: Styled, number: Ints, rest: Bools) -> dict[str, Any]:
    ties = columns.ties
    left = np.flatnonzero(rest)
    ends = np.sort(number[ties.ends[left]], axis=1)
    turn = np.lexsort((ends[:, 1], ends[:, 0]))
    ends, left = ends[turn], left[turn]
    return {
        "a": np.diff(ends[:, 0], prepend=0).tolist(),
        "b": ends[:, 1].tolist(),
        "line": styled.line[left].tolist(),
        "width": _tenths(styled.width[left]),
        "since": _years(ties.since[left]),
        "until": _years(ties.until[left]),
        "unwritten": np.flatnonzero(styled.unwritten[left]).tolist(),
    }


def _hubs(
    picture: MapPicture, styled: Styled, marks: Together, number: Ints
) -> list[dict[str, Any]]:
    marked = styled.legend.section("unwritten") is not None
    found, today = picture.columns.undertakings, picture.as_of.toordinal()
    known = found.known
    return [
        {
            "id": known.ids[place],
            "title": known.titles[place],
            "members": np.sort(number[found.members_of(hub)]).tolist(),
            "current": int(known.end[place]) >= today,
            "unwritten": marked and 0 <= int(known.agreement[place]) < AGREEMENTS.index("written"),
        }
        for hub, place in zip(marks.hubs.tolist(), found.number[marks.hubs].tolist(), strict=True)
    ]


def _words(codes: Ints, words: Sequence[Value], language: str) -> tuple[Ints, list[str]]:
    """The codes among the words that are used, and these in a language."""
    found, used = _used(codes)
    return found, [say(words[code], language) for code in used]


def _used(codes: Ints) -> tuple[Ints, list[int]]:
    """Codes numbered anew by those that are used, and these; −1 stays."""
    used = np.unique(codes[codes >= 0])
    return np.where(codes < 0, -1, np.searchsorted(used, codes)), used.tolist()


def _tenths(pixels: np.ndarray[Any, np.dtype[np.float64]]) -> list[int]:
    return np.rint(pixels * 10).astype(np.int64).tolist()


def _years(days: Ints) -> list[int]:
    """The years of ordinals; 0 where they are open or not known."""
    known = (days > ALWAYS) & (days < FOR_EVER)
    dates = (np.where(known, days, 1) - _UNIX).astype("datetime64[D]")
    years = dates.astype("datetime64[Y]").astype(np.int64) + 1970
    return np.where(known, years, 0).tolist()

"""Each kind of gap as a table: what its columns are, and how a gap becomes a line of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from matcher.network.gaps.alone import Alone
from matcher.network.gaps.capacities import CapacityGap
from matcher.network.gaps.cut_points import Bridge, Broker
from matcher.network.gaps.group_pairs import GroupPair
from matcher.network.gaps.meetings import Meeting
from matcher.network.gaps.themes import ThemeGap
from matcher.services.gaps import headings
from matcher.services.gaps.naming import Naming
from matcher.services.gaps.results import GapLine, GapTable, Key, Kind
from matcher.wording import gaps as said
from matcher.wording.message import Message, Value, listed, message, messages_n

One = TypeVar("One")

STATES = {
    "need": message("Need and no offer"),
    "thin": message("Few work with it"),
    "idle": message("No collaboration about it"),
    "offer": message("Offer and no need"),
}
"""What the states of a theme in an area are called that are gaps."""


def tables(naming: Naming) -> tuple[GapTable, ...]:
    """All tables, in the order of KINDS."""
    found = naming.found.gaps
    return (
        _table("capacities", found.capacities, lambda gap: _capacity(naming, gap)),
        _table("themes", found.themes, lambda gap: _theme(naming, gap)),
        _table("sectors", found.sectors, lambda gap: _meeting(naming, "sector", gap)),
        _table("kinds", found.kinds, lambda gap: _meeting(naming, "kind", gap)),
        _table("alone", found.alone, lambda gap: _alone(naming, gap)),
        _table("brokers", found.brokers, lambda gap: _broker(naming, gap)),
        _table("bridges", found.bridges, lambda gap: _bridge(naming, gap)),
        _table("groups", found.groups, lambda gap: _pair(naming, gap)),
    )


def _table(kind: Kind, gaps: Sequence[One], write: Callable[[One], GapLine]) -> GapTable:
    return GapTable(
        kind=kind,
        title=headings.TITLES[kind],
        means=headings.MEANS[kind],
        nothing=headings.NOTHING[kind],
        columns=headings.COLUMNS[kind],
        count=len(gaps),
        line=lambda at: write(gaps[at]),
    )


def _capacity(naming: Naming, gap: CapacityGap) -> GapLine:
    label, area = naming.term("capacity", gap.capacity), naming.area(gap.area)
    nobody = gap.nearest < 0
    return GapLine(
        key=Key(kind="capacities", a=naming.term_id("capacity", gap.capacity), b=area),
        text=said.needed_here(label, area, gap.needing),
        cells=(
            label,
            area,
            gap.needing,
            message("nobody in the network") if nobody else naming.who(gap.nearest),
            None if nobody else naming.found.network.landscape.area(gap.nearest),
            gap.km,
        ),
        weight=gap.needing,
    )


def _theme(naming: Naming, gap: ThemeGap) -> GapLine:
    label, area = naming.term("theme", gap.theme), naming.area(gap.area)
    sentences = {
        "need": lambda: said.needs_unmet(label, area, gap.unmet, gap.wanted),
        "thin": lambda: said.few_care(label, area, gap.carers, gap.expected),
        "idle": lambda: said.nothing_together(label, area, gap.carers),
        "offer": lambda: said.offers_unasked(label, area, gap.offered),
    }
    return GapLine(
        key=Key(kind="themes", a=naming.term_id("theme", gap.theme), b=area),
        text=sentences[gap.state](),
        cells=(
            label,
            area,
            STATES[gap.state],
            gap.carers,
            gap.running,
            gap.wanted,
            gap.unmet,
            gap.offered,
        ),
        weight=gap.amount,
    )


def _meeting(naming: Naming, codes: str, gap: Meeting) -> GapLine:
    (a, a_name), (b, b_name) = naming.sort(codes, gap.a), naming.sort(codes, gap.b)
    return GapLine(
        key=Key(kind=f"{codes}s", a=a, b=b),
        text=said.seldom_meet(a_name, b_name, gap.ties, gap.expected),
        cells=(
            a_name,
            b_name,
            _how_often(gap),
            gap.ties,
            gap.expected,
            100 * gap.ties / gap.expected,
        ),
        weight=gap.missing if gap.seldom else 0.0,
    )


def _how_often(gap: Meeting) -> Message:
    if gap.seldom:
        return message("seldom")
    return message("less than by chance") if gap.missing else message("often enough")


def _alone(naming: Naming, gap: Alone) -> GapLine:
    side = naming.side(gap.row)
    return GapLine(
        key=Key(kind="alone", a=side.id),
        text=said.known_to_nobody(side.name, gap.past),
        cells=(
            naming.who(gap.row),
            None if side.sector is None else naming.sort("sector", _sector(naming, gap.row))[1],
            side.area,
            message("none known") if not gap.past else _ended(gap.past),
            gap.said,
        ),
        weight=1.0,
    )


def _sector(naming: Naming, row: int) -> int:
    return int(naming.found.network.landscape.sector[row])


def _ended(past: int) -> Message:
    return messages_n("{n} that has ended", "{n} that have ended", n=past)


def _broker(naming: Naming, gap: Broker) -> GapLine:
    return GapLine(
        key=Key(kind="brokers", a=naming.id(gap.row)),
        text=said.would_split(naming.name(gap.row), gap.cut_off),
        cells=(
            naming.who(gap.row),
            gap.cut_off,
            len(gap.parts),
            _sizes(gap.parts),
            int(naming.found.gaps.ties.degree[gap.row]),
        ),
        weight=gap.cut_off,
    )


def _sizes(parts: tuple[int, ...], most: int = 6) -> str:
    """Sizes from the largest, equal ones together.

    >>> _sizes((12, 4, 1, 1, 1))
    '12 + 4 + 3 × 1'
    """
    runs = [(size, len(list(same))) for size, same in groupby(parts)]
    told = [str(size) if times == 1 else f"{times} × {size}" for size, times in runs]
    return " + ".join(told[:most] + (["…"] if len(told) > most else []))


def _bridge(naming: Naming, gap: Bridge) -> GapLine:
    return GapLine(
        key=Key(kind="bridges", a=naming.id(gap.a), b=naming.id(gap.b)),
        text=said.hangs_on_tie(naming.name(gap.a), naming.name(gap.b), gap.sides),
        cells=(naming.who(gap.a), naming.who(gap.b), *gap.sides),
        weight=gap.sides[0],
    )


def _pair(naming: Naming, gap: GroupPair) -> GapLine:
    common: list[Value] = [
        *(naming.term("theme", column) for column in gap.themes),
        *(naming.term("target_group", column) for column in gap.target_groups),
    ]
    a, b = naming.group(gap.a), naming.group(gap.b)
    return GapLine(
        key=Key(kind="groups", a=str(gap.a + 1), b=str(gap.b + 1)),
        text=said.should_meet(a, b, gap.meets, common),
        cells=(a, gap.members[0], b, gap.members[1], gap.ties, gap.meets, listed(common)),
        weight=gap.meets or len(common),
    )

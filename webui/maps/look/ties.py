"""How the ties of a map are drawn: colour, dashes and width, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from matcher.network.evidence import AGREEMENTS, COLLABORATION
from matcher.network.ties import Ties
from matcher.wording.labels import NOT_KNOWN, agreement_label
from matcher.wording.message import Value, message
from webui.maps.look.classes import Floats, Ints
from webui.maps.look.legend import LegendEntry, LegendSection, Line
from webui.maps.look.palettes import Palette
from webui.maps.look.words import LINES

THINNEST, THICKEST, SAME = 0.8, 3.2, 1.6
"""Pixels for a tie of strength 0 and 1, and for all alike."""

SOON = timedelta(days=365)
"""Funding that ends within so long is about to end."""

FULL, LONG, SHORT, ENDED, DOTTED = (), (9, 4), (3, 3), (5, 5), (1, 4)
"""The dashes of lines, so that colour is not all that tells them apart."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """One kind of tie: what it is called, how it is drawn, whether it stands for "not known"."""

    label: Value
    line: Line
    unknown: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawn:
    """Lines that ties have: the kinds, for each tie the number of its own, and the legend."""

    lines: tuple[Line, ...]
    line: Ints
    section: LegendSection | None


def drawn(ties: Ties, by: str, colours: Palette, as_of: date) -> Drawn:
    """The ties as lines told apart by one of LINES."""
    kinds, line = _WAYS[by](ties, colours, as_of)
    counts = np.bincount(line, minlength=len(kinds)).tolist()
    entries = tuple(
        LegendEntry(label=kind.label, count=count, line=kind.line, unknown=kind.unknown)
        for kind, count in zip(kinds, counts, strict=True)
        if count
    )
    title = message("Ties: {what}", what=LINES[by])
    section = LegendSection(variable="lines", title=title, entries=entries)
    return Drawn(
        lines=tuple(kind.line for kind in kinds), line=line, section=section if entries else None
    )


def widths(ties: Ties, by: str) -> Floats:
    """The width of each tie's line in pixels."""
    if by == "same":
        return np.full(len(ties), SAME)
    return np.asarray((THINNEST + (THICKEST - THINNEST) * ties.strength).round(2))


def thicknesses(ties: Ties, by: str, colours: Palette) -> LegendSection | None:
    """What the width of a line means, where it means something."""
    if by == "same" or not len(ties):
        return None
    line = Line(colour=colours.line)
    return LegendSection(
        variable="width",
        title=message("Width: how close they are"),
        entries=(
            LegendEntry(label=message("Loose"), line=line, width=THINNEST),
            LegendEntry(label=message("Close"), line=line, width=THICKEST),
        ),
    )


Way = tuple[tuple[Kind, ...], Ints]
"""The kinds there can be, and for each tie the number of its own."""


def _freshness(ties: Ties, colours: Palette, _as_of: date) -> Way:
    return (
        Kind(label=message("They work together"), line=Line(colour=colours.line)),
        Kind(
            label=message("They have worked together"),
            line=Line(colour=colours.faint, dashes=ENDED),
        ),
    ), np.where(ties.current, 0, 1)


def _evidence(ties: Ties, colours: Palette, _as_of: date) -> Way:
    first, second, third = colours.lines
    kinds = (
        Kind(label=message("Joint collaborations, and reported"), line=Line(colour=first)),
        Kind(label=message("Joint collaborations"), line=Line(colour=second, dashes=LONG)),
        Kind(label=message("Only reported"), line=Line(colour=third, dashes=SHORT)),
        _not_known(colours),
    )
    number = np.array([3, 1, 2, 0])  # by the bits of `Ties.evidence`
    return kinds, number[ties.evidence]


def _agreement(ties: Ties, colours: Palette, _as_of: date) -> Way:
    first, second, third = colours.lines
    lines = (
        Line(colour=third, dashes=SHORT),
        Line(colour=second, dashes=LONG),
        Line(colour=first),
    )
    kinds = tuple(
        Kind(label=agreement_label(word), line=line)
        for word, line in zip(AGREEMENTS, lines, strict=True)
    )
    place = np.where(ties.agreement < 0, len(kinds), len(kinds) - 1 - ties.agreement)
    return (*reversed(kinds), _not_known(colours)), place


def _kind(ties: Ties, colours: Palette, _as_of: date) -> Way:
    first, second, _ = colours.lines
    kinds = (
        Kind(label=message("Collaboration"), line=Line(colour=first)),
        Kind(label=message("What somebody reported"), line=Line(colour=second, dashes=LONG)),
        _not_known(colours),
    )
    number = [(0 if COLLABORATION in words else 1) if words else 2 for words in ties.kinds]
    return kinds, np.array(number, dtype=np.int64)[ties.kind]


def _funding(ties: Ties, colours: Palette, as_of: date) -> Way:
    first, second, third = colours.lines
    kinds = (
        Kind(label=message("Within a year"), line=Line(colour=second, dashes=LONG)),
        Kind(label=message("Later than a year from now"), line=Line(colour=first)),
        Kind(label=message("It has ended"), line=Line(colour=third, dashes=SHORT)),
        _not_known(colours, message("No end of funding is known")),
    )
    ends = ties.funding_end
    soon, today = (as_of + SOON).toordinal(), as_of.toordinal()
    return kinds, np.select([ends <= 0, ends < today, ends <= soon], [3, 2, 0], 1)


def _not_known(colours: Palette, label: Value = NOT_KNOWN) -> Kind:
    return Kind(label=label, line=Line(colour=colours.faint, dashes=DOTTED), unknown=True)


_WAYS: Mapping[str, Callable[[Ties, Palette, date], Way]] = {
    "freshness": _freshness,
    "evidence": _evidence,
    "agreement": _agreement,
    "kind": _kind,
    "funding": _funding,
}

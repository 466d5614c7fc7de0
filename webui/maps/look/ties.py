"""How the ties of a map are drawn: colour, dashes and width, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from matcher.network.evidence import COLLABORATION, REPORTED
from matcher.network.picture import MapTie
from matcher.wording.labels import AGREEMENTS, NOT_KNOWN
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


def drawn(ties: Sequence[MapTie], by: str, colours: Palette, as_of: date) -> Drawn:
    """The ties as lines told apart by one of LINES."""
    kinds, of = _WAYS[by](colours, as_of)
    number = {word: index for index, word in enumerate(kinds)}
    line = np.array([number[of(tie)] for tie in ties], dtype=np.int64)
    counts = np.bincount(line, minlength=len(kinds)).tolist()
    entries = tuple(
        LegendEntry(label=kind.label, count=count, line=kind.line, unknown=kind.unknown)
        for kind, count in zip(kinds.values(), counts, strict=True)
        if count
    )
    title = message("Ties: {what}", what=LINES[by])
    section = LegendSection(variable="lines", title=title, entries=entries) if entries else None
    return Drawn(lines=tuple(kind.line for kind in kinds.values()), line=line, section=section)


def widths(ties: Sequence[MapTie], by: str) -> Floats:
    """The width of each tie's line in pixels."""
    if by == "same":
        return np.full(len(ties), SAME)
    strength = np.array([tie.strength for tie in ties], dtype=np.float64)
    return np.asarray((THINNEST + (THICKEST - THINNEST) * strength).round(2))


def thicknesses(ties: Sequence[MapTie], by: str, colours: Palette) -> LegendSection | None:
    """What the width of a line means, where it means something."""
    if by == "same" or not ties:
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


Way = tuple[Mapping[str | None, Kind], Callable[[MapTie], str | None]]


def _freshness(colours: Palette, _as_of: date) -> Way:
    return {
        "current": Kind(label=message("They work together"), line=Line(colour=colours.line)),
        "past": Kind(
            label=message("They have worked together"),
            line=Line(colour=colours.faint, dashes=ENDED),
        ),
    }, lambda tie: "current" if tie.current else "past"


def _evidence(colours: Palette, _as_of: date) -> Way:
    first, second, third = colours.lines
    both = f"{COLLABORATION}+{REPORTED}"
    return {
        both: Kind(label=message("Joint collaborations, and reported"), line=Line(colour=first)),
        COLLABORATION: Kind(
            label=message("Joint collaborations"), line=Line(colour=second, dashes=LONG)
        ),
        REPORTED: Kind(label=message("Only reported"), line=Line(colour=third, dashes=SHORT)),
        None: Kind(label=NOT_KNOWN, line=_unknown(colours), unknown=True),
    }, lambda tie: "+".join(sorted({*tie.evidence} & {COLLABORATION, REPORTED})) or None


def _agreement(colours: Palette, _as_of: date) -> Way:
    first, second, third = colours.lines
    return {
        "written": Kind(label=AGREEMENTS["written"], line=Line(colour=first)),
        "oral": Kind(label=AGREEMENTS["oral"], line=Line(colour=second, dashes=LONG)),
        "none": Kind(label=AGREEMENTS["none"], line=Line(colour=third, dashes=SHORT)),
        None: Kind(label=NOT_KNOWN, line=_unknown(colours), unknown=True),
    }, lambda tie: tie.agreement


def _kind(colours: Palette, _as_of: date) -> Way:
    first, second, _ = colours.lines
    return {
        "joint": Kind(label=message("Collaboration"), line=Line(colour=first)),
        "reported": Kind(
            label=message("What somebody reported"), line=Line(colour=second, dashes=LONG)
        ),
        None: Kind(label=NOT_KNOWN, line=_unknown(colours), unknown=True),
    }, _kind_of


def _kind_of(tie: MapTie) -> str | None:
    if COLLABORATION in tie.kinds:
        return "joint"
    return "reported" if tie.kinds else None


def _funding(colours: Palette, as_of: date) -> Way:
    first, second, third = colours.lines

    def of(tie: MapTie) -> str | None:
        if tie.funding_end is None:
            return None
        if tie.funding_end < as_of:
            return "ended"
        return "soon" if tie.funding_end <= as_of + SOON else "later"

    return {
        "soon": Kind(label=message("Within a year"), line=Line(colour=second, dashes=LONG)),
        "later": Kind(label=message("Later than a year from now"), line=Line(colour=first)),
        "ended": Kind(label=message("It has ended"), line=Line(colour=third, dashes=SHORT)),
        None: Kind(
            label=message("No end of funding is known"), line=_unknown(colours), unknown=True
        ),
    }, of


def _unknown(colours: Palette) -> Line:
    return Line(colour=colours.faint, dashes=DOTTED)


_WAYS: Mapping[str, Callable[[Palette, date], Way]] = {
    "freshness": _freshness,
    "evidence": _evidence,
    "agreement": _agreement,
    "kind": _kind,
    "funding": _funding,
}

"""How areas are shaded by their counts: few classes with round bounds, and one colour by steps."""

from __future__ import annotations

from dataclasses import dataclass

SHADES = ("#e3eef0", "#bcd9de", "#8fbfc8", "#5b9fac")
"""From few to many; dark text keeps 4.5:1 on all, and marks 3:1 on the first two."""
NOBODY = "#ffffff"
_ROUND = (1, 2, 5)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shade:
    """A class of counts, both ends in it, and its colour."""

    low: int
    high: int
    colour: str


def shades(counts: list[int]) -> tuple[Shade, ...]:
    """The classes that counts fall in, from nobody on; bounds are 1, 2, 5, 10, 20, 50 and so on.

    >>> [(each.low, each.high) for each in shades([0, 3, 7, 40])]
    [(0, 0), (1, 5), (6, 10), (11, 20), (21, 40)]
    """
    most = max(counts, default=0)
    classes = [Shade(low=0, high=0, colour=NOBODY)] if 0 in counts else []
    bounds = [bound for bound in _bounds(most) if bound < most][-(len(SHADES) - 1) :]
    low = 1
    for number, high in enumerate([*bounds, most] if most else []):
        classes.append(Shade(low=low, high=high, colour=SHADES[number]))
        low = high + 1
    return tuple(classes)


def shade_of(count: int, classes: tuple[Shade, ...]) -> str:
    """The colour of a count."""
    return next((each.colour for each in classes if each.low <= count <= each.high), NOBODY)


def _bounds(most: int) -> list[int]:
    return [digit * 10**power for power in range(len(str(most))) for digit in _ROUND]

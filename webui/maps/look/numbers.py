"""The numbers of a legend, short enough to read and fine enough to tell apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from matcher.wording.message import Value, message

Writer = Callable[[float], Value]

MOST_DECIMALS = 3


def writer(largest: float, classes: Iterable[tuple[float, float]] = ()) -> Writer:
    """How the values of a measure whose largest is this are written.

    Whole numbers from ten on, one decimal from one on; below, shares as per cent or per mille.
    With more decimals where the lowest and the highest value of one of the classes would be
    written alike, though they differ.
    """
    if largest >= 1:
        decimals = _apart(classes, 1, 0 if largest >= 10 else 1)
        return lambda value: _short(value, decimals)
    whole, text = (100, "{number} %") if largest >= 0.1 else (1000, "{number} ‰")
    finer = _apart(classes, whole, 1)
    return lambda value: message(text, number=_short(whole * value, finer)) if value else 0


def _apart(classes: Iterable[tuple[float, float]], whole: int, fewest: int) -> int:
    """The fewest decimals, up to three, that keep the ends of every class apart."""
    ends = [(whole * low, whole * high) for low, high in classes if low != high]
    for decimals in range(fewest, MOST_DECIMALS):
        if all(_short(low, decimals) != _short(high, decimals) for low, high in ends):
            return decimals
    return MOST_DECIMALS if ends else fewest


def _short(value: float, decimals: int) -> int | float:
    fewer = round(value, 0 if value >= 10 and decimals == 1 else decimals)
    return int(fewer) if fewer == int(fewer) else fewer

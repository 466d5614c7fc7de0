"""The numbers of a legend, short enough to read and fine enough to tell apart."""

from __future__ import annotations

from collections.abc import Callable

from matcher.wording.message import Value, message

Writer = Callable[[float], Value]


def writer(largest: float) -> Writer:
    """How the values of a measure whose largest is this are written.

    Whole numbers from ten on, one decimal from one on; below, shares as per cent or per mille.
    """
    if largest >= 10:
        return round
    if largest >= 1:
        return _short
    if largest >= 0.1:
        return lambda value: message("{number} %", number=_short(100 * value)) if value else 0
    return lambda value: message("{number} ‰", number=_short(1000 * value)) if value else 0


def _short(value: float) -> int | float:
    return round(value) if value >= 10 or value == round(value) else round(value, 1)

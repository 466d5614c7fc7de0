"""The numbers of a legend, short enough to read and fine enough to tell apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from matcher.wording.message import Value, message

Writer = Callable[[float], Value]


def writer(largest: float, classes: Iterable[tuple[float, float]] = ()) -> Writer:
    """How the values of a measure whose largest is this are written.

    Whole numbers from ten on, one decimal from one on; below, shares as per cent or per mille.
    With one decimal also where the lowest and the highest value of one of the classes would be
    written alike without, though they differ; pages write no more.
    """
    if largest >= 1:
        alike = any(low != high and round(low) == round(high) for low, high in classes)
        return _short if largest < 10 or alike else round
    whole, text = (100, "{number} %") if largest >= 0.1 else (1000, "{number} ‰")
    return lambda value: message(text, number=_short(whole * value)) if value else 0


def _short(value: float) -> int | float:
    return round(value) if value >= 10 or value == round(value) else round(value, 1)

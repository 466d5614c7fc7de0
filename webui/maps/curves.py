"""Small curves of numbers over years, as points of a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDE, HIGH, EDGE = 240, 56, 5
"""The picture, in units of its own, and the room around the line for dots at its ends."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Curve:
    """A line over years; `pieces` are its runs of points, for a year may have no value.

    `first`, `last`, `low` and `high` are (year, value); `end` is where the last value stands.
    """

    pieces: tuple[str, ...]
    end: tuple[float, float]
    first: tuple[int, float]
    last: tuple[int, float]
    low: tuple[int, float]
    high: tuple[int, float]


def curve(
    years: Sequence[int], values: Sequence[float | None], *, highest: float | None = None
) -> Curve | None:
    """The curve of values from 0 (or below) to the highest; None where no year has one.

    `highest` is how far the picture reaches, where that is the same whatever the values are.
    """
    known = [(year, value) for year, value in zip(years, values, strict=True) if value is not None]
    if not known:
        return None
    low, high = min(0.0, *(value for _, value in known)), max(0.0, *(value for _, value in known))
    high = high if highest is None else highest
    places = [
        None if value is None else _place(number / max(len(years) - 1, 1), value, low, high)
        for number, value in enumerate(values)
    ]
    return Curve(
        pieces=tuple(" ".join(f"{x:g},{y:g}" for x, y in run) for run in _runs(places)),
        end=[place for place in places if place is not None][-1],
        first=known[0],
        last=known[-1],
        low=min(known, key=lambda each: each[1]),
        high=max(known, key=lambda each: each[1]),
    )


def _place(along: float, value: float, low: float, high: float) -> tuple[float, float]:
    up = (value - low) / (high - low) if high > low else 0.0
    return (
        round(EDGE + along * (WIDE - 2 * EDGE), 1),
        round(HIGH - EDGE - up * (HIGH - 2 * EDGE), 1),
    )


def _runs(
    places: Sequence[tuple[float, float] | None],
) -> list[list[tuple[float, float]]]:
    runs: list[list[tuple[float, float]]] = [[]]
    for place in places:
        if place is None:
            runs.append([])
        else:
            runs[-1].append(place)
    return [run for run in runs if run]

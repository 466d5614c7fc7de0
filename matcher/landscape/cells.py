"""Organisations by where they are, so that a question about a place meets those around it only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape.arrays import FloatArray, IntArray, closed

KM_PER_DEGREE = 111.2  # of latitude
DEGREES = 0.1  # the side of a cell
_ACROSS = round(360 / DEGREES) + 1


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Grouped:
    """Rows by a code: those of `codes[i]` are `rows[i]`; codes ascend, rows of a code too."""

    codes: IntArray
    rows: IntArray

    def of(self, code: int) -> IntArray:
        """The rows of one code."""
        return self.between(code, code)

    def between(self, first: int, last: int) -> IntArray:
        """The rows of all codes from the first to the last."""
        start = int(np.searchsorted(self.codes, first, "left"))
        stop = int(np.searchsorted(self.codes, last, "right"))
        return self.rows[start:stop]


def grouped(codes: IntArray) -> Grouped:
    """The rows by their codes; those with a negative one are in none.

    >>> grouped(np.array([7, -1, 3, 7])).of(7).tolist()
    [0, 3]
    """
    order = np.argsort(codes, kind="stable")
    order = order[codes[order] >= 0]
    return Grouped(codes=closed(codes[order]), rows=closed(order))


def cells(lat: FloatArray, lon: FloatArray) -> IntArray:
    """The cell that each place is in, −1 where it is not known."""
    known = ~np.isnan(lat)
    down = np.floor((np.where(known, lat, 0.0) + 90) / DEGREES).astype(np.int64)
    along = np.floor((np.where(known, lon, 0.0) + 180) / DEGREES).astype(np.int64)
    return np.where(known, down * _ACROSS + along, -1)


def around(index: Grouped, lat: float, lon: float, km: float) -> IntArray:
    """Those in the cells that a circle touches: all within `km`, and some beyond.

    A circle that reaches a pole or the date line loses what lies on its other side.
    """
    reach = km / KM_PER_DEGREE
    wide = reach / max(np.cos(np.radians(min(abs(lat) + reach, 89.0))), 1e-6)
    bands = np.arange(max(lat - reach, -90.0), min(lat + reach, 90.0) + DEGREES, DEGREES)
    first = cells(bands, np.full(len(bands), max(lon - wide, -180.0)))
    last = cells(bands, np.full(len(bands), min(lon + wide, 180.0)))
    starts = np.searchsorted(index.codes, first, "left").tolist()
    stops = np.searchsorted(index.codes, last, "right").tolist()
    found = [index.rows[start:stop] for start, stop in zip(starts, stops, strict=True)]
    return np.concatenate(found) if found else np.empty(0, np.int64)

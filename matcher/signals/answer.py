"""What a signal answers: a value for a few, and what holds for all others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from matcher.landscape.arrays import BoolArray, FloatArray, IntArray, Sparse, on_grid

# Points are multiples of 2**-40, so that sums of them carry no rounding: equal facts give equal
# scores whatever order they are added in.
POINT_BITS = 40


def points(weight: float, value: float) -> float:
    """The points of one value."""
    return round(weight * value * 2.0**POINT_BITS) / 2.0**POINT_BITS


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Answer:
    """Values of one signal, 0…1, nan where the data do not say.

    `values` are those of `rows` (ascending, each once), or of every organisation where `rows` is
    None. All others have 0 where `known` is true and nan where it is not: one truth for all, or
    one for each organisation. Half a million organisations cost what those few cost.
    """

    values: FloatArray
    rows: IntArray | None = None
    known: BoolArray | bool = True

    def dense(self, size: int) -> FloatArray:
        """One value an organisation; for tests and for learning."""
        if self.rows is None:
            return self.values
        found = np.where(np.broadcast_to(np.asarray(self.known), size), 0.0, np.nan)
        found[self.rows] = self.values
        return found

    def add_points(self, total: FloatArray, weight: float, unknown: float) -> None:
        """Adds weight × value to everybody's total, weight × `unknown` where it is not known."""
        given = on_grid(weight * self.values, POINT_BITS)
        if self.rows is None:
            total += np.nan_to_num(given, copy=False, nan=points(weight, unknown))
            return
        if unknown and self.known is False:
            total += points(weight, unknown)
        elif unknown and self.known is not True:
            total[~np.asarray(self.known)] += points(weight, unknown)
        total[self.rows] += given

    def at(self, rows: IntArray) -> FloatArray:
        """The values of some organisations."""
        if self.rows is None:
            return self.values[rows]
        known = self.known if isinstance(self.known, bool) else self.known[rows]
        found = np.where(known, 0.0, np.full(len(rows), np.nan))
        if len(self.rows):
            place = np.minimum(np.searchsorted(self.rows, rows), len(self.rows) - 1)
            hit = self.rows[place] == rows
            found[hit] = self.values[place[hit]]
        return found


NO_ROWS: IntArray = np.empty(0, np.int64)
NO_VALUES: FloatArray = np.empty(0)


def unknown_to_all() -> Answer:
    """The answer where nothing is known of the one who asks."""
    return Answer(values=NO_VALUES, rows=NO_ROWS, known=False)


def nobody(known: BoolArray | bool) -> Answer:
    """0 for all of whom something is known."""
    return Answer(values=NO_VALUES, rows=NO_ROWS, known=known)


def spread(matrix: Sparse, weights: Iterable[tuple[int, float]], total: FloatArray) -> FloatArray:
    """Adds the weighted rows of a matrix to `total`, and gives it back.

    The work is that of the entries met. Each row of the matrix names a column once.
    """
    for row, weight in weights:
        start, stop = matrix.indptr[row], matrix.indptr[row + 1]
        total[matrix.indices[start:stop]] += weight * matrix.data[start:stop]
    return total


def shared(total: FloatArray, divisor: FloatArray | float, known: BoolArray | bool) -> Answer:
    """What each organisation has of something, over a divisor of its own or of all."""
    found = np.flatnonzero(total != 0)  # truths are found faster than numbers
    if known is not True:
        found = found[np.asarray(known)[found]]
    over = divisor if isinstance(divisor, float) else divisor[found]
    return Answer(values=np.minimum(total[found] / over, 1.0), rows=found, known=known)

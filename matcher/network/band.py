"""Where those stand who have no ties: in rows below the others."""

from __future__ import annotations

import numpy as np

from matcher.network.matrix import Floats

STEP = 1.4
"""Between neighbours in the band, with 1 between neighbours that are tied."""

BELOW = 3 * STEP
"""Between the lowest of the others and the band."""


def band(count: int, others: Floats) -> Floats:
    """Rows as wide as the others are, or about three times as wide as high, read as a text is."""
    columns = min(columns_of(count, others), max(count, 1))
    top = float(others[:, 1].max()) + BELOW if len(others) else 0.0
    number = np.arange(count)
    x = (number % columns - (columns - 1) / 2) * STEP
    return np.stack([x, top + number // columns * STEP], axis=1)


def columns_of(count: int, others: Floats) -> int:
    """How many stand side by side in a row that is full."""
    if len(others):
        return max(8, int(np.ptp(others[:, 0]) / STEP) + 1)
    return max(1, int(np.ceil(np.sqrt(3 * count))))


def seats(count: int, others: Floats, every: Floats) -> Floats:
    """Places for more in a band that is there, row by row, from the middle out.

    `others` have ties, `every` are all that stand somewhere; there are so many seats that `count`
    of them are free whoever sits there.
    """
    columns = columns_of(count + len(every), others)
    if len(others):
        middle = float(others[:, 0].min() + others[:, 0].max()) / 2
        top = float(others[:, 1].max()) + BELOW
    else:
        middle = float(every[:, 0].min() + every[:, 0].max()) / 2 if len(every) else 0.0
        top = float(every[:, 1].min()) if len(every) else 0.0
    below = int((every[:, 1] > top - STEP).sum()) if len(every) else 0
    rows = -(-(4 * below + count) // columns)
    from_middle = np.arange(columns) - (columns - 1) / 2
    across = from_middle[np.lexsort((from_middle, np.abs(from_middle)))] * STEP + middle
    down = top + np.arange(rows) * STEP
    return np.stack([np.tile(across, rows), np.repeat(down, columns)], axis=1)

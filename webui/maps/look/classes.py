"""Nodes sorted into the few classes that colours can tell apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.wording.message import Value, message
from webui.maps.look.numbers import Writer, writer

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

UNKNOWN = -1
OTHER = -2


@dataclass(frozen=True, kw_only=True, slots=True)
class Classes:
    """For each node the number of its class; UNKNOWN and OTHER have numbers below 0.

    `labels` are the names of the classes from 0 on.
    """

    codes: Ints
    labels: tuple[Value, ...]

    def count(self, code: int) -> int:
        """How many are in a class."""
        return int((self.codes == code).sum())


def commonest(values: Ints, most: int, names: Sequence[Value]) -> Classes:
    """The `most` commonest values as classes, equally common ones in the order of `names`.

    `values` are places in `names`, −1 for what is not known; all the others are OTHER.
    """
    counts = np.bincount(values[values >= 0], minlength=len(names))
    order = np.argsort(-counts, kind="stable")[:most]
    kept = order[counts[order] > 0]
    code = np.full(len(names) + 1, OTHER, dtype=np.int64)
    code[-1] = UNKNOWN  # where the place −1 looks
    code[kept] = np.arange(len(kept))
    return Classes(codes=code[values], labels=tuple(names[place] for place in kept.tolist()))


def ranked(values: Floats, most: int) -> Classes:
    """Classes of about the same number of nodes, from the lowest values to the highest.

    Equal values are in the same class, so that there may be fewer; nan is not known. Labels say
    from where to where the values of a class go.
    """
    known = ~np.isnan(values)
    codes = np.full(len(values), UNKNOWN, dtype=np.int64)
    if not known.any():
        return Classes(codes=codes, labels=())
    largest = float(values[known].max())
    distinct = np.unique(values[known])
    if len(distinct) <= most:
        write = writer(largest)
        codes[known] = np.searchsorted(distinct, values[known])
        return Classes(codes=codes, labels=tuple(write(value) for value in distinct.tolist()))
    bounds = np.unique(np.quantile(values[known], np.linspace(0, 1, most + 1)[1:-1]))
    codes[known] = np.searchsorted(bounds, values[known], side="left")
    used, codes[known] = np.unique(codes[known], return_inverse=True)
    ends = [_ends(values[codes == number]) for number in range(len(used))]
    write = writer(largest, ends)
    return Classes(codes=codes, labels=tuple(_range(low, high, write) for low, high in ends))


def _ends(values: Floats) -> tuple[float, float]:
    return float(values.min()), float(values.max())


def _range(lowest: float, highest: float, write: Writer) -> Value:
    low, high = write(lowest), write(highest)
    return low if low == high else message("{low} to {high}", low=low, high=high)

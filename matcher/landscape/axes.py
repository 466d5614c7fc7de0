"""An axis that rows are taken from and added to, while all others keep their turn."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from matcher.landscape.arrays import Array, IntArray, Matrix, closed
from matcher.landscape.replacing import made

Text = TypeVar("Text", str, str | None)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Axis:
    """Where each old row stands now (`place`, −1 for those gone), and how many there are now."""

    place: IntArray
    size: int

    def array(self, old: Array, added: float | bool) -> Array:
        """One value a row, where it stands now, and what added rows have."""
        new = np.full(self.size, added, old.dtype)
        new[self.place[self.place >= 0]] = old[self.place >= 0]
        return closed(new)

    def texts(self, old: tuple[Text, ...], added: Text) -> tuple[Text, ...]:
        """The same for texts."""
        new = np.full(self.size, added, object)
        new[self.place[self.place >= 0]] = np.array(old, object)[self.place >= 0]
        return tuple(new.tolist())

    def codes(self, old: IntArray) -> IntArray:
        """Values that mean rows of this axis, −1 for none or for one that is gone."""
        return closed(np.append(self.place, -1)[old])

    def rows(self, matrix: Matrix) -> Matrix:
        """A matrix with the rows where they stand now; those gone must be empty, added ones are."""
        counts = np.zeros(self.size, np.int64)
        kept = self.place >= 0
        counts[self.place[kept]] = np.diff(matrix.indptr)[kept]
        ends = np.concatenate([[0], np.cumsum(counts)])
        return made(matrix.data, matrix.indices, ends, (self.size, matrix.shape[1]))

    def columns(self, matrix: Matrix) -> Matrix:
        """The same for columns."""
        indices = self.place.astype(np.int32)[matrix.indices]
        return made(matrix.data, indices, matrix.indptr, (matrix.shape[0], self.size))


def known_places(ids: tuple[str, ...], wanted: Collection[str]) -> list[int]:
    """The places of those that are there, ascending; `ids` ascend.

    >>> known_places(("a", "c", "d"), {"d", "b", "a"})
    [0, 2]
    """
    places = ((key, bisect_left(ids, key)) for key in sorted(wanted))
    return [place for key, place in places if place < len(ids) and ids[place] == key]


def changed(
    old: tuple[str, ...], gone: Collection[str], added: Collection[str]
) -> tuple[tuple[str, ...], Axis]:
    """The ids that there are now, in order, and the axis they stand on.

    Those gone are among the old ones, those added are not.
    """
    kept = np.ones(len(old), np.bool_)
    kept[known_places(old, gone)] = False
    before = np.bincount([bisect_left(old, key) for key in added], minlength=len(old) + 1)
    place = np.cumsum(kept) - 1 + np.cumsum(before)[: len(old)]
    ids = [old[at] for at in np.flatnonzero(kept).tolist()] if gone else list(old)
    for key in added:
        insort(ids, key)
    return tuple(ids), Axis(place=np.where(kept, place, -1), size=len(ids))

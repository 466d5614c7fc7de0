"""An axis that rows are taken from and added to, while all others keep their turn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.landscape.arrays import Array, IntArray, Sparse, closed
from matcher.landscape.replacing import made


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Axis:
    """Where each old row stands now (`place`, −1 for those gone), and how many there are now."""

    place: IntArray
    size: int

    def array(self, old: Array) -> Array:
        """One value a row, where it stands now; those of added rows are still to be written."""
        new = np.zeros(self.size, old.dtype)
        new[self.place[self.place >= 0]] = old[self.place >= 0]
        return new

    def codes(self, old: IntArray) -> IntArray:
        """Values that mean rows of this axis, −1 for none or for one that is gone."""
        return closed(np.append(self.place, -1)[old])

    def rows(self, matrix: Sparse) -> Sparse:
        """A matrix with the rows where they stand now; added ones are empty, as are those gone."""
        counts = np.zeros(self.size, np.int64)
        kept = self.place >= 0
        counts[self.place[kept]] = np.diff(matrix.indptr)[kept]
        ends = np.concatenate([[0], np.cumsum(counts)])
        return made(matrix.data, matrix.indices, ends, (self.size, matrix.shape[1]))

    def columns(self, matrix: Sparse) -> Sparse:
        """The same for columns."""
        indices = self.place.astype(np.int32)[matrix.indices]
        return made(matrix.data, indices, matrix.indptr, (matrix.shape[0], self.size))


def changed(old: tuple[str, ...], gone: set[str], added: set[str]) -> tuple[tuple[str, ...], Axis]:
    """The ids that there are now, in order, and the axis they stand on."""
    if not gone and not added:
        return old, Axis(place=np.arange(len(old)), size=len(old))
    kept = [key for key in old if key not in gone]
    ids = tuple(sorted([*kept, *added]))
    index = {key: place for place, key in enumerate(ids)}
    place = np.array([index[key] if key not in gone else -1 for key in old], np.int64)
    return ids, Axis(place=place, size=len(ids))

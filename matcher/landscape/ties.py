"""Who works, or has worked, with whom: from collaborations and from reports."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array, csr_array

from matcher.landscape.arrays import (
    BoolArray,
    FloatArray,
    IntArray,
    Sparse,
    SparseMask,
    closed,
    frozen,
    on_grid,
    product,
)
from matcher.landscape.collaborations import Stays
from matcher.landscape.columns import TieColumns
from matcher.landscape.evidence import joint, told

# A past tie is half as warm three years after it ended: about the length of a grant period, after
# which half of the people one knew there are likely to have moved on.
HALF_LIFE_DAYS = 3 * 365.25
# What a cold tie costs on top of its step. Four of them (the longest introduction) stay below one
# step, so that a shorter way always comes first and warmth decides among equally long ones.
COLD = 0.24


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Ties:
    """Symmetric matrices, organisations × organisations, nothing on the diagonal.

    `strength` (0…1) sums 1/(size − 1) over the collaborations that two have in common (Newman,
    "Scientific collaboration networks II", 2001) and the confidence of reported ties, up to 1:
    a meeting of forty ties nobody as closely as a project of three. `current` and `past` part
    its cells. `coldness` is what a step over the tie costs in an introduction: 1 for a current
    and 2 for a past tie, and up to COLD more the weaker it is and the longer ago.
    """

    strength: Sparse
    current: SparseMask
    past: SparseMask
    coldness: Sparse


def closeness(strength: FloatArray) -> FloatArray:
    """The root of strengths, on a coarse grid.

    The product of two is the geometric mean of two ties, and sums of such products are exact.
    """
    return on_grid(np.sqrt(strength), 13)


def near(strength: Sparse) -> Sparse:
    """The closeness of every tie."""
    return frozen(_like(strength, closeness(strength.data)))


def partner_weight(strength: Sparse, hidden: BoolArray) -> FloatArray:
    """What each organisation is worth as a common partner: 1 / ln(1 + its number of ties).

    One that everybody knows brings nobody together (Adamic and Adar, "Friends and neighbors on
    the web", 2003; one is added so that a single tie has a weight). Hidden ones are worth 0.
    """
    degree = np.maximum(np.diff(strength.indptr), 1)
    return closed(np.where(hidden, 0.0, on_grid(1.0 / np.log1p(degree), 13)))


def partner_total(strength: Sparse, weight: FloatArray) -> FloatArray:
    """What each organisation's partners come to: their weights times how strong the ties are."""
    square = np.square(closeness(strength.data))
    return closed(
        product(csr_array((square, strength.indices, strength.indptr), strength.shape), weight)
    )


def ties(
    found: Stays,
    reported: TieColumns,
    organisations: int,
    as_of: dt.date,
    sizes: IntArray | None = None,
) -> Ties:
    """The ties known on the day among so many organisations.

    `sizes` says how many took part in each collaboration where `found` has not all of them.

    Two that were never in a collaboration at the same time are not tied by it, nor is anyone by
    a collaboration with one participant.
    """
    met, said = joint(found, sizes), told(reported, as_of)
    strength = on_grid(np.concatenate([met.strength, said.strength]))
    strength = np.maximum(strength, 2.0**-20)  # the least on the grid: a tie is never nothing
    end = np.concatenate([met.end, said.end])
    today = as_of.toordinal()
    fresh = np.exp2((np.minimum(end, today) - today) / HALF_LIFE_DAYS)
    pairs = np.concatenate([met.a, said.a]) * organisations + np.concatenate([met.b, said.b])
    order = np.argsort(pairs)
    pairs = pairs[order]
    first = np.flatnonzero(np.diff(pairs, prepend=-1))
    total = _summed(strength[order], first)
    warmth = _summed(on_grid(strength * fresh)[order], first)
    now = _summed((end >= today)[order].astype(np.float64), first) > 0
    cold = np.where(now, 1.0, 2.0) + COLD * (1.0 - np.minimum(warmth, 1.0))
    pattern, pair = _both_ways(pairs[first], organisations)
    return Ties(
        strength=frozen(_like(pattern, np.minimum(total, 1.0)[pair])),
        current=_where(pattern, now[pair]),
        past=_where(pattern, ~now[pair]),
        coldness=frozen(_like(pattern, on_grid(cold)[pair])),
    )


def _summed(values: FloatArray, first: IntArray) -> FloatArray:
    """The sums of stretches, from where each begins."""
    return np.add.reduceat(values, first) if len(first) else np.empty(0)


def _both_ways(pairs: IntArray, organisations: int) -> tuple[Sparse, IntArray]:
    """A symmetric matrix with a cell for each end of pairs that ascend, and each cell's pair."""
    a, b = pairs // max(organisations, 1), pairs % max(organisations, 1)
    # Of each row, those before it come first: so its columns ascend without being sorted.
    cells = (np.concatenate([b, a]), np.concatenate([a, b]))
    pair = np.tile(np.arange(len(pairs), dtype=np.float64), 2)
    pattern = csr_array(coo_array((pair, cells), shape=(organisations, organisations)))
    return pattern, pattern.data.astype(np.int64)


def _like(pattern: Sparse, data: FloatArray) -> Sparse:
    return csr_array((data, pattern.indices.copy(), pattern.indptr.copy()), shape=pattern.shape)


def _where(pattern: Sparse, chosen: BoolArray) -> SparseMask:
    cells = (chosen.copy(), pattern.indices.copy(), pattern.indptr.copy())
    matrix: SparseMask = csr_array(cells, shape=pattern.shape)
    matrix.eliminate_zeros()
    return frozen(matrix)

"""What ties are known from: collaborations in common, and reports."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from matcher.landscape.arrays import BoolArray, FloatArray, IntArray
from matcher.landscape.collaborations import FOR_EVER, Stays
from matcher.landscape.columns import TieColumns, ordinals


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Evidence:
    """Pieces of evidence that two are tied, `a` before `b`; `end` is its last day (ordinal)."""

    a: IntArray
    b: IntArray
    strength: FloatArray
    end: IntArray


def joint(found: Stays, sizes: IntArray | None = None) -> Evidence:
    """All pairs of participants whose stays overlap, the latest of each collaboration.

    `sizes` is how many took part in each, counted from the stays where it is not given.
    """
    group = found.collaboration
    each = np.arange(len(group), dtype=np.int64)
    # Stays stand by collaboration: each is paired with those after it in the same one.
    counts = np.searchsorted(group, group, side="right") - each - 1
    left = np.repeat(each, counts)
    right = np.arange(len(left), dtype=np.int64) + (each + 1 - (np.cumsum(counts) - counts))[left]
    a, b = found.organisation[left], found.organisation[right]
    joined = np.maximum(found.joined[left], found.joined[right])
    end = np.minimum(found.left[left], found.left[right])
    kept = np.flatnonzero((a != b) & (joined <= end))
    again = _came_back(found)
    group = group[left[kept]]
    sizes = np.bincount(found.collaboration[~again]) if sizes is None else sizes
    strength = 1.0 / (sizes[group].astype(np.float64) - 1.0)
    pairs = Evidence(a=a[kept], b=b[kept], strength=strength, end=end[kept])
    return _latest(pairs, group) if again.any() else pairs


def _came_back(found: Stays) -> BoolArray:
    """Marks the second and later stays of an organisation in the same collaboration."""
    again = np.zeros(len(found.organisation), np.bool_)
    again[1:] = (np.diff(found.collaboration) == 0) & (np.diff(found.organisation) == 0)
    return again


def _latest(pairs: Evidence, group: IntArray) -> Evidence:
    """One piece of evidence for each pair and collaboration: the stay that ended last."""
    order = np.lexsort((-pairs.end, pairs.b, pairs.a, group))
    key = np.stack([group, pairs.a, pairs.b])[:, order]
    new = np.ones(len(order), np.bool_)
    new[1:] = (key[:, 1:] != key[:, :-1]).any(axis=0)
    kept = order[new]
    return Evidence(
        a=pairs.a[kept], b=pairs.b[kept], strength=pairs.strength[kept], end=pairs.end[kept]
    )


def told(reported: TieColumns, as_of: dt.date) -> Evidence:
    """Reported ties; how sure one is stands for how strong the tie is."""
    later = reported.since > np.datetime64(as_of, "D")
    at = np.flatnonzero((reported.a != reported.b) & ~later)
    sure = np.nan_to_num(reported.confidence[at], nan=1.0)
    return Evidence(
        a=np.minimum(reported.a[at], reported.b[at]),
        b=np.maximum(reported.a[at], reported.b[at]),
        strength=np.clip(sure, 0.0, 1.0),
        end=ordinals(reported.until[at], FOR_EVER),
    )

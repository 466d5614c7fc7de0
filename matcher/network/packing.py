"""Pushing apart what lies on top of each other."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from matcher.network.matrix import Floats


def apart(place: Floats, radius: Floats, *, rounds: int = 200) -> Floats:
    """Circles moved until none overlaps another by more than a thousandth, or rounds are used up.

    Every pair is looked at: meant for some hundreds of circles.
    """
    x, y = place[:, 0].copy(), place[:, 1].copy()
    reach = radius[:, None] + radius[None, :]
    np.fill_diagonal(reach, 0.0)
    for _ in range(rounds):
        dx, dy = x[:, None] - x[None, :], y[:, None] - y[None, :]
        distance = np.sqrt(dx * dx + dy * dy) + 1e-9
        lacking = np.maximum(reach - distance, 0.0)
        if lacking.size == 0 or lacking.max() < 1e-3 * radius.mean():
            break
        lacking /= distance
        x += 0.4 * np.einsum("ij,ij->i", dx, lacking)
        y += 0.4 * np.einsum("ij,ij->i", dy, lacking)
    return np.stack([x, y], axis=1)


def spread(place: Floats, gap: float, *, rounds: int = 12) -> Floats:
    """Points moved so that few are nearer to another than `gap`; others stay where they are."""
    place = place.copy()
    for _ in range(rounds):
        pairs = cKDTree(place).query_pairs(gap, output_type="ndarray")
        if not len(pairs):
            break
        a, b = pairs.T
        between = place[a] - place[b]
        distance = np.sqrt((between**2).sum(axis=1)) + 1e-9
        move = 0.35 * between * ((gap - distance) / distance)[:, None]
        for axis in (0, 1):
            shift = np.bincount(a, move[:, axis], len(place))
            shift -= np.bincount(b, move[:, axis], len(place))
            place[:, axis] += shift
    return place

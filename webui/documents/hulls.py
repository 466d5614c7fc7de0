"""Outlines around groups of nodes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.spatial import ConvexHull

Points = npt.NDArray[np.float64]
CORNERS = 8
"""A node's surroundings are drawn as so many corners, so that an outline is round at its ends."""
ALIKE = 1e-6


def outline(points: Points, margin: float) -> Points:
    """The convex outline of points (n × 2) with a margin, as corners in order (m × 2).

    A single point gives a small polygon around it; none gives no corners.
    """
    if not len(points):
        return np.empty((0, 2))
    turns = 2 * np.pi * np.arange(CORNERS) / CORNERS
    ring = max(margin, ALIKE) * np.stack([np.cos(turns), np.sin(turns)], axis=1)
    around = (points[:, None, :] + ring[None, :, :]).reshape(-1, 2)
    return np.asarray(around[ConvexHull(around).vertices])

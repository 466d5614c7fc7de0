"""Nodes numbered along the map: neighbours get near numbers, so that columns compress."""

from __future__ import annotations

import numpy as np

from matcher.network.matrix import Floats, Ints

_BITS = 10  # a grid of 1024 × 1024


def along(place: Floats) -> Ints:
    """The nodes (n × 2 pixels) in the order in which a Hilbert curve over the picture meets them.

    After Hilbert (1891). Nodes in the same cell keep their order; no nodes give no order.
    """
    if not len(place):
        return np.empty(0, np.int64)
    low, wide = place.min(axis=0), np.maximum(np.ptp(place, axis=0), 1.0)
    x, y = ((place - low) / wide * (2**_BITS - 1)).astype(np.int64).T
    distance = np.zeros(len(place), np.int64)
    for bit in range(_BITS - 1, -1, -1):
        right, down = x >> bit & 1, y >> bit & 1
        distance += (3 * right ^ down) << (2 * bit)
        turned, mirrored = down == 0, (down == 0) & (right == 1)
        x, y = np.where(mirrored, 2**_BITS - 1 - x, x), np.where(mirrored, 2**_BITS - 1 - y, y)
        x, y = np.where(turned, y, x), np.where(turned, x, y)
    return np.argsort(distance, kind="stable")

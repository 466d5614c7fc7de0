"""Force-directed placing, many small networks at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from matcher.network.matrix import Floats

ROUNDS = 80
GRAVITY = 0.05
PULL = 0.5

_GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))


def sunflower(count: int) -> Floats:
    """Points spread evenly over a disc, the first in the middle, about one unit apart."""
    number = np.arange(count) + 0.5
    distance, angle = np.sqrt(number), number * _GOLDEN_ANGLE
    return np.stack([distance * np.cos(angle), distance * np.sin(angle)], axis=1)


def settle(weights: Floats, radius: Floats, start: Floats, *, rounds: int = ROUNDS) -> Floats:
    """Where nodes come to rest that push one another away and are pulled together by ties.

    As Fruchterman and Reingold (1991), for a stack of k networks of m places each: `weights`
    k × m × m, `radius` k × m (0 = an empty place), `start` and the answer k × m × 2. Nodes with
    radii r and s rest about r + s apart. A node's step is divided by the root of its ties, so
    that hubs do not shake.
    """
    here = radius > 0
    reach = (radius[:, :, None] + radius[:, None, :]).astype(np.float32)
    push = np.where(here[:, :, None] & here[:, None, :], reach**2, 0.0).astype(np.float32)
    pull = (weights * PULL / np.maximum(reach, 1e-6)).astype(np.float32)
    calm = np.sqrt(np.maximum(1.0, weights.sum(axis=2)))[..., None]
    warm = 2.5 * radius.sum(axis=1) / np.maximum(here.sum(axis=1), 1)
    place = start.astype(np.float32)
    for turn in range(rounds):
        force = (_force(place, push, pull) - GRAVITY * place) / calm
        length = np.sqrt((force * force).sum(axis=-1, keepdims=True)) + 1e-9
        longest = warm[:, None, None] * (1 - turn / rounds)
        place = place + force / length * np.minimum(length, longest) * here[..., None]
        place = place.astype(np.float32)
    return place.astype(np.float64)


def _force(
    place: NDArray[np.float32], push: NDArray[np.float32], pull: NDArray[np.float32]
) -> NDArray[np.float32]:
    x, y = place[..., 0], place[..., 1]
    dx, dy = x[:, :, None] - x[:, None, :], y[:, :, None] - y[:, None, :]
    square = dx * dx
    square += dy * dy
    square += np.float32(1e-6)
    along = push / square
    along -= pull * np.sqrt(square, out=square)
    across = [np.einsum("kij,kij->ki", each, along) for each in (dx, dy)]
    return np.stack(across, axis=-1)


def settle_one(weights: Floats, radius: Floats, *, rounds: int = ROUNDS) -> Floats:
    """The same for one network; it starts from a disc, best-tied nodes in the middle."""
    start = np.empty((len(radius), 2))
    start[np.argsort(-weights.sum(axis=1), kind="stable")] = sunflower(len(radius))
    start *= 2 * radius.mean() if len(radius) else 1.0
    settled = settle(weights[None], radius[None], start[None], rounds=rounds)
    return np.asarray(settled[0])

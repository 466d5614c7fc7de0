"""Whether the network is a small world: tight circles, and yet short ways."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.network.groups import rewired
from matcher.network.matrix import Matrix
from matcher.network.measures.distances import distances
from matcher.network.measures.holes import clustering

CONTROLS = 3
SOURCES = 1024
"""The control is one of many that chance might make, so its distances are from some sources."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SmallWorld:
    """Mean local clustering and mean distance, the same of the control, and what they come to."""

    clustering: float | None
    mean_distance: float | None
    control_clustering: float | None
    control_mean_distance: float | None
    sigma: float | None


def small_world(matrix: Matrix, mean_distance: float | None, *, seed: int = 0) -> SmallWorld:
    """How many times more the network clusters than its control, for ways as much longer.

    .. math:: \\sigma = \\frac{C / C_r}{L / L_r}

    C is the mean of local clustering over all nodes (isolated ones have 0), L the mean distance of
    pairs that are connected. The control is the network with its ties swapped at random, every
    node keeping its number of ties; C_r and L_r are means of three such. Sigma is well above 1 for
    a small world; None without ties, or where the control has no triangle.

    >>> from matcher.network.matrix import symmetric
    >>> small_world(symmetric(3, np.array([(0, 1), (1, 2)])), 4 / 3).sigma is None
    True

    References: M. D. Humphries and K. Gurney (2008), "Network 'small-world-ness'", PLoS ONE 3,
    e0002051; S. Maslov and K. Sneppen (2002), "Specificity and stability in topology of protein
    networks", Science 296, 910–913.
    """
    if matrix.nnz == 0 or mean_distance is None:
        return SmallWorld(
            clustering=None,
            mean_distance=None,
            control_clustering=None,
            control_mean_distance=None,
            sigma=None,
        )
    own = float(clustering(matrix).mean())
    controls = [rewired(matrix, seed=seed + each) for each in range(CONTROLS)]
    theirs = float(np.mean([clustering(each).mean() for each in controls]))
    lengths = [_length(each, seed) for each in controls]
    length = float(np.mean(lengths))
    return SmallWorld(
        clustering=own,
        mean_distance=mean_distance,
        control_clustering=theirs,
        control_mean_distance=length,
        sigma=(own / theirs) / (mean_distance / length) if theirs else None,
    )


def _length(matrix: Matrix, seed: int) -> float:
    size = matrix.shape[0]
    chance = np.random.default_rng(seed)
    some = chance.choice(size, SOURCES, replace=False) if size > SOURCES else None
    mean = distances(matrix, some).mean
    return 1.0 if mean is None else mean

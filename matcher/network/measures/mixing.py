"""Whether ties keep within sectors or lead across them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.network.matrix import Ints, Matrix, upper


@dataclass(frozen=True, kw_only=True, slots=True)
class Mixing:
    """`ei_index` and `assortativity` as below, and the ties that they rest on: both ends known."""

    ei_index: float | None
    assortativity: float | None
    ties: int


def mixing(matrix: Matrix, group: Ints) -> Mixing:
    """The E–I index of groups, and their assortativity.

    .. math:: EI = \\frac{E - I}{E + I}, \\qquad
              r = \\frac{\\sum_i e_{ii} - \\sum_i a_i^2}{1 - \\sum_i a_i^2}

    E are ties between groups, I within; e is the share of ends of ties by groups of both ends, a
    its sums. EI is 1 where all ties lead to other groups, −1 where none does; r is 1 where none
    does, and 0 where ties do not look at groups. `group` is −1 where it is not known; such ties do
    not count. Both are None without ties, r also where all ends are of one group. Weights do not
    count, nor do isolated nodes.

    >>> from matcher.network.matrix import symmetric
    >>> mixing(symmetric(3, np.array([(0, 1), (1, 2)])), np.array([0, 0, 1])).ei_index
    0.0

    References: D. Krackhardt and R. N. Stern (1988), "Informal networks and organizational
    crises", Social Psychology Quarterly 51, 123–140; M. E. J. Newman (2003), "Mixing patterns in
    networks", Physical Review E 67, 026126.
    """
    a, b, _ = upper(matrix)
    known = (group[a] >= 0) & (group[b] >= 0)
    first, second = group[a][known], group[b][known]
    ties = len(first)
    if not ties:
        return Mixing(ei_index=None, assortativity=None, ties=0)
    within = float(np.count_nonzero(first == second)) / ties
    ends = np.bincount(np.concatenate([first, second])) / (2 * ties)
    by_chance = float((ends**2).sum())
    return Mixing(
        ei_index=1 - 2 * within,
        assortativity=None if by_chance >= 1 else (within - by_chance) / (1 - by_chance),
        ties=ties,
    )

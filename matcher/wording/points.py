"""Points as people read them: rounded so that what is shown still adds up."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal

DIGITS = 2


def shown_points(points: Sequence[float], digits: int = DIGITS) -> tuple[Decimal, ...]:
    """The points with so many decimals; their sum is the rounded sum of the points.

    Rounding each by itself could miss the score by a hundredth or two. So all are rounded down,
    and what is left goes to those that lost the most, the first of equal ones (the method of
    largest remainders). Points are 0 or more; none give nothing.

    >>> [str(each) for each in shown_points([1 / 3, 1 / 3, 1 / 3])]
    ['0.34', '0.33', '0.33']
    """
    scaled = [each * 10**digits for each in points]
    units = [math.floor(each) for each in scaled]
    left = round(math.fsum(scaled)) - sum(units)
    losers = sorted(range(len(units)), key=lambda at: units[at] - scaled[at])
    for at in losers[:left]:
        units[at] += 1
    return tuple(Decimal(each).scaleb(-digits) for each in units)


def shown_score(points: Sequence[float], digits: int = DIGITS) -> Decimal:
    """The score that the points, as shown, add up to."""
    return sum(shown_points(points, digits), Decimal(0).scaleb(-digits))

"""Who may be suggested, decided before anything is scored."""

from __future__ import annotations

from collections.abc import Collection

from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray
from matcher.landscape.family import family


def candidates(
    landscape: Landscape,
    asker: int,
    *,
    include_current: bool = False,
    exclude: Collection[int] = (),
) -> BoolArray:
    """Mask of those who may be suggested to an organisation.

    Not itself, not what it is a unit of nor its own units (at any depth), not hidden ones, not
    those who said no to new partners, none of the rows in `exclude`; and, unless
    `include_current`, not its current partners.
    """
    shut = landscape.hidden | (landscape.open_to_partners == 0)
    allowed: BoolArray = ~(shut | family(landscape.parent, asker))
    if not include_current:
        start, stop = landscape.current.indptr[asker : asker + 2]
        allowed[landscape.current.indices[start:stop]] = False
    allowed[list(exclude)] = False
    return allowed

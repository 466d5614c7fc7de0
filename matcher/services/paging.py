"""Which page of a list is shown."""

from __future__ import annotations


def pages_of(count: int, page: int, per_page: int) -> tuple[int, int]:
    """(page, pages): the page asked for, or the nearest there is; an empty list has one page.

    >>> pages_of(101, 9, 50), pages_of(0, 1, 50)
    ((3, 3), (1, 1))
    """
    pages = max(1, -(-count // per_page))
    return min(max(1, page), pages), pages

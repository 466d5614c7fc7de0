"""Who does what: the grid of tasks and parties, and what in it hampers the work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

RESPONSIBLE = "responsible"


@dataclass(frozen=True, kw_only=True, slots=True)
class GridWarning:
    """A task that nobody is responsible for, or several: then nobody quite is."""

    task: str
    kind: Literal["nobody", "several"]


def grid_warnings(
    rows: Sequence[Mapping[str, Any]], parties: Sequence[str]
) -> tuple[GridWarning, ...]:
    """The tasks without exactly one responsible party among those that take part (ids).

    >>> grid_warnings([{"task": "Mad", "parts": {"a": "responsible"}}], ["b"])
    (GridWarning(task='Mad', kind='nobody'),)
    """
    found = []
    for row in rows:
        responsible = sum(row["parts"].get(each) == RESPONSIBLE for each in parties)
        if responsible != 1:
            kind: Literal["nobody", "several"] = "several" if responsible else "nobody"
            found.append(GridWarning(task=row["task"], kind=kind))
    return tuple(found)

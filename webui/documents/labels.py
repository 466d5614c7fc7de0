"""Names on a drawn map: larger nodes first, never one over another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

CELL = 24.0
"""Points: boxes are looked up in squares of this size, about the height of two lines."""
IMPORTANT = 40
"""So many of the largest nodes have a name even where it lies over smaller nodes."""
GAP = 1.5

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """A node to be named: its place and radius, and how wide its name is, all in points."""

    x: float
    y: float
    radius: float
    wide: float


@dataclass(slots=True)
class _Taken:
    """Boxes by the squares that they lie in."""

    cells: dict[tuple[int, int], list[Box]] = field(default_factory=lambda: defaultdict(list))

    def add(self, box: Box) -> None:
        for cell in _cells(box):
            self.cells[cell].append(box)

    def meets(self, box: Box) -> bool:
        return any(
            other[0] < box[2] and box[0] < other[2] and other[1] < box[3] and box[1] < other[3]
            for cell in _cells(box)
            for other in self.cells.get(cell, ())
        )


def place(
    spots: Sequence[Spot], height: float, frame: Box, *, all_of_them: bool = False
) -> list[tuple[int, float, float]]:
    """(number of the spot, left, top) of the names there is room for, in the order of placing.

    `height` is that of a line; a name lies inside the frame, beside or under or above its node,
    and over no other name. The largest nodes come first, then as the spots are given. A name lies
    over no node but those of the `IMPORTANT` largest, which may cover smaller ones. With
    `all_of_them` every name may lie over nodes.
    """
    names, nodes = _Taken(), _Taken()
    order = sorted(range(len(spots)), key=lambda number: -spots[number].radius)
    for spot in spots:
        nodes.add(_around(spot))
    placed = []
    for rank, number in enumerate(order):
        free = [
            box
            for box in _sides(spots[number], height)
            if _inside(box, frame) and not names.meets(box)
        ]
        clear = next((box for box in free if not nodes.meets(box)), None)
        if clear is None and free and (all_of_them or rank < IMPORTANT):
            clear = free[0]
        if clear is not None:
            names.add(clear)
            placed.append((number, clear[0], clear[1]))
    return placed


def _sides(spot: Spot, height: float) -> Iterator[Box]:
    half, away = spot.wide / 2, spot.radius + GAP
    for left, top in (
        (spot.x + away, spot.y - height / 2),
        (spot.x - away - spot.wide, spot.y - height / 2),
        (spot.x - half, spot.y + away),
        (spot.x - half, spot.y - away - height),
    ):
        yield (left, top, left + spot.wide, top + height)


def _around(spot: Spot) -> Box:
    return (
        spot.x - spot.radius,
        spot.y - spot.radius,
        spot.x + spot.radius,
        spot.y + spot.radius,
    )


def _inside(box: Box, frame: Box) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box[0] // CELL), int(box[2] // CELL) + 1):
        for row in range(int(box[1] // CELL), int(box[3] // CELL) + 1):
            yield column, row

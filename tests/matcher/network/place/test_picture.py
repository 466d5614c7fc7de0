"""Counts by area, and outlines as they are drawn."""

from __future__ import annotations

import numpy as np

from matcher.network.place.bounds import Bound
from matcher.network.place.picture import PlacePicture, coarse, place_picture
from matcher.network.place.standing import stand
from tests.engine_factories import make_landscape, make_organisation
from tests.matcher.network.place.makers import make_bound, make_outline, make_square

TOWN = make_bound("København")
QUARTER = make_bound(
    "Valby",
    make_outline([make_square(12.2, 55.2, 0.1)]),
    level="district",
    municipality="København",
)
LANDSCAPE = make_landscape(
    make_organisation("a", municipality="København", district="Valby"),
    make_organisation("b", municipality="København"),
    make_organisation("c"),
)


def pictured(
    *rows: int, level: str | None = None, bounds: tuple[Bound, ...] = (TOWN, QUARTER)
) -> PlacePicture:
    standing = stand(LANDSCAPE.places, LANDSCAPE.ids, bounds)
    return place_picture(standing, bounds, np.array(rows, np.int64), level)


def test_the_finest_level_that_counts_anybody_is_chosen() -> None:
    assert (pictured(0, 1, 2).level, pictured(1, 2).level) == ("district", "municipality")
    assert pictured(0, 1, 2, level="municipality").level == "municipality"


def test_counts_and_those_who_are_in_none() -> None:
    found = pictured(0, 1, 2, level="municipality")
    assert [(area.bound.name, area.count) for area in found.areas] == [("København", 2)]
    assert (found.outside, found.unplaced) == (1, 1)


def test_nobody_and_no_boundary_give_an_empty_map() -> None:
    empty = pictured(2, bounds=())
    assert (empty.level, empty.areas, empty.box, empty.unplaced) == (None, (), None, 1)
    assert pictured().box == TOWN.outline.box


def test_what_is_seen_holds_everybody_and_the_areas_that_count() -> None:
    west, south, east, north = pictured(0).box or (0, 0, 0, 0)
    assert (west, south) == (12.2, 55.2)
    assert (round(east, 6), round(north, 6)) == (12.3, 55.3)


def test_neighbours_still_share_their_side_on_a_coarse_grid() -> None:
    one, other = make_outline([make_square(0, 0)]), make_outline([make_square(1, 0)])
    shared = {tuple(p) for p in coarse(one, 0.3)[0][0].tolist()} & {
        tuple(p) for p in coarse(other, 0.3)[0][0].tolist()
    }
    assert len(shared) == 2


def test_an_island_too_small_to_see_goes_but_never_the_whole_area() -> None:
    area = make_outline([make_square(0, 0, 5)], [make_square(9, 9, 0.01)])
    assert len(coarse(area, 0.5)) == 1
    assert len(coarse(make_outline([make_square(9, 9, 0.01)]), 0.5)[0][0]) == 5

"""The geographic map on paper: whatever it is called and however little there is."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.network.place.bounds import Bound
from matcher.network.place.picture import PlacePicture, place_picture
from matcher.network.place.standing import HOW, Standing
from tests.matcher.network.place.makers import make_bound, make_outline, make_square
from tests.webui.documents.makers import NASTY, make_map, make_sheet
from webui.documents.place_poster import place_poster


def make_place(n: int, *bounds: Bound, known: bool = True) -> PlacePicture:
    """So many on a line through the first boundary, or nobody anywhere."""
    rng = np.linspace(0.1, 0.9, n)
    nowhere = np.full(n, np.nan)
    standing = Standing(
        lat=55 + rng if known else nowhere,
        lon=12 + rng if known else nowhere,
        how=np.full(n, HOW.index("known") if known else -1, np.int64),
        area={"municipality": np.full(n, 0 if bounds else -1), "district": np.full(n, -1)},
    )
    return place_picture(standing, bounds, np.arange(n), None)


@pytest.mark.parametrize("count", [0, 1, 40])
@pytest.mark.parametrize("known", [True, False])
def test_it_is_drawn_however_many_there_are(count: int, known: bool) -> None:
    made = place_poster(
        make_sheet(make_map(count)), make_place(count, make_bound("A"), known=known)
    )
    assert made.startswith(b"\x89PNG")


def test_without_boundaries_there_are_marks_alone() -> None:
    assert place_poster(make_sheet(make_map(5)), make_place(5), "pdf").startswith(b"%PDF")


def test_names_are_no_markup_and_holes_are_left_open() -> None:
    ring = make_outline([make_square(12, 55), make_square(12.3, 55.3, 0.3)])
    bound = make_bound(NASTY, ring, source=NASTY)
    svg = place_poster(make_sheet(make_map(4, name=NASTY)), make_place(4, bound), "svg").decode()
    assert "</script>" not in svg
    assert "evenodd" in svg

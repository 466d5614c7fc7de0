"""Distances and areas in words."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.brief import Near
from tests.engine_factories import make_landscape
from tests.engine_factories import make_organisation as org
from tests.matcher.wording.suggestion.saying import said_of, said_to, settles


@pytest.mark.parametrize(
    ("mine", "theirs", "text"),
    [
        ({"lat": 55.0, "lon": 12.0}, {"lat": 55.0, "lon": 12.0}, "Less than 100 metres apart."),
        ({"lat": 55.0, "lon": 12.0}, {"lat": 55.011, "lon": 12.0}, "1.2 km apart."),
        ({"lat": 55.0, "lon": 12.0}, {"lat": 56.0, "lon": 12.0}, "111 km apart."),
        ({"district": "Nord"}, {"district": "Nord"}, "Both are in Nord."),
        ({"municipality": "Byen"}, {"municipality": "Byen"}, "Both are in Byen."),
        ({"postcode": "1000"}, {"postcode": "1000"}, "Both have postcode 1000."),
        ({"municipality": "Byen"}, {"municipality": "Øen"},
         "They are in another municipality than you."),
        ({}, {"postcode": "1000"}, "We do not know where you are."),
        ({"postcode": "1000"}, {}, "We do not know where they are."),
        ({"postcode": "1000"}, {"postcode": "2000"}, "We do not know how far apart you are."),
    ],
)  # fmt: skip
def test_places(mine: dict[str, Any], theirs: dict[str, Any], text: str) -> None:
    assert said_to("nearness", org("a", **mine), org("b", **theirs))[0] == text


def test_the_place_of_an_idea() -> None:
    landscape = make_landscape(
        org("a"), org("b", district="Nord", municipality="Byen", lat=55.0, lon=12.0),
        org("c", municipality="Øen"), org("d"),
    )  # fmt: skip
    near = Near(lat=55.011, lon=12.0, km=10)
    assert said_of("nearness", landscape, near=near).reason == "1.2 km apart."
    assert said_of("nearness", landscape, area="Byen").reason == (
        "They are in Byen, where the idea belongs."
    )
    assert said_of("nearness", landscape, area="Byen", they="c").reason == (
        "They are in another municipality than the idea."
    )
    assert said_of("nearness", landscape).reason == "The idea does not say where."
    assert settles("nearness", landscape) == "Say where the idea belongs."
    assert settles("nearness", landscape, area="Byen", they="d") == "Ask them where they are."
    assert settles("nearness", landscape, near=near, they="c") == "Write the addresses in full."

"""Funding in words."""

from __future__ import annotations

import pytest

from matcher.landscape import Landscape
from tests.engine_factories import make_collaboration, make_landscape
from tests.engine_factories import make_organisation as org
from tests.matcher.wording.suggestion.saying import facts_of, said_of, settles

FUND = "Nordea Fonden"


@pytest.fixture
def landscape() -> Landscape:
    """Two paid by the fund, one by another with a name like it, one by nobody known."""
    return make_landscape(
        "a", org("b", municipality="Byen"), "like", org("poor", municipality="Øen"), "new",
        joint=[
            make_collaboration("bath", ["b"], funding_source=FUND),
            make_collaboration("park", ["b", "a"], funding_source=FUND),
            make_collaboration("choir", ["like"], funding_source="Nordea Puljen"),
            make_collaboration("beds", ["poor"]),
            *(make_collaboration(f"x{i}", ["a"], funding_source=f"{name} Bevilling")
              for i, name in enumerate(("Statens", "Kommunens", "Kirkens", "Regionens"))),
        ],
    )  # fmt: skip


def test_collaborations_of_the_same_fund(landscape: Landscape) -> None:
    assert said_of("same_funding", landscape, funding_source="nordea fonden").reason.startswith(
        "They took part in 2 collaborations funded by nordea fonden: "
    )
    assert facts_of("same_funding", landscape, funding_source=FUND) == ["Bath", "Park"]
    assert said_of("same_funding", landscape, funding_source=FUND, they="like") == (
        "They took part in 1 collaboration whose funding has a name like Nordea Fonden: Choir.",
        "Others have taken part in more with such funding, or in smaller groups.",
    )
    assert said_of("same_funding", landscape, funding_source=FUND, they="poor").reason == (
        "None of their collaborations is known to have been funded by Nordea Fonden."
    )


def test_a_fund_that_is_not_known(landscape: Landscape) -> None:
    assert settles("same_funding", landscape) == "Say which funding you are looking for."
    assert settles("area_funded", landscape) == "Say which funding you are looking for."
    assert settles("same_funding", landscape, funding_source=FUND, they="new") == (
        "Ask them what they have taken part in."
    )
    nobody = make_landscape("a", "b")
    assert said_of("same_funding", nobody, funding_source=FUND).reason == (
        "We do not know how any collaboration was funded."
    )


def test_areas_of_a_fund(landscape: Landscape) -> None:
    assert said_of("area_funded", landscape, funding_source=FUND).reason == (
        "In Byen there are collaborations funded by Nordea Fonden or something with a name like it."
    )
    assert facts_of("area_funded", landscape, funding_source=FUND) == ["Byen"]
    assert said_of("area_funded", landscape, funding_source=FUND, they="poor").reason == (
        "No collaboration in their area is known to have been funded by Nordea Fonden."
    )
    assert settles("area_funded", landscape, funding_source=FUND, they="new") == (
        "Look up which municipality they are in."
    )

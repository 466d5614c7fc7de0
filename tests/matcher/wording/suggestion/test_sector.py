"""Sectors in words."""

from __future__ import annotations

import pytest

from tests.engine_factories import make_landscape
from tests.engine_factories import make_organisation as org
from tests.matcher.wording.suggestion.saying import said_of, said_to, settles


@pytest.mark.parametrize(
    ("mine", "theirs", "text"),
    [
        ("public", "association", "Unlike you, they are an association."),
        ("business", "public", "Unlike you, they are a public body."),
        ("public", "business", "Unlike you, they are a business."),
        ("public", "public", "They are from the same sector as you."),
        ("public", None, "We do not know their sector."),
        (None, "public", "We do not know your sector."),
    ],
)
def test_sectors(mine: str | None, theirs: str | None, text: str) -> None:
    assert said_to("other_sector", org("a", sector=mine), org("b", sector=theirs))[0] == text


def test_sectors_that_must_be_in() -> None:
    landscape = make_landscape(
        org("a", sector="public"), org("b", sector="business"), org("c", sector="public"), "d"
    )
    wanted = {"asker": "a", "sectors": ["business"]}
    assert said_of("other_sector", landscape, **wanted).reason == (
        "They are a business, which is wanted."
    )
    assert said_of("other_sector", landscape, **wanted, they="c").reason == (
        "They are not from a sector that is missing."
    )
    assert said_of("other_sector", landscape, sectors=["public"], they="c").reason == (
        "They are a public body, which is wanted."
    )
    assert said_of("other_sector", landscape, sectors=["public"], they="d").reason == (
        "We do not know their sector."
    )
    assert said_of("other_sector", landscape).reason == (
        "The idea does not say which sectors must be in."
    )
    assert settles("other_sector", landscape) == "Say which sectors must be in."
    assert settles("other_sector", landscape, asker="d") == "Say which sector you are from."

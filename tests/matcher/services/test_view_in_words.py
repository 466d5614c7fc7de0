"""The conditions of a view in words."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from matcher.network.picture import MapView
from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.view_in_words import view_in_words
from matcher.wording.say import say
from tests.factories import make_organisation

TODAY = date.today()
DAY = date(2026, 5, 1)

EACH: dict[str, object] = {
    "sector": "public",
    "kind": "club",
    "theme": "loneliness",
    "target_group": "gone",
    "offers": "kitchen",
    "needs": "kitchen",
    "area": "Valby",
    "agreement": "written",
    "since": DAY,
    "until": DAY,
    "evidence": "reported",
    "funding_until": DAY,
    "around": "a",
    "collaboration": "c",
    "only": ("a",),
    "without": ("b", "c"),
}


def words(installation: Installation, view: MapView) -> list[str]:
    return [say(each, "en") for each in view_in_words(installation, OPERATOR, view, as_of=TODAY)]


def test_everything_has_no_condition(installation: Installation) -> None:
    assert words(installation, MapView()) == []


@pytest.mark.parametrize("name", EACH)
def test_every_condition_is_a_sentence(installation: Installation, name: str) -> None:
    make_organisation(installation, id="a", name="Aftenskolen")
    (said,) = words(installation, MapView(**{name: EACH[name]}))  # type: ignore[arg-type]
    assert said.endswith(".")


def test_none_is_forgotten() -> None:
    said_with_another = {"steps", "path_to"}
    assert {field.name for field in fields(MapView)} == set(EACH) | said_with_another


def test_names_instead_of_ids(installation: Installation) -> None:
    make_organisation(installation, id="a", name="Aftenskolen")
    make_organisation(installation, id="b", name="Biblioteket")
    assert words(installation, MapView(around="a", steps=1)) == [
        "Around Aftenskolen, up to 1 step away."
    ]
    assert words(installation, MapView(around="a", path_to="b")) == [
        "The shortest ways between Aftenskolen and Biblioteket."
    ]
    assert words(installation, MapView(sector="unknown")) == ["Sector: Not known."]
    assert words(installation, MapView(without=("a",))) == ["1 organisation is left out."]

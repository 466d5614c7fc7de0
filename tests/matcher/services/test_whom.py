"""An organisation meant by an id or a name."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.installation import Installation
from matcher.services.whom import rows_meant
from matcher.wording.say import say
from tests.factories import make_organisation
from tests.neighbourhood import AS_OF, make_neighbourhood


@pytest.mark.parametrize(
    ("who", "meant"),
    [
        ("school", "school"),
        ("Ålholm Skole", "school"),
        ("aalholm  SKOLE", "school"),
        ("ålh", "school"),
        ("Cafe Groen", "cafe"),
        ("bro", "bridge"),
    ],
)
def test_an_id_a_name_or_its_beginning(installation: Installation, who: str, meant: str) -> None:
    make_neighbourhood(installation)
    landscape, (row,) = rows_meant(installation, [who], AS_OF)
    assert landscape.ids[row] == meant


def test_the_whole_name_comes_before_the_beginning_of_another(installation: Installation) -> None:
    make_organisation(installation, "Valby", id="short")
    make_organisation(installation, "Valby Skole", id="long")
    landscape, (row,) = rows_meant(installation, ["valby"], AS_OF)
    assert landscape.ids[row] == "short"


def test_a_name_as_it_is_written_comes_before_another_spelling(
    installation: Installation,
) -> None:
    make_organisation(installation, "Åse", id="short")
    make_organisation(installation, "Aase", id="long")
    for who, meant in (("ÅSE", "short"), ("aase", "long")):
        landscape, (row,) = rows_meant(installation, [who], AS_OF)
        assert landscape.ids[row] == meant


def test_several_that_fit_are_told_with_their_ids(installation: Installation) -> None:
    make_organisation(installation, "Valby Skole", id="a")
    make_organisation(installation, "Valby Bibliotek", id="b")
    with pytest.raises(Refusal) as refusal:
        rows_meant(installation, ["valby"], AS_OF)
    assert refusal.value.code == "ambiguous"
    assert refusal.value.details["candidates"] == [
        {"id": "b", "name": "Valby Bibliotek"},
        {"id": "a", "name": "Valby Skole"},
    ]
    assert refusal.value.hint is not None
    assert "Valby Bibliotek (b)" in say(refusal.value.hint, "en")


@pytest.mark.parametrize(
    ("who", "hint"),
    [
        ("Alholm skoel", "Did you mean Ålholm Skole"),
        ("zzzzzz", "Search for it"),
        ("", "Search for it"),
    ],
)
def test_nobody_that_fits_is_answered_with_the_nearest(
    installation: Installation, who: str, hint: str
) -> None:
    make_neighbourhood(installation)
    with pytest.raises(Refusal) as refusal:
        rows_meant(installation, [who], AS_OF)
    assert refusal.value.code == "not_found"
    assert refusal.value.hint is not None
    assert say(refusal.value.hint, "en").startswith(hint)


def test_a_name_without_end_is_nobodys(installation: Installation) -> None:
    with pytest.raises(Refusal) as refusal:
        rows_meant(installation, ["x" * 60_000], AS_OF)
    assert refusal.value.code == "not_found"


def test_hidden_ones_are_not_offered_as_the_nearest(installation: Installation) -> None:
    make_organisation(installation, "Ålholm Skole", hidden=True)
    with pytest.raises(Refusal) as refusal:
        rows_meant(installation, ["Alholm Skoel"], AS_OF)
    assert refusal.value.hint is not None
    assert "Skole" not in say(refusal.value.hint, "en")

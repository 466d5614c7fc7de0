"""What a brief's form says, and what is wrong with it."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.exchange.brief_text import BriefText, NearText, NeedText, SlotText
from matcher.services.brief_forms import form_of, read_brief_form
from matcher.services.forms import Form
from matcher.services.installation import Installation
from matcher.wording.say import say
from tests.factories import make_organisation
from tests.matcher.services.brief_forms.test_fields import NAMES, WHOLE
from tests.neighbourhood import AS_OF, make_neighbourhood


def read(installation: Installation, form: Form) -> BriefText:
    return read_brief_form(installation, form, as_of=AS_OF)


def wrong(installation: Installation, **parts: Any) -> dict[str, str]:
    """What is wrong with a form, by field, in English."""
    values = {"purpose": "Mad", **parts.pop("values", {})}
    form = Form(values=values, choices=parts.pop("choices", {}), rows=parts.pop("rows", {}))
    with pytest.raises(Refusal) as refused:
        read(installation, form)
    assert refused.value.code == "invalid"
    fields = refused.value.details["fields"]
    assert isinstance(fields, dict)
    return {name: say(text, "en") for name, text in fields.items()}


def test_what_is_shown_is_read_again(installation: Installation) -> None:
    make_neighbourhood(installation)
    make_organisation(installation, "Nabo", postcode="2450", lat=55.65, lon=12.53)
    assert read(installation, form_of(WHOLE, NAMES)) == WHOLE
    point = BriefText(purpose="Sang", near=NearText(km=5.0, lat=55.5, lon=12.25))
    assert read(installation, form_of(point, {})) == point
    area = BriefText(target_groups=("older",), area="Valby")
    assert read(installation, form_of(area, {})) == area


def test_names_mean_whom_they_mean_and_words_are_tidied(installation: Installation) -> None:
    make_neighbourhood(installation)
    make_organisation(installation, "Klubben", id="one")
    make_organisation(installation, "Klubben", id="two", postcode="2500", lat=55.65, lon=12.53)
    form = Form(
        values={"purpose": " Mad\r\nog snak ", "asker": "kulturh", "km": "2,5", "postcode": "2500"},
        rows={
            "members": ({"organisation": "klubben", "organisation_id": "two"},),
            "needs": ({"term": "transport", "amount": "1.250", "when": " tirsdag "},),
            "exclude": ({"organisation": "Ålholm Skole", "organisation_id": "cafe"},),
            "slots": ({"name": "Bil", "sector": "", "need1": "transport", "need3": "transport"},),
        },
    )
    assert read(installation, form) == BriefText(
        purpose="Mad\nog snak",
        asker="house",
        members=("two",),
        needs=(NeedText(term="transport", amount=1250.0, when="tirsdag"),),
        exclude=("school",),
        near=NearText(km=2.5, postcode="2500"),
        slots=(SlotText(name="Bil", needs=("transport",)),),
    )


@pytest.mark.parametrize(
    "values", [{"purpose": ""}, {"purpose": "", "title": "Idé", "area": "Valby"}]
)
def test_a_brief_must_say_what_is_looked_for(
    installation: Installation, values: dict[str, str]
) -> None:
    assert "Say what you look for" in wrong(installation, values=values)["purpose"]


def test_who_is_not_known_is_said_at_the_field(installation: Installation) -> None:
    make_neighbourhood(installation)
    rows = {"members": ({"organisation": "Ålholm Skoel", "organisation_id": ""},)}
    errors = wrong(installation, values={"asker": "zzzz"}, rows=rows)
    assert set(errors) == {"asker", "members-0-organisation"}
    assert "Did you mean Ålholm Skole?" in errors["members-0-organisation"]


def test_several_that_fit_are_told_apart(installation: Installation) -> None:
    make_organisation(installation, "Klubben", id="one")
    make_organisation(installation, "Klubben", id="two")
    errors = wrong(installation, values={"asker": "Klubben"})
    assert "(one)" in errors["asker"]
    assert "(two)" in errors["asker"]


@pytest.mark.parametrize("part", ["asker", "members"])
def test_nobody_is_in_and_left_out(installation: Installation, part: str) -> None:
    make_neighbourhood(installation)
    row = {"organisation": "Café Grøn", "organisation_id": ""}
    empty = {"organisation": "", "organisation_id": ""}
    values = {"asker": "Café Grøn"} if part == "asker" else {}
    rows = {"exclude": (empty, row), **({} if part == "asker" else {"members": (row,)})}
    errors = wrong(installation, values=values, rows=rows)
    assert list(errors) == ["exclude-1-organisation"]


@pytest.mark.parametrize(
    ("values", "at"),
    [
        ({"postcode": "2450"}, "km"),
        ({"km": "5"}, "postcode"),
        ({"postcode": "2450", "km": "0"}, "km"),
        ({"postcode": "2450", "km": "-5"}, "km"),
        ({"postcode": "2450", "km": "far"}, "km"),
        ({"postcode": "2450", "km": "nan"}, "km"),
        ({"postcode": "2450", "km": "5", "area": "Valby"}, "area"),
        ({"postcode": "2450", "km": "5", "lat": "55", "lon": "12"}, "postcode"),
        ({"lat": "55", "km": "5"}, "lat"),
        ({"lat": "95", "lon": "12", "km": "5"}, "lat"),
        ({"title": "x" * 201}, "title"),
        ({"purpose": "x" * 5001}, "purpose"),
        ({"funding_source": "x" * 501}, "funding_source"),
    ],
)
def test_single_fields(installation: Installation, values: dict[str, str], at: str) -> None:
    assert list(wrong(installation, values=values)) == [at]


@pytest.mark.parametrize(
    ("part", "row", "at"),
    [
        ("needs", {"term": "unicorns"}, "needs-0-term"),
        ("needs", {"when": "tirsdag"}, "needs-0-term"),
        ("needs", {"term": "transport", "amount": "0"}, "needs-0-amount"),
        ("needs", {"term": "transport", "amount": "many"}, "needs-0-amount"),
        ("slots", {"need1": "transport"}, "slots-0-name"),
        ("slots", {"name": "Vært"}, "slots-0-need1"),
        ("slots", {"name": "Vært", "need2": "unicorns"}, "slots-0-need2"),
        ("slots", {"name": "Vært", "sector": "private"}, "slots-0-sector"),
    ],
)
def test_rows(installation: Installation, part: str, row: dict[str, str], at: str) -> None:
    assert list(wrong(installation, rows={part: (row,)})) == [at]


@pytest.mark.parametrize("name", ["themes", "target_groups", "sectors"])
def test_boxes_hold_what_there_is(installation: Installation, name: str) -> None:
    assert list(wrong(installation, choices={name: ("unicorns",)})) == [name]


def test_two_places_of_one_name(installation: Installation) -> None:
    row = {"name": "Vært", "need1": "transport"}
    assert list(wrong(installation, rows={"slots": (row, row)})) == ["slots-1-name"]


def test_a_title_is_asked_for_where_the_brief_is_to_be_kept(installation: Installation) -> None:
    form = Form(values={"purpose": "Mad", "km": "near"})
    with pytest.raises(Refusal) as refused:
        read_brief_form(installation, form, as_of=AS_OF, titled=True)
    assert set(refused.value.details["fields"]) == {"title", "km"}  # type: ignore[call-overload]
    empty = Form(values={"title": ""})
    with pytest.raises(Refusal) as refused:
        read_brief_form(installation, empty, as_of=AS_OF, titled=True)
    assert set(refused.value.details["fields"]) == {"title", "purpose"}  # type: ignore[call-overload]


def test_a_place_that_is_not_known_here_is_said_at_the_field(installation: Installation) -> None:
    make_neighbourhood(installation)
    assert "Did you mean Valby?" in wrong(installation, values={"area": "Valbi"})["area"]
    told = wrong(installation, values={"postcode": "9999", "km": "5"})["postcode"]
    assert "9999" in told
    assert "Write a postcode nearby" in told

"""An event from making it to what became of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from matcher.errors import Refusal
from matcher.services import events
from matcher.services.access import Actor
from matcher.services.events import Said, Wanted
from matcher.services.forms import Form
from matcher.services.installation import Installation
from matcher.store.tables.base import now
from tests.factories import EDITOR, READER, make_organisation

TODAY = date(2026, 11, 24)
DAY = TODAY + timedelta(days=7)


def make_event(where: Installation, **values: str) -> str:
    given = {"title": "Partneraften", "day": DAY.isoformat(), "starts": "17:00", "rounds": "2"}
    form = Form(values={**given, "minutes": "10", "pause": "5", **values})
    return events.save_event(where, EDITOR, form).id


def come(where: Installation, event: str, *names: str) -> list[str]:
    """Sign organisations of these names up; gives their ids."""
    keys = [make_organisation(where, name) for name in names]
    for key, name in zip(keys, names, strict=True):
        wanted = Wanted(organisation=name, organisation_id=key, email=f"{key}@samspil.example")
        events.add_sign_up(where, EDITOR, event, wanted, as_of=TODAY)
    return keys


def guest(event: str) -> Actor:
    return Actor(role="guest", name="", subject="event", subject_id=event)


def pairs(where: Installation, event: str) -> list[set[frozenset[str]]]:
    """Who meets whom in each round."""
    page = events.show_event(where, EDITOR, event, as_of=TODAY)
    return [{frozenset((each.a[0], each.b[0])) for each in turn.meetings} for turn in page.rounds]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("title", " "),
        ("day", "snart"),
        ("starts", "25:00"),
        ("rounds", "0"),
        ("minutes", "x"),
        ("minutes", "9" * 5000),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    installation: Installation, field: str, text: str
) -> None:
    with pytest.raises(Refusal) as refused:
        make_event(installation, **{field: text})
    assert list(refused.value.details["fields"]) == [field]  # type: ignore[call-overload]


def test_a_guest_signs_up_once(installation: Installation) -> None:
    event = make_event(installation)
    key = make_organisation(installation, "Plejehjemmet")
    wanted = Wanted(organisation="plejehjemmet", person="Leder", email="l@samspil.example")
    first = events.sign_up(installation, guest(event), event, wanted, as_of=TODAY)
    again = events.sign_up(installation, guest(event), event, wanted, as_of=TODAY)
    assert (first.new, again.new, again.id) == (True, False, first.id)
    (line,) = events.show_event(installation, EDITOR, event, as_of=TODAY).coming
    assert line.organisation_id == key


@pytest.mark.parametrize("by", ["guest", "house"])
def test_who_withdrew_does_not_see_who_comes_in_their_place(
    installation: Installation, by: str
) -> None:
    event = make_event(installation)
    make_organisation(installation, "Plejehjemmet")
    wanted = Wanted(organisation="Plejehjemmet", person="Den ene", email="en@samspil.example")
    other = Wanted(organisation="Plejehjemmet", person="Den anden", email="to@samspil.example")
    first = events.sign_up(installation, guest(event), event, wanted, as_of=TODAY)
    events.withdraw_own(installation, guest(event), event, first.id)
    if by == "guest":
        again = events.sign_up(installation, guest(event), event, other, as_of=TODAY)
    else:
        again = events.add_sign_up(installation, EDITOR, event, other, as_of=TODAY)
    assert again.new
    with pytest.raises(Refusal) as refused:
        events.own_sign_up(installation, guest(event), event, first.id, as_of=TODAY)
    assert refused.value.code == "not_found"
    (line,) = events.show_event(installation, EDITOR, event, as_of=TODAY).coming
    assert (line.person, line.id) == ("Den anden", again.id)


@pytest.mark.parametrize(
    ("person", "email", "sees"),
    [
        ("Den ene, rettet", "EN@samspil.example", True),
        ("Den anden", "to@samspil.example", False),
        ("", "", False),
    ],
)
def test_the_page_of_who_signed_up_is_not_that_of_whom_the_house_names_instead(
    installation: Installation, person: str, email: str, sees: bool
) -> None:
    event = make_event(installation)
    key = make_organisation(installation, "Plejehjemmet")
    mine = Wanted(organisation="Plejehjemmet", person="Den ene", email="en@samspil.example")
    first = events.sign_up(installation, guest(event), event, mine, as_of=TODAY)
    named = Wanted(
        organisation="Plejehjemmet", organisation_id=key, person=person, email=email, absent=(2,)
    )
    events.change_sign_up(installation, EDITOR, event, first.id, named, as_of=TODAY)
    (line,) = events.show_event(installation, EDITOR, event, as_of=TODAY).coming
    assert (line.person or "", line.absent, line.organisation_id) == (person, (2,), key)
    assert (line.id == first.id) is sees
    if not sees:
        with pytest.raises(Refusal, match="no such sign-up"):
            events.own_sign_up(installation, guest(event), event, first.id, as_of=TODAY)


def test_an_unknown_name_waits_for_the_consultant(installation: Installation) -> None:
    event = make_event(installation)
    wanted = Wanted(organisation="Vi Nye", person="Vært", email="v@samspil.example")
    events.sign_up(installation, guest(event), event, wanted, as_of=TODAY)
    page = events.show_event(installation, EDITOR, event, as_of=TODAY)
    assert [(line.name, line.organisation_id) for line in page.unknown] == [("Vi Nye", None)]
    assert page.can_be_planned == 0


def test_a_guest_of_another_event_may_not(installation: Installation) -> None:
    event, other = make_event(installation), make_event(installation)
    with pytest.raises(Refusal) as refused:
        events.sign_up(installation, guest(other), event, Wanted(), as_of=TODAY)
    assert refused.value.code == "forbidden"


@pytest.mark.parametrize("late", ["closed", "over"])
def test_too_late_is_said(installation: Installation, late: str) -> None:
    event = make_event(installation)
    if late == "closed":
        events.close_signing_up(installation, EDITOR, event, True)
    day = TODAY if late == "closed" else DAY + timedelta(days=1)
    wanted = Wanted(organisation="Klubben", person="Formand", email="f@samspil.example")
    with pytest.raises(Refusal) as refused:
        events.sign_up(installation, guest(event), event, wanted, as_of=day)
    assert refused.value.code == "conflict"


def test_readers_do_not_see_whom_to_write_to(installation: Installation) -> None:
    event = make_event(installation)
    come(installation, event, "Klubben")
    (seen,) = events.show_event(installation, EDITOR, event, as_of=TODAY).coming
    (hidden,) = events.show_event(installation, READER, event, as_of=TODAY).coming
    assert seen.email
    assert not hidden.email


def test_nobody_meets_twice_also_when_the_rest_is_planned_again(
    installation: Installation,
) -> None:
    event = make_event(installation, rounds="3")
    keys = come(installation, event, "Klubben", "Koret", "Skolen", "Kirken", "Cafeen", "Hallen")
    events.plan_event(installation, EDITOR, event, as_of=TODAY)
    before = pairs(installation, event)
    page = events.show_event(installation, EDITOR, event, as_of=TODAY)
    missing = next(line for line in page.coming if line.organisation_id == keys[0])
    events.mark_missing(installation, EDITOR, event, missing.id, 2, as_of=TODAY)
    events.plan_event(installation, EDITOR, event, from_round=2, as_of=TODAY)
    after = pairs(installation, event)
    assert after[0] == before[0]
    met = [pair for turn in after for pair in turn]
    assert len(met) == len(set(met))
    assert all(keys[0] not in pair for turn in after[1:] for pair in turn)
    assert [len(turn) for turn in after] == [3, 2, 2]


def test_who_is_kept_apart_does_not_meet(installation: Installation) -> None:
    event = make_event(installation, rounds="3")
    a, b, *_others = come(installation, event, "Klubben", "Koret", "Skolen", "Kirken")
    events.plan_event(installation, EDITOR, event, as_of=TODAY)
    assert frozenset((a, b)) in {pair for turn in pairs(installation, event) for pair in turn}
    events.keep_apart(installation, EDITOR, event, b, a)
    events.plan_event(installation, EDITOR, event, as_of=TODAY)
    assert frozenset((a, b)) not in {pair for turn in pairs(installation, event) for pair in turn}


def test_an_intention_that_is_sent_twice_is_kept_once(installation: Installation) -> None:
    event = make_event(installation)
    a, b = come(installation, event, "Klubben", "Koret")
    said = Said(a=a, b=b, text="Synge sammen")
    key = "0123456789abcdef0123456789abcdef"
    assert events.note_intention(installation, EDITOR, event, key, said, as_of=DAY)
    assert not events.note_intention(installation, EDITOR, event, key, said, as_of=DAY)
    _event, noted = events.list_intentions(installation, EDITOR, event, as_of=DAY)
    assert [each.text for each in noted] == ["Synge sammen"]


@pytest.mark.parametrize(
    "signed",
    ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-11-24T18:00:00", "i går"],
)
def test_a_clock_that_is_wrong_does_not_date_an_intention(
    installation: Installation, signed: str
) -> None:
    event = make_event(installation)
    a, b = come(installation, event, "Klubben", "Koret")
    said = Said(a=a, b=b, text="Synge sammen", signed=signed)
    events.note_intention(installation, EDITOR, event, "0" * 32, said, as_of=DAY)
    _event, (noted,) = events.list_intentions(installation, EDITOR, event, as_of=DAY)
    assert abs(noted.signed - now()) < timedelta(minutes=5)


def test_an_intention_needs_two_and_words(installation: Installation) -> None:
    event = make_event(installation)
    (a,) = come(installation, event, "Klubben")
    with pytest.raises(Refusal) as refused:
        events.note_intention(installation, EDITOR, event, "0" * 32, Said(a=a, b=a), as_of=DAY)
    assert "text" in refused.value.details["fields"]  # type: ignore[operator]
    assert events.list_intentions(installation, EDITOR, event, as_of=DAY)[1] == ()

"""A calendar to subscribe to is one's own, and stops with the link or the account."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from matcher.errors import Refusal
from matcher.services.access import OPERATOR, Actor
from matcher.services.calendars import (
    calendar_link,
    calendar_of,
    make_calendar_link,
    withdraw_calendar_link,
)
from matcher.services.installation import Installation
from matcher.store.queries import people
from matcher.wording.message import message
from tests.factories import make_personal_link
from tests.matcher.services.due.test_show import make_user
from tests.matcher.services.dues import TODAY, make_due, make_party, set_dues


def address(path: str) -> str:
    return f"https://samspil.example{path}"


def token(actor: Actor, installation: Installation) -> str:
    return make_calendar_link(installation, actor).path.rpartition("/")[2].removesuffix(".ics")


def read(installation: Installation, token: str, today: date = TODAY) -> Calendar:
    return Calendar.from_ical(calendar_of(installation, token, today, address))


def test_it_has_all_that_is_ones_own_now_and_later(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    kim, bo = make_user(installation, "Kim", language="en"), make_user(installation, "Bo")
    party = make_party(installation, contact_email="kim@samspil.example")
    page = make_personal_link(installation, "party", party)
    set_dues(
        monkeypatch,
        make_due("a", user=kim.id, day=TODAY - timedelta(days=2)),
        make_due("b", user=kim.id, day=TODAY + timedelta(days=300), path="/shortlists/x"),
        make_due("c", party=party, path="/purpose"),
        make_due("d", user=bo.id),
    )
    found = read(installation, token(kim, installation)).walk("VEVENT")
    assert [str(event["UID"]) for event in found] == [
        f"{key}@samspil.example" for key in ("a", "c", "b")
    ]
    assert found[0]["DTSTART"].dt == TODAY - timedelta(days=2)
    assert found[0]["SUMMARY"] == "Havedag: Hold the talk."
    assert found[0]["SUMMARY"].params["LANGUAGE"] == "en"
    assert found[1]["URL"] == address(f"{page}/purpose")
    assert found[2]["URL"] == address("/shortlists/x")


def test_what_several_have_in_common_is_said_in_the_owners_language(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    kim = make_user(installation, "Kim", language="da")
    common = message("Grants that end")
    set_dues(
        monkeypatch, make_due("a", user=kim.id, about="Å"), make_due(user=kim.id, about=common)
    )
    found = read(installation, token(kim, installation)).walk("VEVENT")
    assert [str(event["SUMMARY"]).partition(":")[0] for event in found] == [
        "Bevillinger der udløber", "Å",
    ]  # fmt: skip


def test_the_same_day_gives_the_same_file(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    kim = make_user(installation, "Kim")
    set_dues(monkeypatch, make_due(user=kim.id))
    which = token(kim, installation)
    files = [calendar_of(installation, which, TODAY, address) for _ in range(2)]
    assert files[0] == files[1]
    events = [read(installation, which, day).walk("VEVENT")[0] for day in (TODAY, date(2027, 1, 1))]
    assert events[0]["UID"] == events[1]["UID"]


def test_a_link_is_kept_until_it_is_withdrawn(installation: Installation) -> None:
    kim = make_user(installation, "Kim")
    assert calendar_link(installation, kim) is None
    made = make_calendar_link(installation, kim)
    assert make_calendar_link(installation, kim) == made == calendar_link(installation, kim)
    which = token(kim, installation)
    withdraw_calendar_link(installation, kim)
    withdraw_calendar_link(installation, kim)
    assert calendar_link(installation, kim) is None
    with pytest.raises(Refusal) as refused:
        read(installation, which)
    assert refused.value.code == "link_expired"
    assert token(kim, installation) != which


def test_it_stops_with_the_account(installation: Installation) -> None:
    kim = make_user(installation, "Kim")
    which = token(kim, installation)
    with installation.writing(OPERATOR) as work:
        user = people.by_id(work.session, kim.id or "")
        assert user is not None
        people.change(work, user, active=False)
        work.commit()
    with pytest.raises(Refusal) as refused:
        read(installation, which)
    assert refused.value.code == "link_expired"


def test_a_partys_link_opens_no_calendar(installation: Installation) -> None:
    path = make_personal_link(installation, "party", make_party(installation))
    with pytest.raises(Refusal):
        read(installation, path.rpartition("/")[2])


def test_who_has_no_account_has_no_calendar(installation: Installation) -> None:
    for use_case in (calendar_link, make_calendar_link, withdraw_calendar_link):
        with pytest.raises(Refusal):
            use_case(installation, OPERATOR)

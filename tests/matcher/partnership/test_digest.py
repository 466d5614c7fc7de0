"""What a digest tells: what is due or nearly so, at most once a week."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.partnership.calendar import local_day
from matcher.partnership.digest import WEEK, host_of, in_order, message_id_of, to_tell, when
from matcher.partnership.due import Due
from matcher.wording.message import message

TODAY = date(2028, 2, 29)
DAYS = st.dates(date(2028, 1, 1), date(2028, 5, 1))


def make_due(key: str = "a", day: date = TODAY, about: str = "Havedag") -> Due:
    return Due(
        key=key,
        kind="talk",
        day=day,
        about=about,
        text=message("Hold the talk."),
        path="/",
        user="u",
    )


@pytest.mark.parametrize(
    ("days", "group"), [(-400, "overdue"), (-1, "overdue"), (0, "week"), (7, "week"), (8, "later")]
)
def test_a_day_is_overdue_this_week_or_later(days: int, group: str) -> None:
    assert when(TODAY + timedelta(days=days), TODAY) == group


def test_the_calendar_ends_without_an_error() -> None:
    assert when(date.max, date.max) == "week"
    assert when(date.min, date.max) == "overdue"
    assert when(date.max, date.min) == "later"


@pytest.mark.parametrize(("days", "told"), [(7, True), (8, False), (0, True), (-30, True)])
def test_a_week_ahead_one_is_told(days: int, told: bool) -> None:
    due = make_due(day=TODAY + timedelta(days=days))
    assert to_tell([due], {}, TODAY) == ((due,) if told else ())


@pytest.mark.parametrize(("days", "again"), [(0, False), (1, False), (6, False), (7, True)])
def test_what_was_told_is_told_again_after_a_week(days: int, again: bool) -> None:
    due = make_due(day=TODAY - timedelta(days=20))
    assert bool(to_tell([due], {"a": TODAY - timedelta(days=days)}, TODAY)) == again


def test_by_day_and_each_thing_once() -> None:
    late, soon = make_due("l", TODAY - WEEK), make_due("s", TODAY + WEEK)
    now = make_due("n", TODAY, "Å"), make_due("m", TODAY, "A")
    assert to_tell([soon, *now, late, soon], {}, TODAY) == (late, now[1], now[0], soon)


@given(st.lists(st.tuples(st.sampled_from("abcdef"), DAYS)), DAYS)
def test_day_by_day_nothing_is_told_twice_a_week_and_nothing_due_is_forgotten(
    things: list[tuple[str, date]], start: date
) -> None:
    dues = [make_due(key, day) for key, day in dict(things).items()]
    told: dict[str, date] = {}
    for days in range(30):
        today = start + timedelta(days=days)
        for due in to_tell(dues, told, today):
            assert due.key not in told or today - told[due.key] >= WEEK
            told[due.key] = today
        for due in dues:
            if due.day <= today + WEEK:
                assert today - told[due.key] < WEEK


@given(st.permutations([make_due(k, TODAY + timedelta(days=d)) for d, k in enumerate("abc")]))
def test_order_does_not_depend_on_what_came_first(dues: list[Due]) -> None:
    assert [due.key for due in in_order(dues)] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        # Clocks go forward in the night to 29 March 2026, back in the night to 25 October.
        ("2026-03-28T22:59:59+00:00", "2026-03-28"),
        ("2026-03-28T23:00:00+00:00", "2026-03-29"),
        ("2026-03-29T21:59:59+00:00", "2026-03-29"),
        ("2026-03-29T22:00:00+00:00", "2026-03-30"),
        ("2026-10-24T22:00:00+00:00", "2026-10-25"),
        ("2026-10-25T22:59:59+00:00", "2026-10-25"),
        ("2026-10-25T23:00:00+00:00", "2026-10-26"),
    ],
)
def test_a_week_is_seven_days_of_the_place_also_when_clocks_change(moment: str, day: str) -> None:
    today = local_day(datetime.fromisoformat(moment), ZoneInfo("Europe/Copenhagen"))
    assert today == date.fromisoformat(day)
    assert to_tell([make_due(day=today + WEEK)], {}, today)
    assert not to_tell([make_due(day=today + WEEK + timedelta(days=1))], {}, today)


def test_a_message_id_is_one_persons_on_one_day_at_one_place() -> None:
    first = message_id_of("https://samspil.example", "kim@example.org", TODAY)
    assert first == message_id_of("https://samspil.example", "KIM@example.org", TODAY)
    others = {
        message_id_of("https://samspil.example/other", "kim@example.org", TODAY),
        message_id_of("https://samspil.example", "bo@example.org", TODAY),
        message_id_of("https://samspil.example", "kim@example.org", TODAY + timedelta(days=1)),
    }
    assert len(others | {first}) == 4
    assert "kim" not in first


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://samspil.example:8443/x", "samspil.example"),
        ("https://fællesskab.example", "xn--fllesskab-g3a.example"),
        ("http://[::1]:8000", "[IPv6:::1]"),
        ("http://127.0.0.1:8000", "127.0.0.1"),
        ("", "samspil.invalid"),
        ("https://" + "x" * 70 + ".example", "samspil.invalid"),
    ],
)
def test_a_host_is_written_as_mail_has_it(address: str, host: str) -> None:
    assert host_of(address) == host

"""What a digest tells: what is due or nearly so, less often the longer it is overdue."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.partnership.calendar import local_day
from matcher.partnership.digest import (
    LONGEST,
    WEEK,
    host_of,
    in_order,
    message_id_of,
    to_tell,
    when,
)
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


def told_on(due: Due, first: int, last: int = 140) -> list[int]:
    """The days after its day on which a thing is told that is asked for from a day on."""
    told: dict[str, date] = {}
    found = []
    for days in range(first, last):
        if to_tell([due], told, due.day + timedelta(days=days)):
            told[due.key] = due.day + timedelta(days=days)
            found.append(days)
    return found


@pytest.mark.parametrize(
    ("first", "days"),
    [
        (0, [0, 7, 21, 49, 77, 105, 133]),
        (-30, [-7, 0, 7, 21, 49, 77, 105, 133]),
        (-3, [-3, 4, 11, 25, 53, 81, 109, 137]),
        (10, [10, 24, 52, 80, 108, 136]),
        (100, [100, 128]),
    ],
)
def test_what_is_overdue_is_told_less_and_less_often(first: int, days: list[int]) -> None:
    assert told_on(make_due(), first) == days


def test_what_was_told_together_stays_together() -> None:
    first, second = (make_due(key, TODAY - timedelta(days=n)) for key, n in (("a", 200), ("b", 90)))
    told = dict.fromkeys("ab", TODAY)
    for days in range(1, 28):
        assert to_tell([first, second], told, TODAY + timedelta(days=days)) == ()
    assert to_tell([first, second], told, TODAY + timedelta(days=28)) == (first, second)


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
    for days in range(60):
        today = start + timedelta(days=days)
        for due in to_tell(dues, told, today):
            assert due.key not in told or today - told[due.key] >= WEEK
            told[due.key] = today
        for due in dues:
            if due.day <= today + WEEK:
                assert today - told[due.key] < LONGEST


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

"""Which candidates stand together in the ledger."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.partnership.ledger_entry import Entry
from matcher.partnership.ledger_groups import Period, fits, grouped, named_period, quarter_of

EVER = Period()


def listed(day: date, **fields: object) -> Entry:
    """A candidate put on a list on a day."""
    return Entry(listed=day, state="suggested", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "since", "until"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2028-Q1", date(2028, 1, 1), date(2028, 3, 31)),
        ("2026-Q2", date(2026, 4, 1), date(2026, 6, 30)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_years_and_quarters_by_name(name: str, since: date, until: date) -> None:
    assert named_period(name) == Period(since=since, until=until)


@pytest.mark.parametrize("name", ["", "26", "2026-Q5", "2026-Q", "9999", "2026-Q1 ", "own"])
def test_other_names_are_no_period(name: str) -> None:
    assert named_period(name) is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_in_the_quarter_called_after_it(day: date) -> None:
    found = named_period(quarter_of(day))
    assert found is not None
    assert found.holds(day)
    assert found.since is not None
    assert not found.holds(found.since - timedelta(days=1))


def test_a_long_period_is_told_by_year_and_a_short_one_by_quarter() -> None:
    entries = [listed(date(2026, 2, 1)), listed(date(2026, 12, 31)), listed(date(2025, 7, 1))]
    assert set(grouped(entries, "period", EVER)) == {"2025", "2026"}
    year = Period(since=date(2026, 1, 1), until=date(2026, 12, 31))
    assert set(grouped(entries[:2], "period", year)) == {"2026-Q1", "2026-Q4"}


def test_one_with_several_themes_stands_under_each_and_without_any_under_none() -> None:
    both = listed(date(2026, 1, 1), themes=frozenset({"green", "food"}))
    neither = listed(date(2026, 1, 1))
    found = grouped([both, neither], "theme", EVER)
    assert {key: len(those) for key, those in found.items()} == {"green": 1, "food": 1, None: 1}


def test_conditions_are_all_to_be_met() -> None:
    one = listed(date(2026, 3, 31), themes=frozenset({"green"}), sector="public", district="Valby")
    quarter = named_period("2026-Q1")
    assert quarter is not None
    assert fits(one, quarter, theme="green", sector="public", district="Valby")
    assert not fits(one, quarter, theme="food")
    assert not fits(one, quarter, sector="business")
    assert not fits(one, quarter, district="Vanløse")
    assert not fits(listed(date(2026, 4, 1)), quarter)

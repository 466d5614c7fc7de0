"""When things happen in the demo network, seen from the day of loading."""

from datetime import date, timedelta

from seed_data.demo import Row
from tests.seed_data.cells import day
from tests.seed_data.conftest import Tables


def test_periods_run_forward(tables: Tables) -> None:
    runs: dict[str, Row] = {row["id"]: row for row in tables["collaborations"]}
    for row in runs.values():
        start = date.fromisoformat(row["start"])
        assert start < (day(row["end"]) or date.max)
        assert start < (day(row["funding_end"]) or date.max)
        assert (
            bool(row["funding_source"]) == bool(row["funding_end"]) == bool(row["funding_amount"])
        )
        assert not row["funding_amount"] or int(row["funding_amount"]) > 0
    for row in tables["participants"]:
        run = runs[row["collaboration"]]
        since = day(row["from"]) or date.fromisoformat(run["start"])
        until = day(row["to"]) or day(run["end"]) or date.max
        assert date.fromisoformat(run["start"]) <= since < until <= (day(run["end"]) or date.max)
    for row in tables["ties"]:
        assert date.fromisoformat(row["date"]) < (day(row["end"]) or date.max)


def test_reports_are_from_the_past_and_capacities_still_hold(tables: Tables, today: date) -> None:
    assert all(date.fromisoformat(row["date"]) < today for row in tables["ties"])
    assert all(
        date.fromisoformat(row["until"]) >= today for row in tables["capacities"] if row["until"]
    )


def test_most_is_open_some_is_over_and_little_is_yet_to_come(tables: Tables, today: date) -> None:
    starts = [date.fromisoformat(row["start"]) for row in tables["collaborations"]]
    over = [row for row in tables["collaborations"] if (day(row["end"]) or date.max) < today]
    assert min(starts) > today - timedelta(days=11 * 366)
    assert 1 <= sum(start > today for start in starts) <= 5
    assert 40 <= len(over) <= 90

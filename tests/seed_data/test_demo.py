import csv
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from seed_data.demo import DATES, Story, shift, shifted, story, write_shifted
from tests.seed_data.conftest import Tables

HEADINGS = {
    "organisations": "id name sector kind parent cvr p_number advertising_protected description "
    "website email phone contact_person may_pass_on address postcode town municipality district "
    "lat lon themes target_groups offers needs open_to_partners source",
    "capacities": "organisation offers_or_needs term note amount unit when until",
    "collaborations": "id title start end themes target_groups purpose funding_source "
    "funding_amount funding_end agreement source",
    "participants": "collaboration organisation role from to",
    "ties": "from to kind source reporter date end confidence",
}
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 12, 31))


def test_headings_are_the_canonical_ones(tables: Tables) -> None:
    assert {name: " ".join(rows[0]) for name, rows in tables.items()} == HEADINGS


def test_on_the_day_of_writing_nothing_moves(told: Story) -> None:
    first, second = shifted(told.written_on), shifted(told.written_on)
    assert first == second
    starts = {row["id"]: row["start"] for row in first["collaborations"]}
    assert min(starts.values()).startswith("2016")
    assert max(starts.values()).startswith("2026")


def test_loading_changes_dates_and_nothing_else(tables: Tables, told: Story) -> None:
    for name, rows in shifted(told.written_on).items():
        for written, moved in zip(rows, tables[name], strict=True):
            changed = {column for column in written if written[column] != moved[column]}
            assert changed == {column for column in DATES[name] if written[column]}


def test_every_date_moves_by_the_same_days(tables: Tables, told: Story, today: date) -> None:
    for name, rows in shifted(told.written_on).items():
        for written, moved in zip(rows, tables[name], strict=True):
            for column in DATES[name]:
                if written[column]:
                    old, new = map(date.fromisoformat, (written[column], moved[column]))
                    assert new - old == today - told.written_on


@given(start=DAYS, end=DAYS, days=st.integers(-3000, 3000))
def test_periods_keep_their_length(start: date, end: date, days: int) -> None:
    row = {"start": start.isoformat(), "end": end.isoformat()}
    [moved] = shift([row], ["start", "end"], timedelta(days=days))
    assert date.fromisoformat(moved["end"]) - date.fromisoformat(moved["start"]) == end - start
    [back] = shift([moved], ["start", "end"], timedelta(days=-days))
    assert back == row


def test_what_is_given_is_not_changed() -> None:
    row = {"end": "2024-02-29", "note": "2024-02-29"}
    [moved] = shift([row], ["end"], timedelta(days=1))
    assert moved == {"end": "2024-03-01", "note": "2024-02-29"}
    assert row["end"] == "2024-02-29"


def test_an_unknown_date_stays_unknown() -> None:
    assert shift([{"end": ""}], ["end"], timedelta(days=9)) == [{"end": ""}]


def test_files_hold_what_the_tables_hold(tmp_path: Path, tables: Tables, today: date) -> None:
    folder = tmp_path / "new" / "demo"
    written = write_shifted(folder, today)
    assert [path.name for path in written] == [f"{name}.csv" for name in DATES]
    for path in written:
        with path.open(encoding="utf-8", newline="") as stream:
            assert list(csv.DictReader(stream)) == tables[path.stem]
    assert write_shifted(folder, today) == written


def test_the_story_names_organisations_that_are_there(tables: Tables) -> None:
    told = story()
    known = {row["id"] for row in tables["organisations"]}
    assert {told.suggest_for, told.giant, *told.brokers, *told.newcomers} <= known
    assert told.suggest_for != told.giant

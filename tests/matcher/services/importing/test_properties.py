"""What holds for any list: twice is once, the order is nothing, a dry run tells the truth."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher.services.importing import ImportReport
from matcher.services.installation import Installation
from matcher.settings import Settings
from tests.databases import sqlite_copy
from tests.factories import make_terms
from tests.matcher.services.importing.makers import (
    counts,
    everything,
    faults,
    make_csv,
    make_file,
    take,
)

ON_A_DATABASE = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
Rows = list[dict[str, str]]

_NAMES = st.sampled_from(["Koret", "KORET", "Klubben", "Klubben Å", "Klubben Aa", "Skolen"])
_COLUMNS = {
    "id": st.sampled_from(["", "", "1", "2", "3", "4"]),
    "name": _NAMES,
    "postcode": st.sampled_from(["", "2500", "1620"]),
    "municipality": st.sampled_from(["", "København"]),
    "cvr": st.sampled_from(["", "25313763", "10150817"]),
    "p_number": st.sampled_from(["", "", "1003375567", "1003375568"]),
    "parent": st.sampled_from(["", "", "1", "2", "Skolen"]),
    "themes": st.sampled_from(["", "Kunst", "kunst|Mad", "Ensomhed"]),
    "offers": st.sampled_from(["", "Sal", "Sal|Mødelokale"]),
    "phone": st.sampled_from(["", "11111111", "22222222"]),
}
LISTS = st.lists(st.fixed_dictionaries(_COLUMNS), min_size=1, max_size=6)


@contextmanager
def made(template: Path, folder: Path) -> Iterator[Installation]:
    """An installation without records."""
    with sqlite_copy(template, folder / "test.db"):
        installation = Installation(Settings(database_url=f"sqlite:///{folder / 'test.db'}"))
        make_terms(installation)
        yield installation
        installation.close()


def take_rows(installation: Installation, rows: Rows, name: str = "list.csv") -> ImportReport:
    return take(installation, make_file(make_csv(rows, list(_COLUMNS)), name))


@ON_A_DATABASE
@given(first=LISTS, second=LISTS)
def test_the_same_again_changes_nothing_whatever_came_before(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, first: Rows, second: Rows
) -> None:
    with made(sqlite_template, tmp_path_factory.mktemp("twice")) as installation:
        take_rows(installation, first)
        once = take_rows(installation, second, "other.csv")
        before = everything(installation)
        again = take_rows(installation, second, "other.csv")
        assert everything(installation) == before
        assert (counts(again.created), counts(again.updated)) == ({}, {})
        assert faults(again) == faults(once)


@ON_A_DATABASE
@given(rows=LISTS, data=st.data())
def test_the_order_of_rows_is_nothing(
    sqlite_template: Path,
    tmp_path_factory: pytest.TempPathFactory,
    rows: Rows,
    data: st.DataObject,
) -> None:
    shuffled = data.draw(st.permutations(rows))
    with made(sqlite_template, tmp_path_factory.mktemp("one")) as installation:
        report = take_rows(installation, rows)
        found = everything(installation)
    if report.rejected:  # of two rows that contradict each other the first is taken
        return
    with made(sqlite_template, tmp_path_factory.mktemp("other")) as installation:
        assert take_rows(installation, shuffled).created == report.created
        assert everything(installation) == found


@ON_A_DATABASE
@given(rows=LISTS)
def test_a_dry_run_says_what_happens(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, rows: Rows
) -> None:
    with made(sqlite_template, tmp_path_factory.mktemp("dry")) as installation:
        text = make_csv(rows, list(_COLUMNS))
        empty = everything(installation)
        dry = take(installation, text, dry_run=True).as_json("da")
        assert everything(installation) == empty
        real = take(installation, text).as_json("da")
        assert {**dry, "dry_run": False} == real
        done = sum(real[each]["organisations"] for each in ("created", "updated", "unchanged"))
        assert done + len(real["rejected"]) == len(rows)

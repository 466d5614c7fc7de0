"""What is read of a folder's files, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.errors import Refusal
from matcher.evaluate.tables import ORGANISATIONS, PARTICIPATIONS, PROJECTS, read_rows
from matcher.wording.say import say
from tests.matcher.evaluate.makers import make_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with all columns that such folders have."""
    return make_files(1).write(tmp_path / "made")


def test_only_columns_that_may_be_used_are_read(folder: Path) -> None:
    assert set(read_rows(folder, ORGANISATIONS)[0]) == {
        "org_id",
        "name",
        "type",
        "country",
        "nuts3",
    }
    assert set(read_rows(folder, PROJECTS)[0]) == {
        "project_id",
        "start_date",
        "period_start",
        "topic",
        "region",
        "programme",
        "title",
        "objective",
        "description_da",
    }
    assert set(read_rows(folder, PARTICIPATIONS)[0]) == {"project_id", "org_id", "role"}


def test_rows_come_in_the_order_of_their_content(folder: Path) -> None:
    path = folder / "orgs.csv"
    forwards = read_rows(folder, ORGANISATIONS)
    heading, *lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([heading, *reversed(lines)]), encoding="utf-8")
    assert read_rows(folder, ORGANISATIONS) == forwards


@pytest.mark.parametrize(
    ("file", "columns", "lost"),
    [
        ("orgs.csv", ORGANISATIONS, "name"),
        ("projects.csv", PROJECTS, "project_id"),
        ("collaborations.csv", PARTICIPATIONS, "org_id"),
    ],
)
def test_a_missing_column_is_named(folder: Path, file: str, columns: object, lost: str) -> None:
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(lost, "x", 1), encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        read_rows(folder, columns)  # type: ignore[arg-type]
    assert refused.value.code == "invalid"
    assert file in say(refused.value.text, "en")
    assert lost in say(refused.value.text, "en")
    assert refused.value.hint is not None


def test_one_of_the_two_dates_is_enough(folder: Path) -> None:
    path = folder / "projects.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("start_date", "x"), encoding="utf-8")
    assert "period_start" in read_rows(folder, PROJECTS)[0]
    path.write_text(text.replace("start_date", "x").replace("period_start", "y"), encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        read_rows(folder, PROJECTS)
    assert "start_date / period_start" in say(refused.value.text, "en")


def test_a_folder_or_file_that_is_not_there_is_told(folder: Path) -> None:
    with pytest.raises(Refusal, match="not_found"):
        read_rows(folder / "elsewhere", ORGANISATIONS)
    (folder / "orgs.csv").unlink()
    with pytest.raises(Refusal) as refused:
        read_rows(folder, ORGANISATIONS)
    assert "orgs.csv" in say(refused.value.text, "en")

"""The user guide tells the columns and the weights as the code has them, in both languages."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from matcher.exchange.tables import TABLES, TableName
from matcher.wording.say import say
from matcher.wording.suggestion.texts import TEXTS

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "user"


def second_cells(page: Path) -> dict[str, str]:
    """The second cell of each row of a page's tables, by the first."""
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(rows)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", TABLES)
def test_the_columns_of_a_list_are_those_that_are_read(language: str, name: TableName) -> None:
    told = {
        first.split(" ")[0]: cell.split(", ")
        for first, cell in second_cells(GUIDE / language / "lists.md").items()
    }
    table = TABLES[name]
    needed = {group[0] for group in table.required if len(group) == 1}
    columns = [column.name for column in table.columns if not column.extra]
    assert told[name] == [f"**{one}**" if one in needed else one for one in columns]


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_columns_that_an_export_adds_are_told(language: str) -> None:
    text = (GUIDE / language / "lists.md").read_text(encoding="utf-8")
    added = {each.name for table in TABLES.values() for each in table.columns if each.extra}
    assert sorted(name for name in added if f"*{name}*" not in text) == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_reasons_and_their_points_are_those_of_the_recipe(language: str) -> None:
    text = (ROOT / "matcher" / "recipes" / "partners.toml").read_text(encoding="utf-8")
    weights = tomllib.loads(text)["weights"]
    told = {
        reason: float(points.replace(",", "."))
        for reason, points in second_cells(GUIDE / language / "suggestions.md").items()
        if points[0].isdigit()
    }
    said = {signal: say(TEXTS[signal].label, language).rstrip(".") for signal in weights}
    assert told == {said[signal]: weight for signal, weight in weights.items()}

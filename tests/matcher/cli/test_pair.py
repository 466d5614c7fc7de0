"""`samspil pair`: names, keys and shapes are the contract's."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from matcher.services.installation import Installation
from tests.matcher.cli.conftest import Samspil


@pytest.fixture
def event(network: Installation) -> Path:
    """An event of three."""
    path = Path("event.toml")
    path.write_text('participants = ["home", "Besøgsvennerne", "hub"]\n', encoding="utf-8")
    return path


def test_the_answer_has_the_contracts_shape(event: Path, samspil: Samspil) -> None:
    answer = samspil("pair", event, "--rounds", "4", "--format", "json").json
    assert set(answer) >= {"rounds", "idle", "total"}
    assert [len(meetings) for meetings in answer["rounds"]] == [1, 1, 1, 0]
    for meetings, idle in zip(answer["rounds"], answer["idle"], strict=True):
        met = {who for each in meetings for who in (each["a"], each["b"])}
        assert met | set(idle) == {"home", "friends", "hub"}
        assert all(set(each) == {"a", "b", "score"} for each in meetings)
    assert sorted(idle[0] for idle in answer["idle"][:3]) == ["friends", "home", "hub"]
    assert answer["total"] == pytest.approx(
        sum(each["score"] for meetings in answer["rounds"] for each in meetings)
    )


def test_table_and_csv_tell_the_same(event: Path, samspil: Samspil) -> None:
    rows = list(
        csv.reader(io.StringIO(samspil("pair", event, "--rounds", "4", "--format", "csv").out))
    )
    assert len(rows) == 1 + 3 + 3 + 3  # headings, meetings, one without each, then all without
    table = samspil("pair", event, "--rounds", "4", "--language", "en").out
    for told in ("Round 1", "Round 4", "nobody is left to meet", "Without a meeting"):
        assert told in table
    assert table.count("Kulturhuset") == 4


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('participants = ["home"]', "participants ="),
        ('participants = ["home", "Plejehjemmet"]', "once"),
        ('participants = ["home", "hub"]\nabsent = { 3 = ["hub"] }', "more rounds"),
        ('partcipants = ["home", "hub"]', "participants"),
    ],
)
def test_an_event_that_makes_no_sense_is_refused(
    event: Path, samspil: Samspil, text: str, hint: str
) -> None:
    event.write_text(text, encoding="utf-8")
    told = samspil("pair", event, "--rounds", "2", "--language", "en")
    assert (told.code, told.out) == (1, "")
    assert hint in told.err


@pytest.mark.parametrize("wrong", [(), ("--rounds",), ("--rounds", "0"), ("--rounds", "many")])
def test_rounds_must_be_a_number(event: Path, samspil: Samspil, wrong: tuple[str, ...]) -> None:
    assert samspil("pair", event, *wrong).code == 2

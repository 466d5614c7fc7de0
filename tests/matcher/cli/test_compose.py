"""`samspil compose`: names, keys and shapes are the contract's."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from matcher.services.installation import Installation
from tests.matcher.cli.conftest import Samspil

_BRIEF = """
asker = "home"
needs = ["volunteers", "garden"]
sectors = ["business"]
"""


@pytest.fixture
def brief(network: Installation) -> Path:
    """A brief of the home's, in the folder where the commands run."""
    path = Path("b.toml")
    path.write_text(_BRIEF, encoding="utf-8")
    return path


def test_the_answer_has_the_contracts_shape(brief: Path, samspil: Samspil) -> None:
    answer = samspil("compose", brief, "--format", "json").json
    assert set(answer) >= {"brief", "consortia", "greedy"}
    assert answer["brief"]["needs"] == ["volunteers", "garden"]
    one = answer["consortia"][0]
    assert set(one) >= {
        "members", "cost", "optimal", "gap", "introductions", "uncovered", "reserves",
    }  # fmt: skip
    assert [(m["id"], m["slots"]) for m in one["members"]] == [
        ("friends", ["volunteers"]),
        ("shop", ["garden"]),
    ]
    # Two members, both new: one two steps away, one out of reach; nobody has coordinates.
    assert one["cost"] == pytest.approx(2 + 2 + 0.25 * (2 + 3) + 2 * 0.5)
    assert one["optimal"] is True
    assert (one["gap"], one["introductions"], one["uncovered"]) == (0.0, 2, [])
    assert one["reserves"] == {"volunteers": [], "garden": []}
    assert set(answer["greedy"]) == set(one)


def test_size_leaves_out_what_there_is_no_room_for(brief: Path, samspil: Samspil) -> None:
    answer = samspil("compose", brief, "--size", "1", "--format", "json").json
    one = answer["consortia"][0]
    assert [m["id"] for m in one["members"]] == ["shop"]  # a slot and the sector
    assert one["uncovered"] == ["volunteers"]


def test_table_and_csv_tell_the_same(brief: Path, samspil: Samspil) -> None:
    rows = list(csv.reader(io.StringIO(samspil("compose", brief, "--format", "csv").out)))
    assert {(row[0], row[1], row[2]) for row in rows[1:]} >= {
        ("1", "volunteers", "friends"),
        ("1", "garden", "shop"),
        ("1", "business", "shop"),
        ("0", "garden", "shop"),
    }
    table = samspil("compose", brief, "--language", "en")
    assert (table.code, table.err) == (0, "")
    for told in ("Besøgsvennerne", "Åkander & Co", "Volunteers", "Business", "one by one"):
        assert told in table.out


def test_what_cannot_be_covered_is_said_plainly(brief: Path, samspil: Samspil) -> None:
    brief.write_text('needs = ["minibus", "garden"]\nasker = "home"\n', encoding="utf-8")
    told = samspil("compose", brief, "--language", "en").out
    assert "Not covered: Minibus. Nobody who could be asked offers Minibus." in told
    brief.write_text('needs = ["minibus"]\n', encoding="utf-8")
    told = samspil("compose", brief, "--language", "en")
    assert told.code == 0
    assert "Not covered: Minibus." in told.out


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("needs = [", "invalid", "reader"),
        ('nedes = ["garden"]', "invalid", "needs"),
        ('needs = ["gardn"]', "invalid", "Garden"),
        ("", "invalid", "purpose"),
        ('purpose = "Sang"', "invalid", "needs"),
        ('needs = ["garden"]\nasker = "home"\nexclude = ["home"]', "invalid", "exclude"),
        ('needs = ["garden"]\nasker = "hom"', "not_found", ""),
    ],
)
def test_a_brief_that_cannot_be_met_is_refused(
    brief: Path, samspil: Samspil, text: str, code: str, hint: str
) -> None:
    brief.write_text(text, encoding="utf-8")
    told = samspil("compose", brief, "--format", "json", "--language", "en")
    assert (told.code, told.out) == (1, "")
    error = json.loads(told.err)["error"]
    assert error["code"] == code
    assert hint in error["hint"]


@pytest.mark.parametrize(
    "wrong", [("--size", "0"), ("--size", "x"), ("--alternatives", "0"), ("--alternatives", "-1")]
)
def test_numbers_that_make_no_sense_are_wrong_usage(
    brief: Path, samspil: Samspil, wrong: tuple[str, str]
) -> None:
    assert samspil("compose", brief, *wrong).code == 2
    assert samspil("compose").code == 2

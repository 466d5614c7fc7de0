"""`samspil evaluate`: names, keys and shapes are the contract's."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.matcher.cli.conftest import Samspil
from tests.matcher.evaluate.makers import make_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small world around 2010."""
    return make_files(2).write(tmp_path / "made")


def test_the_answer_is_json_and_nothing_else(samspil: Samspil, folder: Path) -> None:
    told = samspil("evaluate", folder, "--cut", "2010-01-01", "--format", "json", "--queries", 30)
    assert told.code == 0
    assert told.err == ""
    answer = told.json
    assert (answer["dataset"], answer["cut"]) == ("made", "2010-01-01")
    assert answer["queries"] == 30
    assert {"samspil", "samspil_shipped", "samspil_small", "mix"} <= set(answer["methods"])


def test_no_database_is_needed_or_made(samspil: Samspil, folder: Path) -> None:
    samspil("evaluate", folder, "--cut", "2010-01-01", "--peers", "none")
    assert not Path("samspil.db").exists()


def test_table_and_csv_tell_the_same_of_every_method(samspil: Samspil, folder: Path) -> None:
    call = ("evaluate", folder, "--cut", "2010-01-01", "--peers", "mix,popularity")
    answer = samspil(*call, "--format", "json").json
    table = samspil(*call, "--language", "en").out
    rows = list(
        csv.DictReader(io.StringIO(samspil(*call, "--format", "csv", "--language", "en").out))
    )
    assert [row["Method"] for row in rows] == list(answer["methods"])
    for row in rows:
        method = answer["methods"][row["Method"]]
        assert float(row["recall@10"]) == method["recall@10"]
        assert float(row["new mrr"]) == method["new"]["mrr"]
        assert f"{method['recall@10']:.3f}" in table
        assert row["Method"] in table


def test_danish_numbers_have_commas(samspil: Samspil, folder: Path) -> None:
    call = ("evaluate", folder, "--cut", "2010-01-01", "--peers", "none")
    recall = samspil(*call, "--format", "json").json["methods"]["samspil"]["recall@10"]
    assert f"{recall:.3f}".replace(".", ",") in samspil(*call).out


@pytest.mark.parametrize(
    ("wrong", "code", "named"),
    [
        (("--cut", "yesterday"), "invalid", "yesterday"),
        (("--cut", "1990-01-01"), "invalid", "1990"),
        (("--cut", "2050-01-01"), "invalid", "2050"),
        (("--cut", "2010-01-01", "--peers", "pagerang"), "not_found", "pagerang"),
    ],
)
def test_what_does_not_do_is_refused_with_what_to_change(
    samspil: Samspil, folder: Path, wrong: tuple[str, ...], code: str, named: str
) -> None:
    told = samspil("evaluate", folder, *wrong, "--format", "json")
    assert (told.code, told.out) == (1, "")
    error = json.loads(told.err)["error"]
    assert error["code"] == code
    assert named in error["message"]
    assert error["hint"]


def test_a_folder_that_is_none_is_refused(samspil: Samspil, tmp_path: Path) -> None:
    told = samspil("evaluate", tmp_path / "nowhere", "--cut", "2010-01-01", "--language", "en")
    assert told.code == 1
    assert "nowhere" in told.err
    assert "orgs.csv" in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize(
    "wrong", [(), ("--cut", "2010-01-01", "--queries", "0"), ("--cut", "2010-01-01", "--seed", "x")]
)
def test_wrong_usage_is_two(samspil: Samspil, folder: Path, wrong: tuple[str, ...]) -> None:
    assert samspil("evaluate", folder, *wrong).code == 2

"""`samspil learn`: names, keys and shapes."""

from __future__ import annotations

import csv
import io
import json

import pytest

from matcher.services.installation import Installation
from tests.matcher.cli.conftest import Samspil
from tests.matcher.learn.records import AS_OF, make_busy_network

MEASURES = {"recall@10", "ndcg@10", "mrr"}


@pytest.fixture
def busy(installation: Installation) -> Installation:
    """A network with a history."""
    make_busy_network(installation, ("loneliness", "sport", "language"))
    return installation


def test_the_answer_names_the_recipe_and_its_quality(busy: Installation, samspil: Samspil) -> None:
    answer = samspil("learn", "--as", "Vores", "--as-of", AS_OF, "--format", "json").json
    assert list(answer) == ["recipe", "fell_back", "reason", "quality"]
    assert (answer["recipe"], answer["fell_back"], answer["reason"]) == ("Vores", False, None)
    assert list(answer["quality"]) == ["shipped", "learnt"]
    for each in answer["quality"].values():
        assert set(each) == MEASURES | {"new"}
        assert set(each["new"]) == MEASURES
    told = samspil("suggest", "o01", "--recipe", "Vores", "--format", "json").json
    assert told["recipe"] == "Vores"


def test_without_a_name_it_is_called_by_the_day(busy: Installation, samspil: Samspil) -> None:
    answer = samspil("learn", "--as-of", AS_OF, "--format", "json").json
    assert answer["recipe"] == f"learnt-{AS_OF}"


def test_a_table_for_a_person(busy: Installation, samspil: Samspil) -> None:
    answer = samspil("learn", "--as-of", AS_OF, "--language", "en")
    assert answer.code == 0
    assert f"learnt-{AS_OF}" in answer.out
    assert "not in use" in answer.out
    assert "NDCG@10" in answer.out


def test_csv_has_the_numbers(busy: Installation, samspil: Samspil) -> None:
    answer = samspil("learn", "--as-of", AS_OF, "--format", "csv", "--language", "en")
    rows = list(csv.reader(io.StringIO(answer.out)))
    assert rows[0][1:] == ["as shipped", "learnt"]
    assert len(rows) == 7
    assert all(0 <= float(cell) <= 1 for row in rows[1:] for cell in row[1:])


def test_too_little_history_is_said(network: Installation, samspil: Samspil) -> None:
    answer = samspil("learn", "--format", "json").json
    assert answer["recipe"] == "partners"
    assert answer["fell_back"] is True
    assert answer["reason"]
    assert answer["quality"] == {}
    table = samspil("learn", "--language", "en")
    assert "too little" in table.out
    assert "Nothing is kept" in table.out


def test_a_name_that_is_taken_is_refused(network: Installation, samspil: Samspil) -> None:
    answer = samspil("learn", "--as", "partners", "--format", "json")
    assert (answer.code, answer.out) == (1, "")
    error = json.loads(answer.err.splitlines()[-1])["error"]
    assert (error["code"], bool(error["hint"])) == ("taken", True)

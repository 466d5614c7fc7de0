"""`samspil suggest`: names, keys and shapes are the contract's."""

from __future__ import annotations

import csv
import io

import pytest

from matcher.recipe import load_recipe
from matcher.services.installation import Installation
from tests.matcher.cli.conftest import Samspil


def test_the_answer_has_the_contracts_shape(network: Installation, samspil: Samspil) -> None:
    answer = samspil("suggest", "home", "--format", "json", "--as-of", "2026-05-01").json
    assert list(answer) == ["for", "brief", "as_of", "recipe", "candidates", "suggestions"]
    assert answer["for"] == {"id": "home", "name": "Plejehjemmet Åkanden"}
    assert answer["brief"] is None
    assert answer["as_of"] == "2026-05-01"
    assert answer["candidates"] == 2
    first = answer["suggestions"][0]
    assert set(first) == {
        "rank",
        "group",
        "organisation",
        "score",
        "known",
        "reasons",
        "missing",
        "counterfactual",
        "introduction",
    }
    assert set(first["organisation"]) == {"id", "name", "sector", "kind", "area", "source_id"}
    assert first["organisation"]["id"] == "friends"
    assert (first["rank"], first["group"]) == (1, "best")
    assert [step["id"] for step in first["introduction"]] == ["home", "hub", "friends"]


def test_reasons_add_up_and_every_signal_is_one(network: Installation, samspil: Samspil) -> None:
    answer = samspil("suggest", "home", "--format", "json").json
    weights = load_recipe("partners").weights
    for found in answer["suggestions"]:
        assert {r["signal"] for r in found["reasons"]} == set(weights)
        assert sum(r["points"] for r in found["reasons"]) == pytest.approx(found["score"], abs=1e-9)
        for reason in found["reasons"]:
            assert set(reason) >= {"signal", "value", "weight", "points", "facts", "text"}
            assert reason["text"]
            facts = sum(fact["points"] for fact in reason["facts"])
            assert reason["value"] is None or facts == pytest.approx(reason["points"], abs=1e-9)


@pytest.mark.parametrize("who", ["home", "plejehjemmet åkanden", "PLEJEHJEMMET AAK", "Plejehj"])
def test_who_is_an_id_a_name_or_its_beginning(
    network: Installation, samspil: Samspil, who: str
) -> None:
    assert samspil("suggest", who, "--format", "json").json["for"]["id"] == "home"


def test_several_that_fit_are_told_apart(network: Installation, samspil: Samspil) -> None:
    samspil("init")
    told = samspil("suggest", "", "--language", "en")
    assert told.code == 1
    assert told.out == ""


def test_current_partners_come_only_when_asked_for(network: Installation, samspil: Samspil) -> None:
    def ids(*more: str) -> set[str]:
        answer = samspil("suggest", "home", "--format", "json", *more).json
        return {found["organisation"]["id"] for found in answer["suggestions"]}

    assert ids() == {"friends", "shop"}
    assert ids("--include-current") == {"friends", "shop", "hub"}


def test_csv_and_table_tell_the_same(network: Installation, samspil: Samspil) -> None:
    rows = list(csv.reader(io.StringIO(samspil("suggest", "home", "--format", "csv").out)))
    assert len(rows) == 3
    table = samspil("suggest", "home").out
    assert all(row[2] in table for row in rows[1:])


def test_the_past_is_as_it_was(network: Installation, samspil: Samspil) -> None:
    before = samspil("suggest", "home", "--format", "json", "--as-of", "2019-01-01").json
    assert all(found["introduction"] is None for found in before["suggestions"])
    assert {found["organisation"]["id"] for found in before["suggestions"]} >= {"hub"}

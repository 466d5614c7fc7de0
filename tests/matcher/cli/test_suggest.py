"""`samspil suggest`: names, keys and shapes are the contract's."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

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
    assert set(first) >= {
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


_BRIEF = """
purpose = "Hjælp i haven"
needs = ["garden", {term = "volunteers", amount = 3}]
asker = "%s"
sectors = ["business"]
"""


def _brief(asker: str = "home", more: str = "") -> Path:
    """A brief in the folder where the commands run."""
    path = Path("b.toml")
    path.write_text(_BRIEF % asker + more, encoding="utf-8")
    return path


def test_partners_for_a_brief_are_told_alike(network: Installation, samspil: Samspil) -> None:
    answer = samspil("suggest", "--brief", _brief(), "--format", "json").json
    assert answer["for"] == {"id": "home", "name": "Plejehjemmet Åkanden"}
    assert answer["brief"]["purpose"] == "Hjælp i haven"
    assert answer["brief"]["needs"] == [
        {"term": "garden", "amount": None, "when": None},
        {"term": "volunteers", "amount": 3.0, "when": None},
    ]
    assert answer["brief"]["sectors"] == ["business"]
    assert {found["organisation"]["id"] for found in answer["suggestions"]} == {"shop", "friends"}
    for found in answer["suggestions"]:
        assert sum(r["points"] for r in found["reasons"]) == pytest.approx(found["score"], abs=1e-9)


def test_a_brief_that_nobody_owns_is_for_nobody(network: Installation, samspil: Samspil) -> None:
    answer = samspil("suggest", "--brief", _brief(asker=""), "--format", "json").json
    assert answer["for"] is None
    assert {found["organisation"]["id"] for found in answer["suggestions"]} == {
        "home", "friends", "shop", "hub",
    }  # fmt: skip
    assert all(found["introduction"] is None for found in answer["suggestions"])
    told = samspil("suggest", "--brief", _brief(asker=""), "--language", "en")
    assert "Partners for the idea" in told.out


@pytest.mark.parametrize("given", [[], ["home", "--brief", "b.toml"]])
def test_it_is_either_somebody_or_a_brief(
    network: Installation, samspil: Samspil, given: list[str]
) -> None:
    _brief()
    told = samspil("suggest", *given)
    assert told.code == 2
    assert told.out == ""
    assert "WHO" in told.err


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("asker = 'home'", "invalid"),
        ("purpos = 'x'", "invalid"),
        ("needs = ['unicorns']", "invalid"),
        ("needs = ['garden']\nasker = 'nobody'", "not_found"),
        ("needs = ['garden']\nmembers = ['shop']\nexclude = ['shop']", "invalid"),
        ("= nothing", "invalid"),
    ],
)
def test_a_brief_that_says_too_little_or_too_much_is_refused(
    network: Installation, samspil: Samspil, text: str, code: str
) -> None:
    Path("b.toml").write_text(text, encoding="utf-8")
    told = samspil("suggest", "--brief", "b.toml", "--format", "json")
    assert (told.code, told.out) == (1, "")
    error = json.loads(told.err)["error"]
    assert error["code"] == code
    assert error["hint"]


def test_the_last_places_can_be_for_small_organisations(
    network: Installation, samspil: Samspil
) -> None:
    asked = ("suggest", "home", "--top", "2", "--also-small", "1")
    answer = samspil(*asked, "--format", "json").json
    assert [found["group"] for found in answer["suggestions"]] == ["best", "also"]
    plain = samspil("suggest", "home", "--format", "json").json
    scores = {found["organisation"]["id"]: found["score"] for found in plain["suggestions"]}
    for found in answer["suggestions"]:
        assert found["score"] == scores[found["organisation"]["id"]]
    assert "The last place is for" in samspil(*asked, "--language", "en").out
    rows = list(csv.reader(io.StringIO(samspil(*asked, "--format", "csv").out)))
    assert [row[-1] for row in rows[1:]] == ["best", "also"]


def test_weight_is_moved_between_known_and_new(network: Installation, samspil: Samspil) -> None:
    def weights(newness: str) -> dict[str, float]:
        answer = samspil("suggest", "home", "--newness", newness, "--format", "json").json
        return {r["signal"]: r["weight"] for r in answer["suggestions"][0]["reasons"]}

    usual, known, new = weights("0"), weights("-1"), weights("0.5")
    assert known["common_partners"] > usual["common_partners"] > new["common_partners"]
    assert sum(known.values()) == pytest.approx(sum(usual.values()))


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--newness", "2"], 1),
        (["--newness", "nan"], 1),
        (["--newness", "new"], 2),
        (["--also-small", "11"], 1),
        (["--also-small", "-1"], 1),
        (["--also-small", "some"], 2),
        (["--top", "0"], 2),
        (["--recipe", "secret"], 1),
    ],
)
def test_options_out_of_bounds_are_refused(
    network: Installation, samspil: Samspil, options: list[str], code: int
) -> None:
    told = samspil("suggest", "home", *options)
    assert told.code == code
    assert told.err
    assert "Traceback" not in told.err

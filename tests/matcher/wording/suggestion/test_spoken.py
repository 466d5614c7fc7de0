from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from matcher.introduce import introduce
from matcher.landscape import Landscape, Rows, build
from matcher.recipe import load_recipe
from matcher.suggest import Options, suggest
from matcher.wording.suggestion import spoken, spoken_paths
from tests.engine_factories import AS_OF, make_idea, make_landscape, make_recipe
from tests.engine_factories import make_organisation as org
from tests.engine_networks import networks, recipes


def _network() -> Landscape:
    return make_landscape(
        org("a", name="Anna", sector="association", lat=55.66, lon=12.5),
        org("b", name="Bo", sector="business", kind="shop", district="Valby",
            municipality="København", source_id="7", lat=55.67, lon=12.5),
        "p",
        needs={"a": ["bus"]},
        offers={"b": ["bus"]},
        ties=[("a", "p"), ("b", "p")],
    )  # fmt: skip


def _answer(language: str = "en", recipe: Any = None) -> dict[str, Any]:
    landscape = _network()
    return spoken(suggest(landscape, 0, recipe or load_recipe("partners")), landscape, language)


def test_the_keys_are_the_contracts() -> None:
    answer = _answer()
    assert list(answer) == ["for", "brief", "as_of", "recipe", "candidates", "suggestions"]
    assert answer["for"] == {"id": "a", "name": "Anna"}
    assert (answer["brief"], answer["as_of"]) == (None, "2026-03-01")
    assert (answer["recipe"], answer["candidates"]) == ("partners", 1)
    (first,) = answer["suggestions"]
    assert list(first) == [
        "rank", "group", "organisation", "score", "known", "reasons", "missing", "unknown",
        "counterfactual", "introduction",
    ]  # fmt: skip
    assert (first["rank"], first["group"], first["counterfactual"]) == (1, "best", None)
    assert first["organisation"] == {
        "id": "b", "name": "Bo", "sector": "business", "kind": "shop", "area": "Valby",
        "source_id": "7",
    }  # fmt: skip
    assert [step["name"] for step in first["introduction"]] == ["Anna", "P", "Bo"]
    assert list(first["missing"]) == ["signal", "points_lost", "text"]
    for reason in first["reasons"]:
        assert {"signal", "value", "weight", "points", "facts", "text"} <= set(reason)
        for fact in reason["facts"]:
            assert {"kind", "id", "label", "points"} <= set(fact)


def test_facts_are_called_by_their_names() -> None:
    (first,) = _answer()["suggestions"]
    labels = {
        fact["kind"]: (fact["id"], fact["label"])
        for reason in first["reasons"]
        for fact in reason["facts"]
    }
    assert labels == {
        "capacity": ("bus", "bus"),
        "distance": (None, "1.1 km"),
        "partner": ("p", "P"),
        "sector": ("business", "Business"),
        "unknown": (None, "Not known"),
    }


def test_what_would_tell_most_is_what_is_not_known_and_weighs_most() -> None:
    recipe = make_recipe({"nearness": 0.5}, nearness=3, shared_themes=2, need_met_by_offer=9)
    (first,) = _answer(recipe=recipe)["suggestions"]
    assert first["unknown"] == {
        "signal": "shared_themes",
        "points_open": 2.0,
        "text": "Say which themes are yours.",
    }
    landscape = make_landscape("a", "b")
    (first,) = spoken(suggest(landscape, 0, recipe), landscape, "en")["suggestions"]
    assert (first["unknown"]["signal"], first["unknown"]["points_open"]) == (
        "need_met_by_offer",
        9.0,
    )


def test_nothing_would_tell_more_where_all_that_counts_is_known() -> None:
    recipe = make_recipe({"has_room": 1.0}, nearness=1, shared_themes=0, has_room=1)
    (first,) = _answer(recipe=recipe)["suggestions"]
    assert first["unknown"] is None


def test_an_idea_is_told_with_its_reasons() -> None:
    landscape = _network()
    idea = make_idea(landscape, "Anna and Bo", needs=["bus"], sectors=["business"])
    answer = spoken(suggest(landscape, idea, make_recipe()), landscape, "en")
    assert answer["for"] is None
    assert answer["brief"]["purpose"] == "Anna and Bo"
    texts = {
        each["organisation"]["id"]: [reason["text"] for reason in each["reasons"]]
        for each in answer["suggestions"]
    }
    assert "Their whole name is in the idea." in texts["b"]
    assert "They are a business, which is wanted." in texts["b"]
    assert "They offer what you need: bus." in texts["b"]


def test_terms_and_numbers_are_in_the_readers_language() -> None:
    (first,) = _answer("da")["suggestions"]
    labels = [fact["label"] for reason in first["reasons"] for fact in reason["facts"]]
    assert "bus (da)" in labels
    assert "1,1 km" in labels


def test_what_is_unknown_is_null_and_its_points_are_a_fact() -> None:
    recipe = make_recipe({"shared_themes": 0.5}, shared_themes=2)
    (first,) = _answer(recipe=recipe)["suggestions"]
    (reason,) = first["reasons"]
    assert (reason["value"], reason["points"]) == (None, 1.0)
    assert [(f["kind"], f["id"], f["points"]) for f in reason["facts"]] == [("unknown", None, 1.0)]
    assert first["missing"]["points_lost"] == 1.0


def test_nobody_knows_anybody() -> None:
    landscape = make_landscape("a", "b")
    answer = spoken(suggest(landscape, 0, make_recipe()), landscape, "en")
    assert answer["suggestions"][0]["introduction"] is None
    alone = make_landscape("a")
    assert spoken(suggest(alone, 0, make_recipe()), alone, "en")["suggestions"] == []


def test_paths_are_told_with_names_and_strength() -> None:
    landscape = _network()
    assert spoken_paths(introduce(landscape, 0, 1), landscape) == {
        "paths": [
            {
                "organisations": [
                    {"id": "a", "name": "Anna"},
                    {"id": "p", "name": "P"},
                    {"id": "b", "name": "Bo"},
                ],
                "strength": 0.5,
            }
        ]
    }


@settings(max_examples=40, deadline=None)
@given(rows=networks(), recipe=recipes())
def test_it_is_plain_json_without_nan(rows: Rows, recipe: Any) -> None:
    landscape = build(rows, as_of=AS_OF, revision=1)
    found = suggest(landscape, 0, recipe, Options(top=99))
    answer = spoken(found, landscape, "da")
    again = json.loads(json.dumps(answer, allow_nan=False))
    assert again == answer
    for each in answer["suggestions"]:
        assert each["score"] == pytest.approx(sum(r["points"] for r in each["reasons"]), abs=1e-9)

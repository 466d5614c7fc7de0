"""Consortia in words."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import get_args

import pytest

from matcher.brief import Brief, Slot
from matcher.compose import Uncovered, Why, compose
from matcher.landscape import Landscape
from matcher.recipe import COMPOSE
from matcher.wording.consortium import how_sure, slot_label, spoken_consortia, why_empty
from matcher.wording.say import say
from tests.engine_factories import make_landscape
from tests.engine_factories import make_organisation as org
from tests.matcher.compose.makers import make_brief, make_slot


@pytest.fixture
def landscape() -> Landscape:
    """Two who offer something, one of them a friend of the asker."""
    return make_landscape(
        "me",
        org("a", sector="public", lat=55.0, lon=12.0),
        "b",
        offers={"a": ["hall"], "b": ["bus"]},
        needs={"me": ["moon"]},
        ties=[("me", "b")],
    )


def _brief(landscape: Landscape) -> Brief:
    return make_brief(landscape, "hall", "bus", "moon", asker="me", sectors=["public", "business"])


def test_the_answer_has_the_contracts_shape(landscape: Landscape) -> None:
    found = compose(landscape, _brief(landscape), COMPOSE)
    answer = spoken_consortia(found, landscape, {"purpose": "Sang"}, "da")
    assert list(answer)[:3] == ["brief", "consortia", "greedy"]
    assert answer["brief"] == {"purpose": "Sang"}
    one = answer["consortia"][0]
    assert list(one)[:7] == [
        "members", "cost", "optimal", "gap", "introductions", "uncovered", "reserves",
    ]  # fmt: skip
    assert [list(member)[:3] for member in one["members"]] == [["id", "name", "slots"]] * 2
    assert [(m["id"], m["slots"], m["sectors"]) for m in one["members"]] == [
        ("a", ["hall"], ["public"]),
        ("b", ["bus"], []),
    ]
    assert one["cost"] == pytest.approx(sum(member["cost"] for member in one["members"]))
    assert (one["optimal"], one["gap"], one["introductions"]) == (True, 0.0, 1)
    assert one["uncovered"] == ["moon", "business"]
    assert one["reserves"] == {"hall": [], "bus": [], "moon": []}
    assert one["members"][0]["km"] is None
    assert {key: answer["greedy"][key] for key in one} == one


def test_what_is_missing_is_said_with_what_to_change(landscape: Landscape) -> None:
    found = compose(landscape, _brief(landscape), COMPOSE)
    answer = spoken_consortia(found, landscape, {}, "en")
    assert [each["text"] for each in answer["consortia"][0]["why_uncovered"]] == [
        "Nobody who could be asked offers moon.",
        "There is nobody to ask of the sector Business.",
    ]


@pytest.mark.parametrize("why", get_args(Why))
def test_every_reason_has_a_sentence_of_its_own(landscape: Landscape, why: Why) -> None:
    slots = (make_slot(landscape, "host", "hall", "bus", sector="public"),)
    texts = {each: say(why_empty(Uncovered(why=each, slot=0), slots, landscape), "en")
             for each in get_args(Why)}  # fmt: skip
    assert [text for each, text in texts.items() if text == texts[why]] == [texts[why]]
    assert "{" not in texts[why]


def test_a_slot_named_by_its_need_is_called_as_the_reader_calls_it(landscape: Landscape) -> None:
    hall = landscape.vocabularies["capacity"].index["hall"]
    for name in ("hall", "HALL", "Hall (da)"):
        label = slot_label(Slot(name=name, needs=(hall,)), landscape)
        assert (say(label, "da"), say(label, "en")) == ("hall (da)", "hall")
    assert slot_label(Slot(name="Vært", needs=(hall,)), landscape) == "Vært"
    assert slot_label(Slot(name="hall", needs=(hall, hall + 1)), landscape) == "hall"


def test_it_says_how_sure_it_is(landscape: Landscape) -> None:
    best = compose(landscape, _brief(landscape), COMPOSE).consortia[0]
    said = [
        say(how_sure(each, first=first), "en")
        for each, first in (
            (best, True),
            (best, False),
            (replace(best, optimal=False, gap=0.125), True),
            (replace(best, optimal=False, gap=None), True),
        )
    ]
    assert len(set(said)) == 4
    assert "12.5 %" in said[2]


def test_later_ones_are_not_called_the_cheapest() -> None:
    landscape = make_landscape("a", "b", offers={"a": ["hall"], "b": ["hall"]})
    found = compose(landscape, make_brief(landscape, "hall"), COMPOSE)
    answer = spoken_consortia(found, landscape, {}, "en")
    first, second = (each["text"] for each in answer["consortia"])
    assert first != second
    assert set(chain(*(each["uncovered"] for each in answer["consortia"]))) == set()

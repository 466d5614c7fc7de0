"""What they have done before: truths that anybody would expect."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray
from matcher.signals import SIGNALS, query_for
from matcher.signals.experience import collaborations_reached, collaborations_together
from tests.engine_factories import make_collaboration, make_idea, make_landscape

OTHERS = ("skak og kort", "teater for børn", "biler og motorer", "heste på landet", "haver i byen",
          "brætspil om aftenen", "kor og orkester", "løb i skoven")  # fmt: skip


def _values(signal: str, landscape: Landscape, purpose: str = "", **idea: Any) -> dict[str, float]:
    query = query_for(landscape, make_idea(landscape, purpose, **idea))
    values: FloatArray = SIGNALS[signal].values(landscape, query).dense(len(landscape))
    return dict(zip(landscape.ids, values.tolist(), strict=True))


def _others() -> list[Any]:
    return [make_collaboration(f"x{i}", ["x"], purpose=text) for i, text in enumerate(OTHERS)]


def test_who_took_part_in_the_very_same_project_ranks_first() -> None:
    text = "Vinterbadning for ældre mænd i havnen"
    landscape = make_landscape(
        "same", "like", "other", "new", "x",
        joint=[
            make_collaboration("same", ["same"], purpose=text),
            make_collaboration("like", ["like"], purpose="Badning for unge i søen"),
            make_collaboration("other", ["other"], purpose="Strikkecafé med kaffe"),
            *_others(),
        ],
    )  # fmt: skip
    found = _values("similar_collaborations", landscape, text)
    assert found["same"] == 1.0
    assert found["same"] > found["like"] > found["other"] > 0
    assert np.isnan(found["new"])


def test_a_project_of_three_tells_more_than_one_of_forty() -> None:
    crowd = [f"m{i:02}" for i in range(39)]
    landscape = make_landscape(
        "close", "loose", "p", "q", *crowd,
        joint=[
            make_collaboration("small", ["close", "p", "q"], themes=("song",)),
            make_collaboration("large", ["loose", *crowd], themes=("song",)),
        ],
    )  # fmt: skip
    found = _values("similar_collaborations", landscape, themes=["song"])
    assert found["close"] > 3 * found["loose"] > 0
    walked = _values("past_partners", landscape, members=["p", "m00"])
    assert walked["close"] > 3 * walked["loose"] > 0


def test_many_like_it_are_more_than_one() -> None:
    landscape = make_landscape(
        "many", "one",
        joint=[
            make_collaboration("1", ["many"], themes=("song",)),
            make_collaboration("2", ["many"], themes=("song",)),
            make_collaboration("3", ["one"], themes=("song",)),
        ],
    )  # fmt: skip
    found = _values("similar_collaborations", landscape, themes=["song"])
    assert (found["many"], found["one"]) == (1.0, pytest.approx(0.5))


def test_like_it_and_close_is_more_than_like_it_and_far() -> None:
    landscape = make_landscape(
        "a", "b", "close", "far", "p",
        joint=[
            make_collaboration("ours", ["a", "b"]),
            make_collaboration("near", ["b", "close"], themes=("song",)),
            make_collaboration("away", ["far", "p"], themes=("song",)),
        ],
    )  # fmt: skip
    alike = _values("similar_collaborations", landscape, themes=["song"], members=["a"])
    assert alike["close"] == alike["far"] == 1.0
    nearby = _values("similar_nearby", landscape, themes=["song"], members=["a"])
    assert nearby["close"] == 1.0
    assert 0 < nearby["far"] < 0.5


def test_lately_together_is_more_than_long_ago() -> None:
    landscape = make_landscape(
        "a", "lately", "once", "never", "new",
        joint=[
            make_collaboration("now", ["a", "lately"], start=date(2026, 3, 1)),
            make_collaboration("then", ["a", "once"], start=date(2023, 3, 1)),
            make_collaboration("else", ["never"]),
        ],
    )  # fmt: skip
    found = _values("past_partners", landscape, asker="a")
    assert found["lately"] == 1.0
    assert found["once"] == pytest.approx(0.5, abs=0.001)  # half after three years
    assert found["never"] == 0.0
    assert np.isnan(found["new"])
    assert np.isnan(_values("past_partners", landscape, asker="new")["a"])


def test_a_small_network_within_reach_by_hand() -> None:
    landscape = make_landscape(
        "a", "b", "x", "apart", "p", "tieless",
        joint=[
            make_collaboration("c0", ["a", "b"]),
            make_collaboration("c1", ["b", "x"]),
            make_collaboration("c2", ["apart", "p"]),
        ],
    )  # fmt: skip
    found = _values("within_reach", landscape, asker="a")
    # One step: c0 with 1. Two: c0 with 3/4, c1 with 1/4. Each parted by its two members.
    of_c0, of_c1 = (0.7 + 0.49 * 3 / 4) / 2, (0.49 / 4) / 2
    assert found["b"] == 1.0
    assert found["x"] == pytest.approx(of_c1 / (of_c0 + of_c1))
    assert found["apart"] == found["p"] == 0.0
    assert np.isnan(found["tieless"])
    facts = collaborations_reached(
        landscape, query_for(landscape, make_idea(landscape, asker="a")), landscape.index["b"]
    )
    assert [fact.id for fact in facts] == ["c0", "c1"]


def test_a_walk_never_goes_to_those_without_ties() -> None:
    landscape = make_landscape(
        "a", "b", "tieless", "alone",
        joint=[make_collaboration("c", ["a", "b"]), make_collaboration("solo", ["alone"])],
    )  # fmt: skip
    found = _values("within_reach", landscape, asker="a")
    assert found["alone"] == 0.0
    assert np.isnan(found["tieless"])
    assert np.isnan(_values("within_reach", landscape, asker="tieless")["b"])


def test_those_who_are_in_already_count_as_the_asker_does() -> None:
    landscape = make_landscape(
        "a", "b", "x", joint=[make_collaboration("c", ["b", "x"], themes=("song",))]
    )
    for signal in ("past_partners", "within_reach"):
        assert _values(signal, landscape, asker="a", members=["b"])["x"] == 1.0
        assert _values(signal, landscape, asker="a", members=["b"])["b"] == 0.0


def test_an_organisation_that_asks_without_an_idea_is_told_nothing_of_likeness() -> None:
    landscape = make_landscape("a", "b", joint=[make_collaboration("c", "ab", purpose="Sang")])
    for signal in ("similar_collaborations", "similar_nearby"):
        assert np.isnan(list(_values(signal, landscape, asker="a").values())).all()


def test_facts_are_the_collaborations_that_both_took_part_in() -> None:
    landscape = make_landscape(
        "a", "b",
        joint=[
            make_collaboration("1", ["a", "b"], start=date(2020, 1, 1)),
            make_collaboration("2", ["a", "b"], start=date(2025, 1, 1)),
            make_collaboration("3", ["b"]),
        ],
    )  # fmt: skip
    facts = collaborations_together(
        landscape, query_for(landscape, make_idea(landscape, asker="a")), 1
    )
    assert [(fact.kind, fact.id) for fact in facts] == [
        ("collaboration", "2"),
        ("collaboration", "1"),
    ]

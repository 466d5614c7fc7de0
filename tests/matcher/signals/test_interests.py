from __future__ import annotations

import numpy as np
import pytest

from matcher.landscape import Landscape
from matcher.signals import query_of
from matcher.signals.interests import (
    shared_target_groups,
    shared_themes,
    target_groups_in_common,
    themes_in_common,
)
from tests.engine_factories import make_collaboration, make_landscape


def _values(landscape: Landscape, asker: str) -> dict[str, float]:
    values = shared_themes(landscape, query_of(landscape, landscape.index[asker])).dense(
        len(landscape)
    )
    return dict(zip(landscape.ids, values, strict=True))


def test_the_same_rare_themes_are_1() -> None:
    landscape = make_landscape(
        "a", "b", "c", themes={"a": ["green"], "b": ["green"], "c": ["song"]}
    )
    # Of three organisations with themes two care: not as rare as one, yet far from common.
    rarity = landscape.vocabularies["theme"].rarity
    assert _values(landscape, "a")["b"] == rarity[0]
    assert _values(landscape, "a")["c"] == 0.0


def test_it_is_the_same_from_both_sides() -> None:
    landscape = make_landscape(
        "a", "b", themes={"a": ["green", "song"], "b": ["green", "food", "art"]}
    )
    assert _values(landscape, "a")["b"] == _values(landscape, "b")["a"] > 0


def test_a_hand_in_everything_is_worth_less_than_a_focus() -> None:
    everything = ["green", "song", "food", "art", "sport", "health"]
    landscape = make_landscape(
        "a", "focused", "giant",
        themes={"a": ["green", "song"], "focused": ["green", "song"], "giant": everything},
    )  # fmt: skip
    values = _values(landscape, "a")
    assert values["focused"] >= 2 * values["giant"] > 0


def test_a_theme_of_few_tells_more_than_one_of_many() -> None:
    landscape = make_landscape(
        "a", "b", "c", "d", "e",
        themes={
            "a": ["rare", "common"], "b": ["rare"], "c": ["common"], "d": ["common"],
            "e": ["common"],
        },
    )  # fmt: skip
    values = _values(landscape, "a")
    assert values["b"] > values["c"] == values["d"]


def test_without_themes_on_either_side_it_is_unknown() -> None:
    landscape = make_landscape("a", "b", themes={"a": ["green"]})
    assert np.isnan(_values(landscape, "a")["b"])
    assert np.isnan(_values(landscape, "b")["a"])


def test_a_theme_known_from_a_collaboration_counts_half_on_either_side() -> None:
    landscape = make_landscape(
        "a", "declared", "derived", "x",
        themes={"a": ["green"], "declared": ["green"]},
        joint=[make_collaboration("park", ["derived", "x"], themes=("green",))],
    )  # fmt: skip
    rarity = landscape.vocabularies["theme"].rarity[0]
    values = _values(landscape, "a")
    assert values["declared"] == rarity
    assert values["derived"] == pytest.approx(rarity * (1 / 2) / (3 / 4))
    assert _values(landscape, "derived")["x"] == pytest.approx(rarity * (1 / 4) / (1 / 2))


def test_a_theme_known_from_a_collaboration_says_so() -> None:
    landscape = make_landscape(
        "a", "declared", "derived",
        themes={"a": ["green"], "declared": ["green"]},
        joint=[make_collaboration("park", ["derived"], themes=("green",))],
    )  # fmt: skip
    query = query_of(landscape, landscape.index["a"])
    assert [fact.kind for fact in themes_in_common(landscape, query, 1)] == ["theme"]
    assert [fact.kind for fact in themes_in_common(landscape, query, 2)] == ["derived_theme"]


def test_what_is_declared_is_not_derived_as_well() -> None:
    landscape = make_landscape(
        "a", "b",
        themes={"a": ["green"], "b": ["green"]},
        joint=[make_collaboration("park", ["a", "b"], themes=("green",))],
    )  # fmt: skip
    assert landscape.derived_themes.nnz == 0
    facts = themes_in_common(landscape, query_of(landscape, 0), 1)
    assert [(fact.kind, fact.id) for fact in facts] == [("theme", "green")]


def test_target_groups_are_measured_as_themes_are() -> None:
    both = {"a": ["old", "young"], "b": ["old"]}
    as_themes = make_landscape("a", "b", themes=both)
    as_groups = make_landscape("a", "b", target_groups=both)
    values = shared_target_groups(as_groups, query_of(as_groups, 0)).dense(len(as_groups))
    assert values[1] == pytest.approx(_values(as_themes, "a")["b"])
    (fact,) = target_groups_in_common(as_groups, query_of(as_groups, 0), 1)
    assert (fact.kind, fact.id) == ("target_group", "old")

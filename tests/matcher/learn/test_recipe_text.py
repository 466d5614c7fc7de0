"""Recipes as text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.learn.recipe_text import to_toml
from matcher.recipe import COMPOSE, SHIPPED, Recipe, load_recipe, parse_recipe
from matcher.signals import SIGNALS
from tests.engine_factories import make_recipe

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)
SCALARS = (
    st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
    | st.dates(date(1000, 1, 1))
)
LEARNT = st.dictionaries(
    TEXTS,
    st.recursive(
        SCALARS | st.lists(SCALARS, max_size=3),
        lambda inner: st.dictionaries(TEXTS, inner, max_size=3),
        max_leaves=8,
    ),
    max_size=4,
)


def _read(recipe: Recipe) -> Recipe:
    return parse_recipe(to_toml(recipe))


@pytest.mark.parametrize("name", sorted(path.stem for path in SHIPPED.glob("*.toml")))
def test_what_is_shipped_reads_back_the_same(name: str) -> None:
    recipe = load_recipe(name)
    assert _read(recipe) == recipe


@given(
    TEXTS.map(str.strip).filter(bool),
    st.dictionaries(st.sampled_from(sorted(SIGNALS)), st.floats(0, 1e6), min_size=1),
    st.floats(0, 1),
    st.dictionaries(st.sampled_from(sorted(COMPOSE)), st.floats(0, 100)),
    LEARNT,
)
def test_any_recipe_reads_back_the_same(
    name: str,
    weights: dict[str, float],
    unknown: float,
    compose: dict[str, float],
    learnt: dict[str, object],
) -> None:
    made = make_recipe(dict.fromkeys(weights, unknown), **{**weights, min(weights): 1.5})
    recipe = replace(made, name=name, compose={**COMPOSE, **compose}, learnt=learnt)
    read = _read(recipe)
    assert read == recipe
    assert list(read.weights) == list(recipe.weights)


def test_every_weight_stands_below_what_it_means() -> None:
    lines = to_toml(make_recipe(nearness=2.0)).splitlines()
    at = lines.index("nearness = 2.0")
    assert lines[at - 1] == f"# {SIGNALS['nearness'].sentence}"


def test_what_says_nothing_is_left_out() -> None:
    text = to_toml(make_recipe({"nearness": 0.0}, nearness=2.0))
    assert "[unknown]" not in text
    assert "[compose]" not in text
    assert "[learnt]" not in text


def test_what_toml_has_no_word_for_is_an_error() -> None:
    with pytest.raises(ValueError, match="None"):
        to_toml(replace(make_recipe(nearness=1.0), learnt={"quality": None}))

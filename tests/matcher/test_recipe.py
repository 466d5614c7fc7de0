from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import Refusal
from matcher.recipe import COMPOSE, Recipe, load_recipe, parse_recipe
from matcher.signals import SIGNALS
from matcher.wording.say import say
from tests.engine_factories import make_recipe
from tests.engine_networks import recipes

GOOD = 'name = "mine"\n[weights]\nnearness = 2\ncommon_partners = 0.5\n[unknown]\nnearness = 0.3\n'


def _refused(text: str) -> tuple[str, str]:
    with pytest.raises(Refusal) as refusal:
        parse_recipe(text)
    assert refusal.value.code == "invalid"
    assert refusal.value.hint is not None
    return say(refusal.value.text, "en"), say(refusal.value.hint, "en")


def test_a_recipe_is_what_it_says() -> None:
    recipe = parse_recipe(GOOD)
    assert recipe.name == "mine"
    assert dict(recipe.weights) == {"nearness": 2.0, "common_partners": 0.5}
    assert dict(recipe.unknown) == {"nearness": 0.3, "common_partners": 0.0}
    assert recipe.total == 2.5


def test_signals_stand_in_the_order_of_their_table() -> None:
    recipe = parse_recipe('name = "x"\n[weights]\nother_sector = 1\nnearness = 1\n')
    assert list(recipe.weights) == ["nearness", "other_sector"]


def test_the_shipped_recipe_knows_every_signal() -> None:
    recipe = load_recipe("partners")
    assert recipe.name == "partners"
    assert list(recipe.weights) == list(SIGNALS)


def test_what_was_learnt_is_kept() -> None:
    recipe = parse_recipe(GOOD + '[learnt]\nfrom = "2020"\n')
    assert recipe.learnt["from"] == "2020"


def test_an_unknown_signal_is_refused_with_the_nearest() -> None:
    text, hint = _refused('name = "x"\n[weights]\nnearnes = 1\n')
    assert "nearnes" in text
    assert hint == "Did you mean “nearness”?"


def test_a_word_near_no_signal_is_refused_with_all_of_them() -> None:
    _, hint = _refused('name = "x"\n[weights]\nqqq = 1\n')
    assert "common_partners" in hint


@pytest.mark.parametrize(
    "value", ["nan", "inf", "-inf", '"1"', "true", "[1]", "1e99", f"1{'0' * 400}"]
)
def test_a_weight_that_is_no_finite_number_is_refused(value: str) -> None:
    text, hint = _refused(f'name = "x"\n[weights]\nnearness = {value}\n')
    assert "nearness" in text
    assert "0.5" in hint


@pytest.mark.parametrize(
    "text",
    [
        "not toml",
        "",
        "[weights]\nnearness = 1\n",
        'name = ""\n[weights]\nnearness = 1\n',
        "name = 3\n[weights]\nnearness = 1\n",
        'name = "x"\n',
        'name = "x"\n[weights]\n',
        'name = "x"\nweights = 3\n',
        'name = "x"\n[weights]\nnearness = -1\n',
        'name = "x"\n[weights]\nnearness = 0\n',
        'name = "x"\n[weight]\nnearness = 1\n',
        GOOD + "common_partners = 1.5\n",
        GOOD + "common_partners = -0.1\n",
        GOOD + "common_partners = nan\n",
        GOOD + "shared_themes = 0.1\n",
    ],
)
def test_a_recipe_that_cannot_be_used_is_refused_with_what_to_change(text: str) -> None:
    assert all(_refused(text))


def test_an_unknown_recipe_is_refused_with_the_nearest() -> None:
    with pytest.raises(Refusal) as refusal:
        load_recipe("partner")
    assert refusal.value.code == "not_found"
    assert refusal.value.hint is not None
    assert say(refusal.value.hint, "en") == "Did you mean “partners”?"


@pytest.mark.parametrize("name", ["../partners", "", "partners.toml", "/etc/passwd"])
def test_a_name_is_no_path(name: str) -> None:
    with pytest.raises(Refusal):
        load_recipe(name)


def test_ones_own_folder_comes_before_what_is_shipped(tmp_path: Path) -> None:
    (tmp_path / "partners.toml").write_text(GOOD, encoding="utf-8")
    assert load_recipe("partners", [tmp_path]).name == "mine"
    assert load_recipe("partners", [tmp_path / "none"]).name == "partners"


def test_costs_of_a_consortium_may_be_changed_one_by_one() -> None:
    assert dict(parse_recipe(GOOD).compose) == dict(COMPOSE)
    recipe = parse_recipe(GOOD + "[compose]\nintroduction = 2\nkm_most = 0\n")
    assert dict(recipe.compose) == {**COMPOSE, "introduction": 2.0, "km_most": 0.0}


@pytest.mark.parametrize("value", ["nan", "inf", '"1"', "true", "-1", "1e99"])
def test_a_cost_that_is_no_number_from_0_on_is_refused(value: str) -> None:
    text, _ = _refused(GOOD + f"[compose]\nstep = {value}\n")
    assert "step" in text


def test_an_unknown_cost_is_refused_with_the_nearest() -> None:
    _, hint = _refused(GOOD + "[compose]\nstepp = 1\n")
    assert hint == "Did you mean “step”?"
    assert all(_refused(GOOD.replace("[weights]", "compose = 3\n[weights]")))


def test_leaning_to_new_ones_moves_weight_and_keeps_the_total() -> None:
    recipe = make_recipe(past_partners=2, other_sector=1, nearness=1)
    assert dict(recipe.leaning(1.0).weights) == {
        "nearness": pytest.approx(4 / 3),
        "past_partners": 0.0,
        "other_sector": pytest.approx(8 / 3),
    }
    assert dict(recipe.leaning(-1.0).weights) == {
        "nearness": pytest.approx(4 / 5),
        "past_partners": pytest.approx(16 / 5),
        "other_sector": 0.0,
    }
    assert recipe.leaning(0.0) == recipe


@given(recipes(), st.floats(-1, 1))
def test_leaning_keeps_the_total_and_all_that_is_neither(recipe: Recipe, newness: float) -> None:
    leaning = recipe.leaning(newness)
    assert leaning.total == pytest.approx(recipe.total)
    assert list(leaning.weights) == list(recipe.weights)
    assert (leaning.name, leaning.unknown) == (recipe.name, recipe.unknown)
    assert all(weight >= 0 for weight in leaning.weights.values())
    assert leaning is recipe or all(
        (leaning.weights[name] == 0) == (weight == 0)
        for name, weight in recipe.weights.items()
        if SIGNALS[name].side == "either"
    )


@given(recipes())
def test_farther_is_more(recipe: Recipe) -> None:
    def share(newness: float, side: str) -> float:
        weights = recipe.leaning(newness).weights
        return sum(weight for name, weight in weights.items() if SIGNALS[name].side == side)

    if all(recipe.leaning(end) is not recipe for end in (-1.0, 1.0)):
        for less, more in ((-1.0, -0.5), (-0.5, 0.0), (0.0, 0.5), (0.5, 1.0)):
            assert share(less, "new") <= share(more, "new") + 1e-9
            assert share(less, "known") >= share(more, "known") - 1e-9


def test_a_recipe_that_would_lose_all_weight_stays_as_it_is() -> None:
    recipe = make_recipe(past_partners=2)
    assert recipe.leaning(1.0) == recipe


def test_every_signal_has_a_side() -> None:
    sides = {signal.side for signal in SIGNALS.values()}
    assert sides == {"known", "new", "either"}

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.errors import Refusal
from matcher.recipe import load_recipe, parse_recipe
from matcher.signals import SIGNALS
from matcher.wording.say import say

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

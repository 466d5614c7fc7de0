"""Recipes learnt from a network's own history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.brief import Brief
from matcher.landscape import Rows
from matcher.learn import Judged, learn, learning, to_toml
from matcher.learn.fitting import Weights
from matcher.learn.lists import Lists
from matcher.recipe import Recipe, load_recipe, parse_recipe
from matcher.wording.say import say
from tests.engine_factories import make_collaboration, make_recipe, make_rows
from tests.engine_networks import AS_OF, networks, recipes, shuffled
from tests.matcher.learn.makers import FIRST, UNTIL, make_history, make_shipped, make_weights


@pytest.fixture(scope="module")
def rows() -> Rows:
    return make_history()


def _share(recipe: Recipe, signal: str) -> float:
    return recipe.weights[signal] / recipe.total


def test_the_one_signal_that_tells_who_meets_gets_the_weight(rows: Rows) -> None:
    shipped = make_shipped()
    found = learn(rows, UNTIL, shipped)
    assert not found.fell_back
    assert _share(shipped, "shared_themes") < 0.2
    assert _share(found.recipe, "shared_themes") > 0.7
    assert found.recipe.total == pytest.approx(shipped.total)
    assert found.quality["learnt"].ndcg > found.quality["shipped"].ndcg + 0.1


def test_every_signal_may_be_learnt_at_once(rows: Rows) -> None:
    shipped = load_recipe("partners")
    found = learn(rows, UNTIL, shipped)
    assert list(found.recipe.weights) == list(shipped.weights)
    assert all(weight >= 0 for weight in found.recipe.weights.values())
    assert found.recipe.total == pytest.approx(shipped.total)


def test_what_was_learnt_says_from_what_and_how_good_it_is(rows: Rows) -> None:
    recipe = learn(rows, UNTIL, make_shipped()).recipe
    learnt = recipe.learnt
    last = FIRST + timedelta(days=9 * 159)
    assert FIRST.isoformat() < learnt["from"] < learnt["measured_from"] < learnt["until"]
    assert learnt["until"] == last.isoformat()
    assert learnt["questions"] > learnt["measured_questions"] > 0
    for name in ("shipped", "learnt"):
        quality = learnt["quality"][name]
        assert set(quality) == {"recall@10", "ndcg@10", "mrr", "new"}
        assert all(0 <= quality[key] <= 1 for key in ("recall@10", "ndcg@10", "mrr"))
    assert parse_recipe(to_toml(recipe)) == recipe


def test_the_same_history_and_seed_teach_the_same(rows: Rows) -> None:
    first = learn(rows, UNTIL, make_shipped(), seed=3)
    assert learn(shuffled(rows, 5), UNTIL, make_shipped(), seed=3) == first


def test_nothing_from_the_day_on_is_looked_at(rows: Rows) -> None:
    later = [
        make_collaboration(f"z{at}", ["o01", f"o{at:02}"], start=UNTIL + timedelta(days=at - 1))
        for at in range(2, 60)
    ]
    with_later = replace(
        rows,
        collaborations=(*rows.collaborations, *(row for row, _ in later[1:])),
        participations=(*rows.participations, *(part for _, parts in later[1:] for part in parts)),
    )
    assert learn(with_later, UNTIL, make_shipped()) == learn(rows, UNTIL, make_shipped())


def test_what_is_asked_about_is_not_known_yet() -> None:
    # Who meets is chance, so it cannot be known; all that is asked about begins on one day.
    random = Random(1)
    keys = [f"o{number:02}" for number in range(40)]
    joint = [
        make_collaboration(f"c{at:03}", random.sample(keys, 3), start=start, end=UNTIL)
        for start, first in ((FIRST, 0), (FIRST + timedelta(days=900), 100))
        for at in range(first, first + 40)
    ]
    recipe = make_recipe(past_partners=1.0, common_partners=1.0, similar_letters=1.0)
    found = learn(make_rows(*keys, joint=joint), UNTIL, recipe)
    assert all(each.all.ndcg < 0.5 for each in found.quality.values())


def test_a_recipe_learns_from_all_and_verdicts_say_a_quarter(
    rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[list[Lists]] = []

    def remember(evidence: list[Lists], recipe: Weights) -> Weights:
        given.append(evidence)
        return recipe

    monkeypatch.setattr(learning, "fit", remember)
    told = [
        Judged(brief=Brief(asker=at % 60), relevant=(at % 60 + 12,), not_relevant=(), given=UNTIL)
        for at in range(300)
    ]
    learnt = learn(rows, UNTIL, make_shipped(), told).recipe.learnt
    first, second = given
    lists = [len(each.starts) for each in (*first, *second)]
    assert lists == [
        learnt["questions"] - learnt["measured_questions"],
        learnt["questions"],
        learnt["verdicts"],
    ]
    said = [sum(view.weight.sum() for view in each.views) for each in second]
    assert said == pytest.approx([learnt["questions"], learnt["questions"] / 4])


@pytest.mark.parametrize("until", [FIRST, FIRST + timedelta(days=90), date(1990, 1, 1)])
def test_too_little_history_falls_back_and_says_so(rows: Rows, until: date) -> None:
    shipped = make_shipped()
    found = learn(rows, until, shipped)
    assert found.fell_back
    assert found.recipe is shipped
    assert found.reason is not None
    assert "too little" in say(found.reason, "en")


def test_no_network_at_all_falls_back() -> None:
    assert learn(Rows(), UNTIL, make_shipped()).fell_back


def test_what_does_worse_on_later_questions_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = make_shipped(shared_themes=1.0, nearness=0.0, other_sector=0.0)
    bad = make_weights(0.0, 1.0, 1.0)
    monkeypatch.setattr(learning, "fit", lambda evidence, recipe: bad)
    found = learn(make_history(), UNTIL, shipped)
    assert found.fell_back
    assert found.recipe is shipped
    assert found.quality["learnt"].ndcg < found.quality["shipped"].ndcg - 0.1
    assert found.reason is not None
    assert "worse" in say(found.reason, "en")


def test_what_does_as_well_is_used() -> None:
    shipped = make_shipped(shared_themes=1.0, nearness=0.0, other_sector=0.0)
    for seed in range(4):
        assert not learn(make_history(seed=seed), UNTIL, shipped, seed=seed).fell_back


def test_a_signal_that_knows_nothing_keeps_its_part(rows: Rows) -> None:
    nowhere = replace(
        rows, organisations=tuple(replace(row, lat=None, lon=None) for row in rows.organisations)
    )
    shipped = make_shipped()
    found = learn(nowhere, UNTIL, shipped).recipe
    assert 0 < _share(found, "nearness") < _share(shipped, "nearness")
    assert found.unknown["nearness"] == pytest.approx(shipped.unknown["nearness"], abs=0.002)


@settings(max_examples=30, deadline=None)
@given(networks(), recipes(), st.integers(0, 3))
def test_any_network_gives_a_recipe_that_can_be_used(
    rows: Rows, shipped: Recipe, seed: int
) -> None:
    found = learn(rows, AS_OF, shipped, seed=seed).recipe
    assert parse_recipe(to_toml(found)) == found
    assert found.total == pytest.approx(shipped.total)
    assert list(found.weights) == list(shipped.weights)

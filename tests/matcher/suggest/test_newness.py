"""Known or new: weight moves, sums hold, and at its ends one side is silent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.brief import Brief
from matcher.landscape import Rows, build
from matcher.recipe import Recipe
from matcher.signals import SIGNALS
from matcher.suggest import Options, scores, suggest
from tests.engine_factories import AS_OF, make_collaboration, make_landscape, make_recipe
from tests.engine_factories import make_organisation as org
from tests.engine_networks import asking, networks, recipes


@settings(max_examples=50, deadline=None)
@given(networks(least=2).flatmap(asking), recipes(), st.floats(-1, 1))
def test_sums_hold_at_every_setting(
    made: tuple[Rows, int | Brief], recipe: Recipe, newness: float
) -> None:
    rows, who = made
    landscape = build(rows, as_of=AS_OF, revision=1)
    every = scores(landscape, who, recipe, newness=newness)
    for each in suggest(landscape, who, recipe, Options(top=99, newness=newness)).suggestions:
        assert each.score == every[each.organisation]
        assert each.score == pytest.approx(sum(r.points for r in each.reasons), abs=1e-9)
        assert sum(r.weight for r in each.reasons) == pytest.approx(recipe.total)
        assert 0 <= each.known <= 1 + 1e-9
        for reason in each.reasons:
            assert reason.points == pytest.approx(sum(f.points for f in reason.facts), abs=1e-9)


def test_known_ones_first_or_new_ones_first() -> None:
    landscape = make_landscape(
        org("a", sector="public"),
        org("known", sector="public"),
        org("new", sector="business"),
        joint=[make_collaboration("then", ["a", "known"], end=AS_OF.replace(year=2025))],
    )
    recipe = make_recipe(past_partners=1, other_sector=1)

    def first(newness: float) -> str:
        found = suggest(landscape, 0, recipe, Options(newness=newness)).suggestions
        return landscape.ids[found[0].organisation]

    assert (first(-1.0), first(-0.1), first(0.1), first(1.0)) == ("known", "known", "new", "new")


@pytest.mark.parametrize(("newness", "silent"), [(-1.0, "new"), (1.0, "known")])
def test_at_the_ends_one_side_is_silent(newness: float, silent: str) -> None:
    landscape = make_landscape("a", "b", ties=[("a", "b")])
    options = Options(newness=newness, include_current=True)
    (b,) = suggest(landscape, 0, make_recipe(), options).suggestions
    for reason in b.reasons:
        assert (reason.weight == 0) == (SIGNALS[reason.signal].side == silent)


def test_in_the_middle_nothing_changes() -> None:
    landscape = make_landscape("a", "b", "c", ties=[("a", "b"), ("b", "c")])
    recipe = make_recipe()
    options = Options(newness=0.0, include_current=True)
    plain = suggest(landscape, 0, recipe, Options(include_current=True))
    assert suggest(landscape, 0, recipe, options) == plain

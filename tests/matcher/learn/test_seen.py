"""What the signals say of candidates."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.brief import Brief
from matcher.learn.seen import points, seen
from matcher.suggest import scores
from tests.engine_factories import (
    make_collaboration,
    make_landscape,
    make_organisation,
    make_recipe,
)

ROWS = np.arange(4)


def test_candidates_are_all_known_but_the_asker_as_they_would_be_listed() -> None:
    names = {"a": "Anna", "b": "Zoo", "c": "Ærø", "d": "Bo"}
    landscape = make_landscape(*(make_organisation(key, name=names[key]) for key in names))
    found = seen(landscape, Brief(asker=0), (1,), ("other_sector",), np.array([3, 0, 2, 1]))
    assert found.relevant.tolist() == [False, True, False]  # Bo, Zoo, Ærø
    assert found.values.shape == (3, 1)
    assert np.isnan(found.values).all()


def test_partners_are_those_who_have_worked_with_the_asker() -> None:
    landscape = make_landscape(*"abcd", joint=[make_collaboration("x", "ac")])
    assert seen(landscape, Brief(asker=0), (), ("nearness",), ROWS).partner.tolist() == [
        False,
        True,
        False,
    ]
    assert not seen(landscape, Brief(), (), ("nearness",), ROWS).partner.any()


def test_points_are_the_scores_of_suggestions() -> None:
    landscape = make_landscape(
        *"abcd",
        themes={"a": ["green"], "b": ["green"], "c": ["green", "song"]},
        joint=[make_collaboration("x", "ab"), make_collaboration("y", "bc")],
    )
    recipe = make_recipe({"nearness": 0.3, "common_partners": 0.1})
    found = seen(landscape, Brief(asker=0), (), tuple(recipe.weights), ROWS)
    order = np.argsort(landscape.order[1:]) + 1
    assert points(recipe, found.values) == pytest.approx(scores(landscape, 0, recipe)[order])

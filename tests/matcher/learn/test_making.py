"""From weights to a recipe, and back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.learn.fitting import Weights
from matcher.learn.making import as_recipe, as_weights
from tests.engine_factories import make_recipe

SHIPPED = make_recipe({"nearness": 0.3}, shared_themes=3.0, nearness=1.0, other_sector=0.1)


def test_a_recipe_comes_back_as_it_is() -> None:
    weights = as_weights(SHIPPED)
    made = as_recipe(weights.times(7.3), SHIPPED, {"questions": 30})
    assert dict(made.weights) == pytest.approx(dict(SHIPPED.weights))
    assert dict(made.unknown) == dict(SHIPPED.unknown)
    assert made.learnt == {"questions": 30}
    assert made.compose == SHIPPED.compose


def test_what_was_learnt_is_told_with_few_decimals_and_without_what_is_not_known() -> None:
    learnt = {"quality": {"mrr": 1 / 3, "new": {"mrr": None}}, "from": "2020-01-01"}
    made = as_recipe(as_weights(SHIPPED), SHIPPED, learnt)
    assert made.learnt == {"quality": {"mrr": 0.333, "new": {}}, "from": "2020-01-01"}


def test_a_signal_without_weight_keeps_what_was_shipped_for_the_unknown() -> None:
    weights = as_weights(SHIPPED)
    none = Weights(full=weights.full * [1, 0, 1], blank=weights.blank * 0)
    made = as_recipe(none, SHIPPED, {})
    assert made.weights["nearness"] == 0.0
    assert made.unknown["nearness"] == 0.3


@given(
    st.lists(st.floats(0, 50), min_size=3, max_size=3).filter(lambda given: sum(given) > 0.01),
    st.lists(st.floats(0, 1), min_size=3, max_size=3),
    st.sampled_from([0.01, 0.1, 1.0, 33.3, 5e5]),
)
def test_weights_are_few_figures_that_come_to_the_same_total(
    full: list[float], share: list[float], scale: float
) -> None:
    shipped = make_recipe(shared_themes=3 * scale, nearness=scale, other_sector=scale / 10)
    weights = Weights(full=np.array(full), blank=np.array(full) * share)
    made = as_recipe(weights, shipped, {})
    assert made.total == pytest.approx(shipped.total, rel=1e-9)
    assert all(weight >= 0 for weight in made.weights.values())
    assert all(0 <= value <= 1 for value in made.unknown.values())
    for at, name in enumerate(made.weights):
        # Rounded to a thousandth of the total at most, the heaviest by what the others are off.
        assert made.weights[name] / made.total == pytest.approx(full[at] / sum(full), abs=2e-3)
        if made.weights[name] > 0 and full[at] > 1e-9:
            assert made.unknown[name] == pytest.approx(share[at], abs=1e-3)

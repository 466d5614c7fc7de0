"""Weights that put the relevant first."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import approx_fprime

from matcher.landscape.arrays import FloatArray
from matcher.learn.fitting import Weights, fit, loss, scale
from matcher.learn.lists import Lists, asked_of_all_and_new
from matcher.learn.seen import Seen
from tests.matcher.learn.makers import make_lists, make_weights

SIGNALS = 3


def _random_lists(seed: int, lists: int = 12, right_by: int | None = None) -> Lists:
    """Lists of ten; the first candidate is relevant, or the one of the highest such signal."""
    random = np.random.default_rng(seed)
    values = [random.random((10, SIGNALS)) for _ in range(lists)]
    relevant = [0 if right_by is None else int(np.argmax(each[:, right_by])) for each in values]
    return make_lists(values, relevant)


def _share(weights: Weights) -> FloatArray:
    return weights.full / weights.full.sum()


def test_the_slope_of_the_loss_is_how_it_changes() -> None:
    random = np.random.default_rng(3)
    found = []
    for _ in range(8):
        values = random.random((9, SIGNALS))
        values[random.random(values.shape) < 0.3] = np.nan
        partner = random.random(9) < 0.3
        found.append(Seen(values=values, relevant=random.random(9) < 0.3, partner=partner))
    evidence = [asked_of_all_and_new(found)]

    def lost(at: FloatArray) -> float:
        return loss(evidence, Weights(full=at[:SIGNALS], blank=at[SIGNALS:]))[0]

    at = np.array([3.0, 1.0, 2.0, 0.5, 0.7, 0.1])
    slope = loss(evidence, Weights(full=at[:SIGNALS], blank=at[SIGNALS:]))[1]
    measured = approx_fprime(at, lost, 1e-6)
    np.testing.assert_allclose([*slope.full, *slope.blank], measured, atol=1e-4)


def test_nobody_a_candidate_is_nothing_lost() -> None:
    seen = Seen(values=np.ones((2, SIGNALS)), relevant=np.ones(2, bool), partner=np.ones(2, bool))
    lost, slope = loss([asked_of_all_and_new([seen])], make_weights(1, 1, 1))
    assert lost == pytest.approx(0.5 * np.log(2))
    assert np.isfinite(slope.full).all()


def test_the_signal_that_tells_gets_the_weight() -> None:
    shares = _share(fit([_random_lists(1, 60, right_by=1)], make_weights(1, 1, 1)))
    assert shares[1] > 0.75


def test_weights_are_never_below_zero_even_where_a_signal_misleads() -> None:
    random = np.random.default_rng(2)
    values = [random.random((10, SIGNALS)) for _ in range(200)]
    wrong = make_lists(values, [int(np.argmin(each[:, 0])) for each in values])
    found = fit([wrong], make_weights(1, 1, 1))
    assert found.full[0] == 0
    assert np.all(found.full >= 0)


def test_the_unknown_never_gives_more_than_all() -> None:
    random = np.random.default_rng(4)
    values = [random.random((10, SIGNALS)) / 2 for _ in range(60)]
    for each in values:
        each[3, 0] = np.nan
    found = fit([make_lists(values, [3] * 60)], make_weights(1, 1, 1))
    assert np.all(found.blank >= 0)
    assert np.all(found.blank <= found.full + 1e-9)
    assert found.blank[0] / found.full[0] == pytest.approx(1.0, abs=0.01)


def test_the_unknown_gives_nothing_where_only_the_wrong_are_unknown() -> None:
    random = np.random.default_rng(4)
    values = [random.random((10, SIGNALS)) for _ in range(60)]
    for each in values:
        each[3:, 0] = np.nan
    found = fit([make_lists(values, [0] * 60)], make_weights(1, 1, 1, blank=[0.5, 0, 0]))
    assert found.blank[0] < 0.1 * found.full[0]


def test_the_fewer_lists_the_nearer_to_the_recipe() -> None:
    recipe = make_weights(1, 2, 3)
    shares = [
        _share(fit([_random_lists(1, lists, right_by=0)], recipe)) for lists in (200, 50, 10, 2)
    ]
    far = [float(np.abs(share - _share(recipe)).sum()) for share in shares]
    assert far == sorted(far, reverse=True)
    assert far[-1] < 0.5 * far[0]


def test_the_stronger_the_ridge_the_nearer_to_the_recipe() -> None:
    recipe, evidence = make_weights(1, 2, 3, blank=[0, 1, 0]), [_random_lists(1, 50, right_by=0)]
    shares = [_share(fit(evidence, recipe, ridge)) for ridge in (0.1, 1.0, 10.0, 1e3, 1e7)]
    far = [float(np.abs(share - _share(recipe)).sum()) for share in shares]
    assert far == sorted(far, reverse=True)
    assert far[-1] < 1e-3


def test_a_signal_that_nothing_speaks_of_keeps_its_part() -> None:
    values = [np.random.default_rng(at).random((10, SIGNALS)) for at in range(40)]
    for each in values:
        each[:, 2] = 0.0
    recipe = make_weights(1, 1, 2, blank=[0, 0, 1])
    found = fit([make_lists(values, [int(np.argmax(each[:, 0])) for each in values])], recipe)
    by = scale([make_lists(values, [int(np.argmax(each[:, 0])) for each in values])], recipe)
    assert found.full[2] == pytest.approx(2 * by)
    assert found.blank[2] == pytest.approx(by)


def test_what_the_unknown_counts_stays_a_part_of_its_weight() -> None:
    recipe = make_weights(1, 1, 1, blank=[0.5, 0.25, 0])
    found = fit([_random_lists(1, 60, right_by=1)], recipe)
    assert found.full[0] / found.full[1] < 0.5
    np.testing.assert_allclose(found.blank / found.full, [0.5, 0.25, 0.0], atol=1e-3)


def test_no_weights_nearby_are_better() -> None:
    random = np.random.default_rng(6)
    values = [random.random((10, SIGNALS)) for _ in range(30)]
    for each in values:
        each[random.random(each.shape) < 0.3] = np.nan
    evidence = [make_lists(values, [int(np.nanargmax(each[:, 0])) for each in values])]
    recipe, ridge = make_weights(1, 2, 1, blank=[0.5, 1, 0]), 5.0
    toward = recipe.times(scale(evidence, recipe))

    def worth(weights: Weights) -> float:
        unit = toward.full.mean()
        far = (weights.full - toward.full) / unit
        off = (weights.blank - toward.blank / toward.full * weights.full) / unit
        return loss(evidence, weights)[0] + ridge / 2 * float(far @ far + off @ off)

    found = fit(evidence, recipe, ridge)
    for _ in range(100):
        full = np.maximum(found.full + random.normal(0, 0.05, SIGNALS), 0)
        blank = np.clip(found.blank + random.normal(0, 0.05, SIGNALS), 0, full)
        assert worth(Weights(full=full, blank=blank)) > worth(found) - 1e-4


def test_the_scale_of_a_recipe_does_not_matter() -> None:
    evidence = [_random_lists(1, 30, right_by=0)]
    small, large = make_weights(0.1, 0.2, 0.1), make_weights(100, 200, 100)
    np.testing.assert_allclose(
        fit(evidence, small).full, fit(evidence, large).full, rtol=1e-2, atol=1e-2
    )


def test_lists_weigh_what_they_are_given() -> None:
    by_first, by_second = _random_lists(1, 30, right_by=0), _random_lists(2, 30, right_by=1)
    quiet = make_lists([np.random.default_rng(2).random((10, SIGNALS))], [0], say=1e-9)
    alone, beside = (
        fit([by_first], make_weights(1, 1, 1)),
        fit([by_first, quiet], make_weights(1, 1, 1)),
    )
    np.testing.assert_allclose(alone.full, beside.full, atol=0.02)
    both = _share(fit([by_first, by_second], make_weights(1, 1, 1)))
    assert both[0] > both[2]
    assert both[1] > both[2]


def test_what_is_held_is_never_raised_above_the_recipe() -> None:
    recipe = make_weights(1, 1, 1)
    lists = _random_lists(1, 60, right_by=1)
    free = _share(fit([lists], recipe))
    held = fit([lists], replace(recipe, held=np.array([False, True, False])))
    assert free[1] > 0.75
    assert held.full[1] <= scale([lists], recipe) * (1 + 1e-9)
    assert held.full[1] < fit([lists], recipe).full[1]

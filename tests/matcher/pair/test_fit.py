"""How much two have to talk about."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from matcher.landscape import Rows, build
from matcher.pair import fit
from matcher.suggest import scores
from tests.engine_factories import AS_OF, make_landscape, make_recipe
from tests.engine_factories import make_organisation as org
from tests.engine_networks import networks


def test_it_is_the_mean_of_what_each_is_worth_to_the_other() -> None:
    landscape = make_landscape("a", "b", needs={"a": ["hall"]}, offers={"b": ["hall"]})
    recipe = make_recipe(need_met_by_offer=3.0, offer_meets_need=1.0)
    a_to_b, b_to_a = (scores(landscape, row, recipe)[1 - row] for row in (0, 1))
    assert a_to_b != b_to_a
    assert fit(landscape, [0, 1], recipe)[0, 1] == pytest.approx((a_to_b + b_to_a) / 2 / 4)


def test_units_do_not_meet_what_they_are_units_of_but_may_meet_their_sisters() -> None:
    landscape = make_landscape(
        "city", org("school", parent="city"), org("library", parent="city"), "club"
    )
    rows = [landscape.index[key] for key in ("city", "school", "library", "club")]
    apart = np.isnan(fit(landscape, rows, make_recipe()))
    assert apart.tolist() == [
        [True, True, True, False],
        [True, True, False, False],
        [True, False, True, False],
        [False, False, False, True],
    ]


def test_pairs_that_are_never_to_meet() -> None:
    landscape = make_landscape(*"abc")
    apart = np.isnan(fit(landscape, [2, 1, 0], make_recipe(), never=[(0, 2)]))
    assert apart.tolist() == [[True, False, True], [False, True, False], [True, False, True]]


def test_no_participants() -> None:
    assert fit(make_landscape("a"), [], make_recipe()).shape == (0, 0)


@settings(max_examples=40)
@given(rows=networks())
def test_it_is_symmetric_and_between_0_and_1(rows: Rows) -> None:
    landscape = build(rows, as_of=AS_OF, revision=1)
    found = fit(landscape, range(len(landscape)), make_recipe())
    assert np.array_equal(found, found.T, equal_nan=True)
    known = found[~np.isnan(found)]
    assert ((known >= 0) & (known <= 1 + 1e-12)).all()

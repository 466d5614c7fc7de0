"""What a new member costs."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.brief import Brief, Near
from matcher.compose.cost import costs
from matcher.landscape import Landscape, TieRow
from matcher.recipe import COMPOSE
from tests.engine_factories import AS_OF, make_landscape
from tests.engine_factories import make_organisation as org

# One degree of latitude is 111.195 km on the sphere that distances are measured on.
DEGREE = 111.195


def _chain() -> Landscape:
    """a – b – c – d – e and f apart, all at the same place."""
    here = {"lat": 55.0, "lon": 10.0}
    ties = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")]
    return make_landscape(*(org(key, **here) for key in "abcdef"), ties=ties)


def test_who_is_known_costs_no_introduction_and_steps_count_up_to_three() -> None:
    found = costs(_chain(), Brief(asker=0), COMPOSE)
    assert found.steps.tolist() == [0, 1, 2, 3, 3, 3]
    assert found.cost.tolist() == pytest.approx([1.0, 1.25, 2.5, 2.75, 2.75, 2.75])


def test_kilometres_count_up_to_one() -> None:
    landscape = make_landscape(
        org("a", lat=55.0, lon=10.0),
        org("b", lat=55.0 + 5 / DEGREE, lon=10.0),
        org("c", lat=56.0, lon=10.0),
    )
    found = costs(landscape, Brief(asker=0), COMPOSE)
    assert found.km.tolist() == pytest.approx([0, 5, DEGREE], abs=1e-3)
    assert found.cost[1:].tolist() == pytest.approx([2.75 + 0.25, 2.75 + 1], abs=1e-3)


def test_an_unknown_distance_counts_as_half_of_the_most() -> None:
    landscape = make_landscape(org("a", lat=55.0, lon=10.0), "b")
    found = costs(landscape, Brief(asker=0), COMPOSE)
    assert np.isnan(found.km[1])
    assert found.cost[1] == pytest.approx(2.75 + 0.5)


def test_the_place_of_the_brief_stands_in_for_an_asker_without_an_address() -> None:
    landscape = make_landscape("a", org("b", lat=55.0, lon=10.0))
    near = Near(lat=55.0, lon=10.0, km=5.0)
    assert costs(landscape, Brief(asker=0, near=near), COMPOSE).km[1] == 0
    assert np.isnan(costs(landscape, Brief(asker=0), COMPOSE).km[1])


def test_a_past_tie_is_a_tie() -> None:
    tie = TieRow(id="t", a="a", b="b", end=AS_OF.replace(year=AS_OF.year - 9))
    landscape = make_landscape("a", "b", ties=[tie])
    assert costs(landscape, Brief(asker=0), COMPOSE).steps.tolist() == [0, 1]


def test_nobody_is_reached_through_a_hidden_one() -> None:
    landscape = make_landscape("a", org("b", hidden=True), "c", ties=[("a", "b"), ("b", "c")])
    assert costs(landscape, Brief(asker=0), COMPOSE).steps.tolist() == [0, 1, 3]


def test_without_an_asker_the_nearest_of_those_already_in_counts() -> None:
    found = costs(_chain(), Brief(members=(0, 4)), COMPOSE)
    assert found.steps.tolist() == [0, 1, 2, 1, 0, 3]


def test_without_anybody_all_are_strangers() -> None:
    found = costs(_chain(), Brief(), COMPOSE)
    assert found.steps.tolist() == [3] * 6
    assert found.cost.tolist() == pytest.approx([1 + 1 + 0.75 + 0.5] * 6)


def test_a_recipe_may_weigh_otherwise() -> None:
    found = costs(_chain(), Brief(asker=0), {"introduction": 10.0, "member": 0.0})
    assert found.cost.tolist() == pytest.approx([0, 0.25, 10.5, 10.75, 10.75, 10.75])

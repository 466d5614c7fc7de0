"""Attention over past collaborations."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from matcher.landscape import Landscape
from matcher.signals import Query, query_of
from matcher.signals.attention import Attention, answer, attention, facts
from tests.engine_factories import make_collaboration, make_landscape


@pytest.fixture
def landscape() -> Landscape:
    """The asker in one; b in both, c in the second, d in none."""
    return make_landscape(
        "a", "b", "c", "d",
        joint=[make_collaboration("c0", ["a", "b"]), make_collaboration("c1", ["b", "c"])],
    )  # fmt: skip


def _found(landscape: Landscape, query: Query, *weights: float) -> Attention:
    at = np.flatnonzero(weights)
    return attention(landscape, query, "made", (at, np.array(weights)[at]))


def test_weights_come_to_sums_of_participants_outside_the_team(landscape: Landscape) -> None:
    found = _found(landscape, query_of(landscape, 0), 1.0, 3.0)
    assert found.of == {0: 1.0, 1: 3.0}
    assert found.rows.tolist() == [1, 2]
    assert found.totals.tolist() == [4.0, 3.0]
    assert found.most == 4.0


def test_values_are_shares_of_the_strongest_and_unknown_without_a_past(
    landscape: Landscape,
) -> None:
    values = answer(landscape, _found(landscape, query_of(landscape, 0), 1.0, 3.0)).dense(4)
    assert values[:3].tolist() == [0.0, 1.0, 0.75]
    assert np.isnan(values[3])


def test_facts_are_the_collaborations_the_strongest_first(landscape: Landscape) -> None:
    found = _found(landscape, query_of(landscape, 0), 1.0, 3.0)
    assert [(f.kind, f.id, f.share) for f in facts(landscape, found, 1)] == [
        ("collaboration", "c1", 0.75),
        ("collaboration", "c0", 0.25),
    ]
    assert facts(landscape, found, 3) == ()


def test_nothing_asked_is_0_for_all_who_took_part_in_something(landscape: Landscape) -> None:
    found = _found(landscape, query_of(landscape, 0), 0.0, 0.0)
    values = answer(landscape, found).dense(4)
    assert values[:3].tolist() == [0.0, 0.0, 0.0]
    assert np.isnan(values[3])
    assert facts(landscape, found, 1) == ()


def test_a_given_scale_stays(landscape: Landscape) -> None:
    query = replace(query_of(landscape, 0), scales={"made": 8.0, "another": 99.0})
    assert answer(landscape, _found(landscape, query, 1.0, 3.0)).dense(4)[1:3].tolist() == [
        0.5,
        0.375,
    ]

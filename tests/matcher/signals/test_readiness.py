"""Wish and room for something new."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray
from matcher.signals import SIGNALS, query_of
from matcher.signals.readiness import how_many, latest_collaboration, running_now, said_open
from tests.engine_factories import AS_OF, make_collaboration, make_landscape
from tests.engine_factories import make_organisation as org


def _values(signal: str, landscape: Landscape) -> dict[str, float]:
    values: FloatArray = (
        SIGNALS[signal].values(landscape, query_of(landscape, 0)).dense(len(landscape))
    )
    return dict(zip(landscape.ids, values.tolist(), strict=True))


@pytest.fixture
def landscape() -> Landscape:
    """One that does much now, one that did something once, one of which nothing is known."""
    running = [make_collaboration(f"r{i}", ["busy"], start=AS_OF) for i in range(5)]
    return make_landscape(
        "a", org("busy", open_to_partners=True), org("once", open_to_partners=False), "undated",
        joint=[
            *running,
            make_collaboration("then", ["once"], start=date(2024, 3, 1), end=date(2025, 1, 1)),
            make_collaboration("some day", ["undated"]),
        ],
    )  # fmt: skip


def test_what_they_have_said(landscape: Landscape) -> None:
    found = _values("says_open", landscape)
    assert (found["busy"], found["once"]) == (1.0, 0.0)
    assert np.isnan(found["undated"])
    query = query_of(landscape, 0)
    assert [f.kind for f in said_open(landscape, query, landscape.index["busy"])] == ["open"]
    assert said_open(landscape, query, landscape.index["once"]) == ()


def test_what_began_lately(landscape: Landscape) -> None:
    found = _values("active_lately", landscape)
    assert found["busy"] == 1.0
    assert found["once"] == pytest.approx(1 / 4, abs=0.001)  # two years ago
    assert np.isnan(found["undated"])
    assert np.isnan(found["a"])
    (fact,) = latest_collaboration(landscape, query_of(landscape, 0), landscape.index["once"])
    assert (fact.kind, fact.id) == ("latest", "then")


def test_five_running_leave_half_the_room(landscape: Landscape) -> None:
    found = _values("has_room", landscape)
    assert (found["busy"], found["once"]) == (0.5, 1.0)
    assert np.isnan(found["a"])
    (fact,) = running_now(landscape, query_of(landscape, 0), landscape.index["busy"])
    assert (fact.kind, fact.amount) == ("running", 5.0)


def test_more_is_more_experience_but_less_and_less(landscape: Landscape) -> None:
    found = _values("experienced", landscape)
    assert found["busy"] == 1.0
    assert found["once"] == pytest.approx(np.log(2) / np.log(6))
    assert np.isnan(found["a"])
    (fact,) = how_many(landscape, query_of(landscape, 0), landscape.index["busy"])
    assert (fact.kind, fact.amount, fact.share) == ("experience", 5.0, 1.0)

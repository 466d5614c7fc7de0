"""Walks from one's own collaborations to others'."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from matcher.landscape import Landscape, Rows, build
from matcher.signals.walk import Mass, own_collaborations, walks
from tests.engine_factories import AS_OF, make_collaboration, make_landscape
from tests.engine_networks import networks


def _chances(landscape: Landscape, mass: Mass) -> dict[str, float]:
    rows, chances = mass
    ids = landscape.collaborations.ids
    return {ids[row]: chance for row, chance in zip(rows, chances, strict=True)}


def _team(landscape: Landscape, *ids: str) -> np.ndarray:
    return np.array(sorted(landscape.index[key] for key in ids), np.int64)


@pytest.fixture
def chain() -> Landscape:
    """a and b in c0, b and x in c1, x and y in c2; z alone."""
    return make_landscape(
        "a", "b", "x", "y", "z",
        joint=[
            make_collaboration("c0", ["a", "b"]),
            make_collaboration("c1", ["b", "x"]),
            make_collaboration("c2", ["x", "y"]),
        ],
    )  # fmt: skip


def test_a_small_walk_by_hand(chain: Landscape) -> None:
    first, second, third = walks(chain, _team(chain, "a"), 3)
    assert _chances(chain, first) == {"c0": 1.0}
    # Half stays with a, half goes to b, who is in two.
    assert _chances(chain, second) == {"c0": 3 / 4, "c1": 1 / 4}
    # a has 3/8 and b 3/8 from c0, b and x 1/8 each from c1; b and x part what they have.
    assert _chances(chain, third) == {
        "c0": pytest.approx(3 / 8 + 1 / 4),
        "c1": pytest.approx(1 / 4 + 1 / 16),
        "c2": pytest.approx(1 / 16),
    }


def test_a_team_starts_everywhere_alike(chain: Landscape) -> None:
    (first,) = walks(chain, _team(chain, "a", "y"), 1)
    assert _chances(chain, first) == {"c0": 1 / 2, "c2": 1 / 2}


def test_a_walk_never_reaches_what_nothing_leads_to(chain: Landscape) -> None:
    assert all(not len(rows) for rows, _ in walks(chain, _team(chain, "z"), 3))
    assert all(not len(rows) for rows, _ in walks(chain, _team(chain), 3))
    apart = make_landscape(
        *"abxy", joint=[make_collaboration("here", "ab"), make_collaboration("there", "xy")]
    )
    for mass in walks(apart, _team(apart, "a"), 4):
        assert _chances(apart, mass) == {"here": 1.0}


def test_large_collaborations_pass_little_on() -> None:
    landscape = make_landscape(
        "a", "b", "c", "x", "y", *(f"m{i}" for i in range(8)),
        joint=[
            make_collaboration("small", ["a", "b"]),
            make_collaboration("large", ["a", "c", *(f"m{i}" for i in range(8))]),
            make_collaboration("of b", ["b", "x"]),
            make_collaboration("of c", ["c", "y"]),
        ],
    )  # fmt: skip
    found = _chances(landscape, walks(landscape, _team(landscape, "a"), 2)[-1])
    assert found["of b"] > 4 * found["of c"] > 0


def test_own_collaborations_are_those_of_anybody_in_the_team(chain: Landscape) -> None:
    ids = chain.collaborations.ids
    for team, expected in (((), []), (("a",), ["c0"]), (("b", "y"), ["c0", "c1", "c2"])):
        assert [ids[row] for row in own_collaborations(chain, _team(chain, *team))] == expected


@settings(max_examples=60, deadline=None)
@given(networks())
def test_nobody_is_lost_on_the_way(rows: Rows) -> None:
    landscape = build(rows, as_of=AS_OF, revision=1)
    active = np.flatnonzero(landscape.active)
    for member in range(len(landscape)):
        for _, chances in walks(landscape, np.array([member]), 3):
            assert float(chances.sum()) == pytest.approx(1.0 if member in active else 0.0)

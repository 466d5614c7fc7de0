"""Groups that should meet."""

from __future__ import annotations

from tests.engine_factories import make_landscape
from tests.matcher.network.gaps.makers import make_gaps

GROUPS = [0, 0, 0, 1, 1, 1, 2, 2, 2]
NAMES = ("a1", "a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3")
INSIDE = [(f"{g}{i}", f"{g}{j}") for g in "abc" for i, j in ((1, 2), (2, 3), (1, 3))]


def test_groups_that_need_and_offer_come_before_those_with_a_theme_in_common() -> None:
    landscape = make_landscape(
        *NAMES,
        needs={"a1": ["bus"], "a2": ["bus", "hall"]},
        offers={"b1": ["bus"], "a3": ["hall"]},
        themes={each: ["song"] for each in ("a1", "a2", "c1", "c2")},
        ties=INSIDE,
    )
    first, second = make_gaps(landscape, GROUPS).groups
    # Two need a bus; the hall is offered among themselves.
    assert (first.a, first.b, first.meets, first.themes) == (0, 1, 2, ())
    assert (second.a, second.b, second.meets, second.themes) == (0, 2, 0, (0,))
    assert (first.ties, first.members) == (0, (3, 3))


def test_groups_that_know_each_other_well_are_no_gap() -> None:
    across = [(f"a{i}", f"b{i}") for i in (1, 2, 3)]
    landscape = make_landscape(
        *NAMES, needs={"a1": ["bus"]}, offers={"b1": ["bus"]}, ties=[*INSIDE, *across]
    )
    assert make_gaps(landscape, GROUPS).groups == ()


def test_without_real_groups_there_is_nobody_to_meet() -> None:
    landscape = make_landscape(*NAMES, themes={each: ["song"] for each in NAMES}, ties=INSIDE)
    assert make_gaps(landscape).groups == ()

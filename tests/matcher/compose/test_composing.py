"""Consortia whose right answer is plain to see."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from matcher.brief import Brief, Near
from matcher.compose import Consortia, compose
from matcher.errors import Refusal
from matcher.landscape import CapacityRow, build
from matcher.recipe import COMPOSE
from tests.engine_factories import AS_OF, make_landscape, make_rows
from tests.engine_factories import make_organisation as org
from tests.matcher.compose.makers import composed, duties, empty, make_brief, make_slot, new


def test_one_who_can_do_all_is_better_than_two() -> None:
    landscape = make_landscape(
        *"abc", "me", offers={"a": ["hall"], "b": ["bus"], "c": ["hall", "bus"]}
    )
    answer = composed(landscape, make_brief(landscape, "hall", "bus", asker="me"))
    best = answer.consortia[0]
    assert duties(landscape, answer) == {"c": ["hall", "bus"]}
    assert (best.optimal, best.gap, best.introductions) == (True, 0.0, 1)
    assert best.cost == pytest.approx(1 + 1 + 0.75 + 0.5)
    assert best.uncovered == ()
    assert [new(landscape, each) for each in answer.consortia] == [["c"], ["a", "b"]]


def test_a_known_one_is_better_than_a_stranger() -> None:
    landscape = make_landscape(
        "me", *"ab", offers={"a": ["hall"], "b": ["hall"]}, ties=[("me", "b")]
    )
    answer = composed(landscape, make_brief(landscape, "hall", asker="me"))
    assert [new(landscape, each) for each in answer.consortia] == [["b"], ["a"]]
    assert [each.introductions for each in answer.consortia] == [0, 1]


def test_the_exact_answer_is_cheaper_than_the_greedy_one() -> None:
    # The wide one covers most for its cost, and then both narrow ones are needed after all.
    landscape = make_landscape(
        "me", "wide", "left", "right",
        offers={
            "wide": ["l1", "l2", "r1", "r2"],
            "left": ["l1", "l2", "l3"],
            "right": ["r1", "r2", "r3"],
        },
    )  # fmt: skip
    brief = make_brief(landscape, "l1", "l2", "l3", "r1", "r2", "r3", asker="me")
    answer = composed(landscape, brief)
    assert new(landscape, answer.consortia[0]) == ["left", "right"]
    assert new(landscape, answer.greedy) == ["left", "right", "wide"]
    assert not answer.greedy.optimal
    assert answer.greedy.gap == pytest.approx(1 / 3)
    assert len(answer.consortia) == 1  # everything else is this one with somebody on top


def test_the_greedy_answer_says_when_it_is_the_best() -> None:
    landscape = make_landscape("me", "a", offers={"a": ["hall"]})
    answer = composed(landscape, make_brief(landscape, "hall", asker="me"))
    assert answer.greedy == answer.consortia[0]


def test_those_already_in_cost_nothing_and_fill_what_they_can() -> None:
    landscape = make_landscape(
        "me", *"abc", offers={"me": ["bus"], "a": ["hall"], "b": ["hall"], "c": ["cook"]}
    )
    brief = make_brief(landscape, "bus", "hall", "cook", asker="me", members=["b"])
    answer = composed(landscape, brief)
    assert duties(landscape, answer) == {"c": ["cook"], "me": ["bus"], "b": ["hall"]}
    best = answer.consortia[0]
    assert best.cost == best.members[0].cost
    assert [m.already_in for m in best.members] == [False, True, True]
    assert best.introductions == 1


def test_an_asker_who_fills_nothing_is_no_member_of_its_own_consortium() -> None:
    landscape = make_landscape("me", "a", "b", offers={"a": ["hall"]})
    answer = composed(landscape, make_brief(landscape, "hall", asker="me", members=["b"]))
    assert duties(landscape, answer) == {"a": ["hall"], "b": []}


def test_where_all_is_there_nobody_new_is_needed() -> None:
    landscape = make_landscape("me", "a", offers={"me": ["hall"]})
    answer = composed(landscape, make_brief(landscape, "hall", asker="me"))
    (only,) = answer.consortia
    assert (new(landscape, only), only.cost, only.optimal, only.gap) == ([], 0.0, True, 0.0)
    assert answer.greedy == only


def test_a_slot_wants_one_who_offers_all_its_needs_and_is_of_its_sector() -> None:
    landscape = make_landscape(
        "me",
        org("a", sector="public"),
        org("b", sector="business"),
        org("c", sector="public"),
        org("d"),
        offers={"a": ["hall"], "b": ["hall", "cook"], "c": ["hall", "cook"], "d": ["hall", "cook"]},
    )
    slot = make_slot(landscape, "host", "hall", "cook", sector="public")
    answer = composed(landscape, make_brief(landscape, "hall", asker="me", slots=(slot,)))
    assert [each.name for each in answer.slots] == ["host"]  # the need is the slot's
    assert [new(landscape, each) for each in answer.consortia] == [["c"]]


def test_a_required_sector_is_stood_for_by_whoever_is_in() -> None:
    landscape = make_landscape(
        "me",
        org("a", sector="business"),
        org("b", sector="association"),
        org("c", sector="business"),
        offers={"b": ["hall"], "c": ["hall"]},
        ties=[("me", "a"), ("me", "b")],
    )
    answer = composed(landscape, make_brief(landscape, "hall", asker="me", sectors=["business"]))
    # Two friends cost 3.5, the stranger who is both 3.25.
    assert [new(landscape, each) for each in answer.consortia] == [["c"], ["a", "b"]]
    a, b = answer.consortia[1].members
    assert (a.slots, a.sectors, b.slots, b.sectors) == ((), (2,), (0,), ())
    assert answer.consortia[0].members[0].sectors == (2,)


def test_who_may_not_be_asked() -> None:
    landscape = make_landscape(
        "me",
        org("unit", parent="me"),
        org("hidden", hidden=True),
        org("closed", open_to_partners=False),
        "excluded",
        "masked",
        "willing",
        offers=dict.fromkeys(["unit", "hidden", "closed", "excluded", "masked", "willing"], ("x",)),
    )
    brief = make_brief(landscape, "x", asker="me", exclude=["excluded"])
    mask = np.ones(len(landscape), np.bool_)
    mask[landscape.index["masked"]] = False
    answer = composed(landscape, brief, candidates=mask)
    assert [new(landscape, each) for each in answer.consortia] == [["willing"]]
    assert answer.consortia[0].reserves == ((),)
    assert answer.candidates == 1


def test_current_partners_may_be_asked_and_those_too_far_may_not() -> None:
    landscape = make_landscape(
        "me",
        org("far", lat=57.0, lon=10.0),
        org("near", lat=55.0, lon=10.0),
        "unsaid",
        offers=dict.fromkeys(["far", "near", "unsaid"], ("hall",)),
        ties=[("me", "far"), ("me", "near")],
    )
    brief = make_brief(landscape, "hall", asker="me", near=Near(lat=55.0, lon=10.0, km=50.0))
    answer = composed(landscape, brief)
    assert [new(landscape, each) for each in answer.consortia] == [["near"], ["unsaid"]]


def test_reserves_are_the_next_cheapest_that_are_not_in() -> None:
    landscape = make_landscape(
        "me", *"abcde", "f",
        offers={**dict.fromkeys("abcde", ("hall",)), "f": ("cook",)},
        ties=[("me", "e"), ("e", "d")],
    )  # fmt: skip
    answer = composed(landscape, make_brief(landscape, "hall", "cook", asker="me"))
    best = answer.consortia[0]
    assert new(landscape, best) == ["e", "f"]
    assert [[landscape.ids[row] for row in each] for each in best.reserves] == [
        ["d", "a", "b"],
        [],
    ]


def test_what_cannot_be_covered_is_said_with_the_reason() -> None:
    landscape = make_landscape(
        "me",
        org("a", sector="association"),
        "b",
        org("shut", open_to_partners=False),
        offers={"a": ["hall"], "b": ["cook"], "shut": ["boat"]},
        needs={"me": ["moon"]},
    )
    brief = make_brief(
        landscape,
        "moon",
        "boat",
        asker="me",
        sectors=["public"],
        slots=(
            make_slot(landscape, "both", "hall", "cook"),
            make_slot(landscape, "mine", "hall", sector="business"),
            make_slot(landscape, "easy", "hall"),
        ),
    )
    answer = composed(landscape, brief)
    assert empty(answer) == {
        "moon": "nobody",
        "boat": "left_out",
        "public": "nobody",
        "both": "not_together",
        "mine": "other_sector",
    }
    assert new(landscape, answer.consortia[0]) == ["a"]
    assert answer.consortia[0].optimal


def test_a_brief_that_nobody_fits_is_answered_with_nobody() -> None:
    landscape = make_landscape("me", "a", needs={"me": ["moon"]})
    answer = composed(landscape, make_brief(landscape, "moon", asker="me"))
    (only,) = answer.consortia
    assert (only.members, only.cost, only.optimal) == ((), 0.0, True)
    assert empty(answer) == {"moon": "nobody"}


def test_an_offer_that_is_known_to_be_too_small_does_not_do() -> None:
    rows = make_rows("me", *"abc", offers={"c": ["hall"]})
    known = tuple(
        CapacityRow(organisation=who, side="offers", term="hall", amount=amount)
        for who, amount in (("a", 40.0), ("b", 80.0))
    )
    rows = replace(rows, capacities=rows.capacities + known)
    landscape = build(rows, as_of=AS_OF, revision=1)

    def answer(least: float) -> Consortia:
        brief = make_brief(landscape, "hall", asker="me", amounts={"hall": least})
        return composed(landscape, brief)

    assert [new(landscape, each) for each in answer(80.0).consortia] == [["b"], ["c"]]
    assert [new(landscape, each) for each in answer(100.0).consortia] == [["c"]]
    only_small = make_brief(landscape, "hall", asker="me", amounts={"hall": 90.0})
    rows = replace(rows, capacities=known)
    assert empty(composed(build(rows, as_of=AS_OF, revision=1), only_small)) == {
        "hall": "too_small"
    }


def test_a_cap_covers_as_much_as_it_can() -> None:
    landscape = make_landscape(
        "me", *"abc", offers={"a": ["x"], "b": ["y"], "c": ["z", "w"]}, ties=[("me", "a")]
    )
    brief = make_brief(landscape, "x", "y", "z", "w", asker="me")
    one = composed(landscape, brief, size=1)
    assert new(landscape, one.consortia[0]) == ["c"]
    assert empty(one) == {"x": "no_room", "y": "no_room"}
    two = composed(landscape, brief, size=2)
    assert [new(landscape, each) for each in two.consortia] == [["a", "c"], ["b", "c"]]
    assert composed(landscape, brief, size=9).consortia[0].uncovered == ()


def test_equals_are_told_apart_by_name() -> None:
    landscape = make_landscape(
        "me",
        org("z", name="Anna"),
        org("y", name="Bo"),
        org("x", name="Carl"),
        org("w", name="Dan"),
        offers={"z": ["hall"], "y": ["hall"], "x": ["cook"], "w": ["cook"]},
    )
    answer = composed(landscape, make_brief(landscape, "hall", "cook", asker="me"), alternatives=4)
    assert new(landscape, answer.consortia[0]) == ["z", "x"]
    assert len({tuple(new(landscape, each)) for each in answer.consortia}) == 4


def test_without_an_asker_every_new_member_is_an_introduction() -> None:
    landscape = make_landscape(*"ab", offers={"a": ["hall"], "b": ["cook"]}, ties=[("a", "b")])
    answer = composed(landscape, make_brief(landscape, "hall", "cook"))
    assert answer.consortia[0].introductions == 2


@pytest.mark.parametrize("options", [{"size": 0}, {"size": -1}, {"alternatives": 0}])
def test_numbers_that_make_no_sense_are_refused(options: dict[str, int]) -> None:
    landscape = make_landscape("me", "a", offers={"a": ["hall"]})
    with pytest.raises(Refusal) as refused:
        composed(landscape, make_brief(landscape, "hall", asker="me"), **options)
    assert refused.value.code == "invalid"


def test_a_brief_without_places_is_refused() -> None:
    landscape = make_landscape("me", "a")
    with pytest.raises(Refusal) as refused:
        compose(landscape, Brief(asker=0, purpose="Sang"), COMPOSE)
    assert refused.value.code == "invalid"
    assert refused.value.hint is not None


def test_out_of_time_the_answer_says_that_it_is_not_proven(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("matcher.compose.composing.Search.following", lambda search: None)
    landscape = make_landscape("me", "a", offers={"a": ["hall"]})
    (only,) = composed(landscape, make_brief(landscape, "hall", asker="me")).consortia
    assert new(landscape, only) == ["a"]
    assert (only.optimal, only.gap) == (False, None)

"""The ties that would help."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.landscape import Landscape, Rows, build
from matcher.network.gaps.analysis import Gaps
from matcher.network.gaps.asking import Between, question
from matcher.network.gaps.helping import MOST, HelpingTie, helping_ties
from matcher.suggest import candidates, scores
from tests.engine_factories import AS_OF, make_landscape, make_organisation, make_recipe
from tests.engine_networks import networks
from tests.matcher.network.gaps.makers import make_gaps, make_quarter

RECIPE = make_recipe()


def ties_for(
    found: Gaps, gap: object, barred: dict[int, Collection[int]] | None = None
) -> tuple[HelpingTie, ...]:
    known = barred or {}
    return helping_ties(found, question(gap, found), RECIPE, lambda row: known.get(row, ()))


def named(landscape: Landscape, ties: tuple[HelpingTie, ...]) -> list[tuple[str, str, int]]:
    return [(landscape.ids[t.asker], landscape.ids[t.candidate], t.gain) for t in ties]


def every_gap(found: Gaps) -> list[object]:
    return [
        *found.themes,
        *found.capacities,
        *(Between(codes="sector", meeting=each) for each in found.sectors),
        *(Between(codes="kind", meeting=each) for each in found.kinds),
        *found.alone,
        *found.brokers,
        *found.bridges,
        *found.groups,
    ]


def test_a_need_is_met_by_those_who_offer_it_elsewhere() -> None:
    landscape = make_quarter()
    found = make_gaps(landscape)
    ties = ties_for(found, found.capacities[0])
    assert {pair[:2] for pair in named(landscape, ties)} == {
        ("home", "taxi"), ("club", "bus"), ("home", "bus"), ("club", "taxi"),
    }  # fmt: skip
    assert all((tie.gain, tie.measure, tie.connected) == (1, "needs", 4) for tie in ties)
    assert [tie.fit for tie in ties] == sorted((tie.fit for tie in ties), reverse=True)


def test_a_theme_gap_is_helped_with_what_nobody_there_has() -> None:
    landscape = make_quarter()
    found = make_gaps(landscape)
    need, offer = found.themes
    assert {pair[1] for pair in named(landscape, ties_for(found, need))} == {"taxi", "bus"}
    asked = named(landscape, ties_for(found, offer))
    assert {pair[0] for pair in asked} == {"taxi", "bus"}
    assert {pair[1] for pair in asked} == {"home", "club"}


def test_the_lone_one_is_connected_with_a_whole_part() -> None:
    landscape = make_quarter()
    found = make_gaps(landscape)
    (lone,) = [each for each in found.alone if landscape.ids[each.row] == "lone"]
    ties = ties_for(found, lone)
    assert {tie.gain for tie in ties} == {2}
    assert "shy" not in {landscape.ids[tie.candidate] for tie in ties}


def test_a_tie_around_a_broker_keeps_the_product_of_its_parts_together() -> None:
    names = ["hub", "a1", "a2", "a3", "b1", "b2"]
    landscape = make_landscape(
        *names,
        ties=[("hub", "a1"), ("a1", "a2"), ("a2", "a3"), ("a1", "a3"), ("hub", "b1"), ("b1", "b2")],
    )
    found = make_gaps(landscape)
    (hub,) = [each for each in found.brokers if landscape.ids[each.row] == "hub"]
    assert hub.parts == (3, 2)
    ties = ties_for(found, hub)
    assert ties
    for tie in ties:
        ends = {landscape.ids[tie.asker][0], landscape.ids[tie.candidate][0]}
        assert (ends, tie.gain, tie.measure) == ({"a", "b"}, 6, "kept")


def test_sectors_are_brought_within_two_steps() -> None:
    landscape = make_landscape(
        *(make_organisation(f"a{at}", sector="association") for at in range(4)),
        *(make_organisation(f"b{at}", sector="business") for at in range(4)),
        ties=[("a0", "a1"), ("a0", "a2"), ("b0", "b1"), ("a3", "b3")],
    )
    found = make_gaps(landscape)
    gap = Between(codes="sector", meeting=found.sectors[0])
    best = ties_for(found, gap)[0]
    pair = {landscape.ids[best.asker], landscape.ids[best.candidate]}
    # The two best tied: themselves, the one's two with the other, the other's one with it.
    assert (pair, best.gain, best.measure) == ({"a0", "b0"}, 4, "nearer")


def test_those_who_work_with_a_theme_each_by_themselves_are_brought_together() -> None:
    landscape = make_landscape(
        *(make_organisation(f"o{at}", municipality="Byen") for at in range(5)),
        make_organisation("far", municipality="Fjernby"),
        themes={each: ["song"] for each in ("o0", "o1", "o2", "o3", "far")},
        ties=[("o0", "o1"), ("o2", "o3")],
    )
    found = make_gaps(landscape)
    idle = next(each for each in found.themes if each.state == "idle")
    best = ties_for(found, idle)[0]
    ends = {landscape.ids[best.asker], landscape.ids[best.candidate]}
    # One of each pair: themselves, and each with the other's partner.
    assert len(ends & {"o0", "o1"}) == len(ends & {"o2", "o3"}) == 1
    assert (best.gain, best.measure) == (3, "nearer")


def test_whoever_is_barred_or_wants_nobody_is_not_proposed() -> None:
    landscape = make_quarter()
    found, row = make_gaps(landscape), landscape.index
    barred = {row["home"]: [row["taxi"], row["bus"]], row["club"]: [row["taxi"]]}
    ties = ties_for(found, found.capacities[0], barred)
    assert named(landscape, ties) == [("club", "bus", 1)]


def test_one_asker_may_be_in_all_ties_but_others_spread() -> None:
    landscape = make_landscape(
        make_organisation("lone"), *(f"o{at}" for at in range(9)), ties=[("o0", "o1")]
    )
    found = make_gaps(landscape)
    (lone,) = [each for each in found.alone if landscape.ids[each.row] == "lone"]
    assert len(ties_for(found, lone)) == MOST


def test_no_gap_has_no_question() -> None:
    with pytest.raises(TypeError):
        question("nothing", make_gaps(make_landscape("a")))


@settings(max_examples=40, deadline=None)
@given(networks(), st.integers(1, 3))
def test_a_proposed_tie_is_new_possible_and_brings_something(rows: Rows, groups: int) -> None:
    landscape = build(rows, as_of=AS_OF, revision=1)
    found = make_gaps(landscape, [at % groups for at in range(len(landscape))])
    for gap in every_gap(found):
        ties = ties_for(found, gap)
        assert ties == ties_for(found, gap)
        assert len(ties) <= MOST
        turns = [(-tie.gain, -tie.fit) for tie in ties]
        assert turns == sorted(turns)
        for tie in ties:
            assert tie.gain > 0
            assert tie.connected >= 0
            assert not found.ties.matrix[tie.asker, tie.candidate]
            assert candidates(landscape, tie.asker)[tie.candidate]
            assert not landscape.shut[[tie.asker, tie.candidate]].any()
            assert tie.fit == scores(landscape, tie.asker, RECIPE)[tie.candidate]

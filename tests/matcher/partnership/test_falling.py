"""What falls when a grant ends, on small networks with a known answer and against networkx."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from matcher.network.matrix import Ints
from matcher.network.ties import Ties, merged
from matcher.partnership.falling import (
    OutOfReach,
    Sparse,
    come_apart,
    fall_counts,
    falling_ties,
    left_alone,
    left_standing,
    out_of_reach,
)
from tests.matcher.network.evidence_makers import Report, Stay, make_evidence

TODAY, END = date(2026, 11, 24), date(2027, 6, 30)
ROWS = {key: row for row, key in enumerate("abcdef")}


def stays(collaboration: str, organisations: str, until: date | None = None) -> list[Stay]:
    """That these take part in a collaboration."""
    return [
        Stay(collaboration=collaboration, organisation=each, until=until) for each in organisations
    ]


def network(*told: Stay | Report) -> Ties:
    """The ties of what is told."""
    return merged(
        make_evidence(
            [each for each in told if isinstance(each, Stay)],
            [each for each in told if isinstance(each, Report)],
            ROWS,
            TODAY,
        ),
        TODAY,
    )


def fall(ties: Ties, *paid: str) -> tuple[Ints, Ties]:
    """The places of the ties that fall with these collaborations, and the ties that are left."""
    known = np.array([key in paid for key in ties.pieces.known.ids], np.bool_)
    places = falling_ties(ties, known, END)
    return places, left_standing(ties, places, END)


def pairs(ties: Ties, places: Ints) -> list[str]:
    """The ends of ties in letters."""
    return sorted("".join("abcdef"[row] for row in pair) for pair in ties.ends[places].tolist())


def test_a_tie_falls_that_rests_on_nothing_else() -> None:
    ties = network(*stays("grant", "abc"), *stays("other", "ab"))
    places, left = fall(ties, "grant")
    assert pairs(ties, places) == ["ac", "bc"]
    assert pairs(left, np.arange(len(left))) == ["ab"]
    assert left_alone(ties, places, left, 6).tolist() == [2]


def test_a_reported_tie_holds_unless_it_has_ended() -> None:
    for until, falls in ((None, []), (date(2026, 1, 1), ["ab"]), (END, ["ab"])):
        ties = network(*stays("grant", "ab"), Report(a="a", b="b", until=until))
        assert pairs(ties, fall(ties, "grant")[0]) == falls


def test_what_ends_before_the_grant_does_not_hold() -> None:
    sooner = network(*stays("grant", "ab"), *stays("other", "ab", END))
    assert pairs(sooner, fall(sooner, "grant")[0]) == ["ab"]
    later = network(*stays("grant", "ab"), *stays("other", "ab", END + timedelta(days=1)))
    assert pairs(later, fall(later, "grant")[0]) == []


def test_a_grant_of_two_collaborations_takes_both() -> None:
    ties = network(*stays("x", "ab"), *stays("y", "ab"))
    assert pairs(ties, fall(ties, "x")[0]) == []
    assert pairs(ties, fall(ties, "x", "y")[0]) == ["ab"]


def test_what_has_ended_falls_no_more() -> None:
    ties = network(*stays("grant", "ab", date(2026, 1, 1)))
    assert pairs(ties, fall(ties, "grant")[0]) == []


def test_parts_come_apart_from_the_largest() -> None:
    ties = network(*stays("left", "ab"), *stays("grant", "bc"), *stays("right", "cde"))
    places, left = fall(ties, "grant")
    assert come_apart(ties, places, left, 6) == ((0, 1),)
    assert left_alone(ties, places, left, 6).tolist() == []


def test_an_empty_network_loses_nothing() -> None:
    ties = network()
    places, left = fall(ties, "grant")
    assert not len(places)
    assert come_apart(ties, places, left, 6) == ()
    assert out_of_reach(ties, places, left, matrix([]), matrix([])) == ()


def matrix(cells: Iterable[tuple[str, int]]) -> Sparse:
    """Who offers or needs which capacity."""
    cells = list(cells)
    rows, columns = [ROWS[key] for key, _ in cells], [column for _, column in cells]
    return csr_array((np.ones(len(cells)), (rows, columns)), shape=(6, 3))


def test_a_capacity_is_out_of_reach_that_nobody_else_around_offers() -> None:
    ties = network(*stays("grant", "abc"), *stays("other", "ad"))
    places, left = fall(ties, "grant")
    offers = matrix([("b", 0), ("c", 0), ("b", 1), ("d", 1), ("b", 2), ("a", 2)])
    found = out_of_reach(ties, places, left, offers, matrix([("a", 0)]))
    assert found == (
        OutOfReach(capacity=0, row=0, through=(1, 2), needed=True),
        # c reaches capacity 1 through b alone; a has d for it.
        OutOfReach(capacity=1, row=2, through=(1,), needed=False),
        # a and b offer it both: c is the one who loses it.
        OutOfReach(capacity=2, row=2, through=(0, 1), needed=False),
    )


@given(
    st.lists(
        st.tuples(st.sampled_from(["grant", "x", "y"]), st.sets(st.sampled_from("abcdef"))),
        max_size=6,
    )
)
def test_parts_and_loners_are_those_of_networkx(told: list[tuple[str, set[str]]]) -> None:
    merged_stays = {(collaboration, each) for collaboration, them in told for each in them}
    ties = network(
        *(Stay(collaboration=key, organisation=each) for key, each in sorted(merged_stays))
    )
    places, left = fall(ties, "grant")
    before, after = nx.Graph(), nx.Graph()
    before.add_nodes_from(range(6))
    after.add_nodes_from(range(6))
    before.add_edges_from(ties.ends.tolist())
    after.add_edges_from(left.ends.tolist())
    assert left_alone(ties, places, left, 6).tolist() == [
        row for row in range(6) if before.degree(row) and not after.degree(row)
    ]
    lost = 0
    for whole in nx.connected_components(before):
        parts = [part for part in nx.connected_components(after) if part <= whole]
        lost += max(0, sum(len(part) > 1 for part in parts) - 1)
    found = come_apart(ties, places, left, 6)
    assert len(found) == lost
    assert all(nx.is_connected(after.subgraph(part)) for part in found)


@given(
    st.lists(
        st.tuples(
            st.sampled_from("xyz"), st.sampled_from("abcdef"), st.sampled_from([None, END, TODAY])
        ),
        max_size=12,
        unique_by=lambda stay: stay[:2],
    )
)
def test_counts_are_those_of_each_grant_by_itself(
    told: list[tuple[str, str, date | None]],
) -> None:
    ties = network(*(Stay(collaboration=c, organisation=o, until=u) for c, o, u in told))
    grants, expected = [], []
    for key in ties.pieces.known.ids:
        places, left = fall(ties, key)
        grants.append((np.array([key == each for each in ties.pieces.known.ids]), END))
        expected.append((len(places), len(left_alone(ties, places, left, 6))))
    assert fall_counts(ties, grants, 6) == tuple(expected)

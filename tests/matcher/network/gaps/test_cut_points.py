"""Brokers and bridges, checked against networkx and by taking them away."""

from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.network.gaps.cut_points import Bridge, Broker, bridges, brokers, walk_through
from matcher.network.gaps.ties_now import TiesNow
from tests.matcher.network.gaps.makers import make_chain, make_ties

SIZES = st.integers(2, 14)
PAIRS = st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), max_size=30)


def all_of(ties: TiesNow, least: int = 1) -> tuple[tuple[Broker, ...], tuple[Bridge, ...]]:
    size = len(ties.degree)
    order, everybody = np.arange(size), np.ones(size, np.bool_)
    walk = walk_through(ties)
    return brokers(walk, order, everybody), bridges(walk, order, everybody, least)


def test_a_cut_point_has_the_parts_that_are_known() -> None:
    # Two triangles and a tail of two hang on 0.
    pairs = [(0, 1), (1, 2), (0, 2), (0, 3), (3, 4), (0, 4), (0, 5), (5, 6)]
    first, second = all_of(make_ties(8, pairs))[0]
    assert (first.row, first.parts, first.cut_off) == (0, (2, 2, 2), 4)
    assert (second.row, second.parts, second.cut_off) == (5, (5, 1), 1)


def test_a_chain_splits_in_the_middle_first() -> None:
    found, between = all_of(make_ties(7, make_chain(7)), 2)
    assert (found[0].row, found[0].parts) == (3, (3, 3))
    assert {(each.a, each.b, each.sides) for each in between} == {
        (1, 2, (2, 5)), (2, 3, (3, 4)), (4, 3, (3, 4)), (5, 4, (2, 5)),
    }  # fmt: skip


def test_a_star_falls_into_single_ones_and_a_ring_into_nothing() -> None:
    (hub,), _ = all_of(make_ties(300, [(0, other) for other in range(1, 300)]))
    assert (hub.row, len(hub.parts), hub.cut_off) == (0, 299, 298)
    assert all_of(make_ties(5, [*make_chain(5), (0, 4)])) == ((), ())
    assert all_of(make_ties(300, [])) == ((), ())
    assert all_of(make_ties(0, [])) == ((), ())


def test_a_very_long_chain_is_walked_to_its_end() -> None:
    found, _ = all_of(make_ties(20_000, make_chain(20_000)))
    assert len(found) == 19_998
    assert found[0].parts == (10_000, 9_999)


@given(SIZES, PAIRS)
def test_parts_are_those_that_are_left(size: int, pairs: list[tuple[int, int]]) -> None:
    graph = nx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from((a, b) for a, b in pairs if a != b and max(a, b) < size)
    found, between = all_of(make_ties(size, graph.edges))
    assert {each.row for each in found} == set(nx.articulation_points(graph))
    for each in found:
        rest = graph.subgraph(set(nx.node_connected_component(graph, each.row)) - {each.row})
        parts = sorted(map(len, nx.connected_components(rest)), reverse=True)
        assert list(each.parts) == parts
    assert {frozenset((each.a, each.b)) for each in between} == set(
        map(frozenset, nx.bridges(graph))
    )
    for tie in between:
        rest = graph.copy()
        rest.remove_edge(tie.a, tie.b)
        sides = tuple(len(nx.node_connected_component(rest, end)) for end in (tie.a, tie.b))
        assert sides == tie.sides
        assert sides[0] <= sides[1]

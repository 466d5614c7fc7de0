"""What a tie would bring, counted again by making it."""

from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.network.gaps.gain import connected, nearer
from tests.matcher.network.gaps.makers import make_chain, make_ties

SIZES = st.integers(2, 10)
SORTS = st.lists(st.integers(-1, 2), min_size=10, max_size=10)
PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20)


def test_a_tie_between_two_parts_connects_the_product_of_their_sizes() -> None:
    ties = make_ties(12, [*make_chain(7), (8, 9), (9, 10)])
    assert connected(ties, 2, 9) == 7 * 3
    assert connected(ties, 2, 7) == 7 * 1
    assert connected(ties, 7, 11) == 1
    assert connected(ties, 0, 6) == 0


def test_who_comes_near_is_told_by_sorts_too() -> None:
    ties = make_ties(6, [(0, 1), (0, 2), (3, 4), (3, 5)])
    assert nearer(ties, 0, 3) == 5  # the two, and each with the other's two
    sorts = np.array([0, 0, 1, 1, 1, 0])
    assert nearer(ties, 0, 3, sorts, (0, 1)) == 3  # 0 with 3 and 4, and 3 with 1
    assert nearer(ties, 0, 3, sorts, (1, 0)) == 3


@given(SIZES, PAIRS, st.integers(0, 9), st.integers(0, 9), SORTS)
def test_gains_are_exact_and_never_negative(
    size: int, pairs: list[tuple[int, int]], a: int, b: int, sorts: list[int]
) -> None:
    a, b = a % size, b % size
    graph = nx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from((x, y) for x, y in pairs if x != y and max(x, y) < size)
    ties = make_ties(size, graph.edges)
    if a == b:
        return
    made = graph.copy()
    made.add_edge(a, b)
    assert connected(ties, a, b) == _reached(made, size) - _reached(graph, size) >= 0
    new = _near(made, size) - _near(graph, size)
    assert nearer(ties, a, b) == len(new)
    of = np.array(sorts[:size])
    assert nearer(ties, a, b, of, (0, 1)) == sum({of[x], of[y]} == {0, 1} for x, y in new)


def _near(graph: nx.Graph[int], most: int) -> set[tuple[int, int]]:
    return _within(graph, min(2, most))


def _reached(graph: nx.Graph[int], most: int) -> int:
    return len(_within(graph, most))


def _within(graph: nx.Graph[int], most: int) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x, far in nx.all_pairs_shortest_path_length(graph, cutoff=most)
        for y in far
        if x < y
    }

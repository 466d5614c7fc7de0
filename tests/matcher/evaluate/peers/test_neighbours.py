"""The classical measures are those of networkx."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.evaluate.folder import ProjectBrief
from matcher.evaluate.method import Method
from matcher.evaluate.peers.neighbours import (
    adamic_adar,
    common_neighbours,
    resource_allocation,
    shared,
)
from matcher.evaluate.split import Question
from tests.matcher.evaluate.makers import make_history


def _of_pairs(index: Callable[..., object]) -> Callable[[nx.Graph, str, str], float]:
    def value(graph: nx.Graph, a: str, b: str) -> float:
        return float(next(iter(index(graph, [(a, b)])))[2])  # type: ignore[call-overload]

    return value


def _common(graph: nx.Graph, a: str, b: str) -> float:
    return float(len(list(nx.common_neighbors(graph, a, b))))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (common_neighbours, _common),
        (adamic_adar, _of_pairs(nx.adamic_adar_index)),
        (resource_allocation, _of_pairs(nx.resource_allocation_index)),
    ],
)
@given(
    projects=st.lists(
        st.sets(st.sampled_from("abcdefghij"), min_size=1, max_size=4), min_size=1, max_size=12
    )
)
def test_values_are_those_of_networkx(
    ours: Method, theirs: Callable[[nx.Graph, str, str], float], projects: list[set[str]]
) -> None:
    history = make_history(*(" ".join(sorted(members)) for members in projects))
    graph = nx.Graph()
    graph.add_nodes_from(each.id for each in history.organisations)
    for members in projects:
        graph.add_edges_from((a, b) for a in members for b in members if a < b)
    known = [each.id for each in history.organisations]
    values = ours(history)([Question(asker=row, brief=ProjectBrief()) for row in range(len(known))])
    for row, a in enumerate(known):
        for column, b in enumerate(known):
            if a != b:
                assert values[row, column] == pytest.approx(theirs(graph, a, b))


def test_shared_projects_are_counted_and_nobody_is_its_own_partner() -> None:
    history = make_history("a b", "a b c", "d")
    matrix = shared(history).toarray()
    at = history.index
    assert matrix[at["a"], at["b"]] == 2
    assert matrix[at["a"], at["c"]] == 1
    assert not matrix[at["d"]].any()
    assert not matrix.diagonal().any()

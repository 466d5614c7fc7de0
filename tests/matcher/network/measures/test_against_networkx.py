"""Every measure that networkx has says the same, on any small graph."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from matcher.network.matrix import Ints, upper
from matcher.network.measures.betweenness import betweenness
from matcher.network.measures.cohesion import articulation_points, bridges, core, parts
from matcher.network.measures.distances import distances
from matcher.network.measures.holes import clustering, constraint, effective_size
from matcher.network.measures.mixing import mixing
from matcher.network.measures.pagerank import pagerank
from matcher.network.measures.sampled import sampled
from matcher.network.measures.ties import centralisation, degree, density
from tests.matcher.network.measures.graphs import graphs, grouped, in_order, matrix_of

PEERS = {
    "betweenness": (betweenness, nx.betweenness_centrality),
    "harmonic": (lambda matrix: distances(matrix).harmonic, nx.harmonic_centrality),
    "core": (core, nx.core_number),
    "clustering": (clustering, nx.clustering),
    "constraint": (constraint, nx.constraint),
    "effective_size": (effective_size, nx.effective_size),
    "pagerank": (pagerank, lambda graph: nx.pagerank(graph, tol=1e-12, max_iter=1000)),
    "degree": (degree, lambda graph: dict(graph.degree)),
}


@pytest.mark.parametrize("name", PEERS)
@given(graph=graphs())
def test_a_measure_says_what_networkx_says(name: str, graph: nx.Graph) -> None:
    ours, theirs = PEERS[name]
    if not len(graph):
        assert len(ours(matrix_of(graph))) == 0
        return
    wanted = in_order(graph, theirs(graph))
    assert ours(matrix_of(graph)) == pytest.approx(wanted, abs=1e-9, nan_ok=True)


@given(graph=graphs())
def test_cut_points_and_bridges_are_those_of_networkx(graph: nx.Graph) -> None:
    matrix = matrix_of(graph)
    assert set(np.flatnonzero(articulation_points(matrix)).tolist()) == set(
        nx.articulation_points(graph)
    )
    assert {tuple(pair) for pair in bridges(matrix).tolist()} == {
        (min(a, b), max(a, b)) for a, b in nx.bridges(graph)
    }


@given(graph=graphs())
def test_figures_of_the_whole_are_those_of_networkx(graph: nx.Graph) -> None:
    matrix = matrix_of(graph)
    sizes = sorted((len(part) for part in nx.connected_components(graph)), reverse=True)
    assert parts(matrix).tolist() == sizes
    if len(graph) > 1:
        assert density(len(graph), graph.number_of_edges()) == pytest.approx(nx.density(graph))
    lengths = [
        steps
        for _, reached in nx.all_pairs_shortest_path_length(graph)
        for steps in reached.values()
        if steps
    ]
    found = distances(matrix)
    assert found.pairs == len(lengths)
    assert found.mean == (pytest.approx(np.mean(lengths)) if lengths else None)


@given(asked=grouped())
def test_assortativity_is_that_of_networkx_where_all_is_known(
    asked: tuple[nx.Graph, Ints],
) -> None:
    graph, group = asked
    known = np.abs(group)
    nx.set_node_attributes(graph, dict(enumerate(known.tolist())), "sector")
    found = mixing(matrix_of(graph), known)
    if not graph.number_of_edges():
        assert (found.ei_index, found.assortativity) == (None, None)
        return
    across = sum(known[a] != known[b] for a, b in graph.edges)
    within = graph.number_of_edges() - across
    assert found.ei_index == pytest.approx((across - within) / (across + within))
    if found.assortativity is not None:
        wanted = nx.attribute_assortativity_coefficient(graph, "sector")
        assert found.assortativity == pytest.approx(wanted)


@given(graph=graphs(most=30))
def test_from_all_sources_an_estimate_is_exact_and_says_so(graph: nx.Graph) -> None:
    matrix = matrix_of(graph)
    found = sampled(matrix, max(len(graph), 1))
    assert found.betweenness.values == pytest.approx(betweenness(matrix), abs=1e-9)
    exact = distances(matrix)
    assert found.harmonic.values == pytest.approx(exact.harmonic, abs=1e-9)
    assert found.mean == (None if exact.mean is None else pytest.approx(exact.mean))
    assert not found.betweenness.errors.any()
    assert not found.harmonic.errors.any()


@given(graph=graphs())
def test_centralisation_is_between_none_and_all(graph: nx.Graph) -> None:
    found = centralisation(degree(matrix_of(graph)))
    assert found is None if len(graph) < 3 else 0 <= found <= 1


def test_distances_in_many_chunks_are_the_same() -> None:
    graph = nx.gnm_random_graph(1500, 2600, seed=1)  # more sources than one chunk, in parts
    matrix = matrix_of(graph)
    wanted = in_order(graph, nx.harmonic_centrality(graph))
    assert distances(matrix).harmonic == pytest.approx(wanted)
    a, _, _ = upper(matrix)
    some = distances(matrix, np.unique(a[:40]))
    assert 0 < some.pairs < distances(matrix).pairs

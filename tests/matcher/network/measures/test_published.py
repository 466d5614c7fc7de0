"""Numbers that were published, or that can be counted by hand."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from matcher.network.matrix import symmetric
from matcher.network.measures.betweenness import betweenness
from matcher.network.measures.brokerage import brokerage
from matcher.network.measures.cohesion import articulation_points, core
from matcher.network.measures.distances import distances
from matcher.network.measures.holes import constraint, effective_size
from matcher.network.measures.ties import centralisation, degree
from tests.matcher.network.measures.graphs import EMON, emon, in_order, matrix_of
from tests.missing import missing

# Krackhardt (1990), "Assessing the political landscape", Administrative Science Quarterly 35:
# Andre, Beverly, Carol, Diane, Ed, Fernando, Garth, Heather, Ike, Jane.
KITE_DEGREE = [4, 4, 3, 6, 3, 5, 5, 3, 2, 1]
KITE_BETWEENNESS = [0.023, 0.023, 0.0, 0.102, 0.0, 0.231, 0.231, 0.389, 0.222, 0.0]
KITE_CLOSENESS = [0.529, 0.529, 0.500, 0.600, 0.500, 0.643, 0.643, 0.600, 0.429, 0.310]
HEATHER = 7


def test_the_kite_has_three_winners() -> None:
    kite = nx.krackhardt_kite_graph()
    matrix = matrix_of(kite)
    assert degree(matrix).tolist() == KITE_DEGREE
    assert betweenness(matrix) == pytest.approx(KITE_BETWEENNESS, abs=5e-4)
    # Harmonic closeness has the same two winners as closeness.
    harmonic = distances(matrix).harmonic
    assert set(np.argsort(-harmonic)[:3].tolist()) >= {5, 6}
    assert np.argmin(harmonic) == np.argmin(KITE_CLOSENESS)
    assert np.flatnonzero(articulation_points(matrix)).tolist() == [HEATHER, 8]
    assert core(matrix).tolist() == [3, 3, 3, 3, 3, 3, 3, 2, 1, 1]


def test_closeness_of_the_kite_follows_from_the_same_distances() -> None:
    kite = nx.krackhardt_kite_graph()
    found = distances(matrix_of(kite))
    wanted = np.mean([(len(kite) - 1) / value for value in KITE_CLOSENESS]) / (len(kite) - 1)
    assert found.mean == pytest.approx(wanted, abs=0.002)


def test_the_medici_stand_between_the_others() -> None:
    """Padgett and Ansell (1993); betweenness as in Jackson (2008), Social and Economic Networks."""
    families = nx.florentine_families_graph()
    found = dict(zip(families, betweenness(matrix_of(families)), strict=True))
    assert found["Medici"] == pytest.approx(0.522, abs=5e-4)
    assert found["Guadagni"] == pytest.approx(0.255, abs=5e-4)
    assert found["Strozzi"] == pytest.approx(0.103, abs=5e-4)
    assert max(found, key=lambda family: found[family]) == "Medici"


def test_a_star_and_a_ring_are_the_two_ends_of_centralisation() -> None:
    assert centralisation(degree(matrix_of(nx.star_graph(9)))) == 1
    assert centralisation(degree(matrix_of(nx.cycle_graph(9)))) == 0


def test_burt_s_open_and_closed_circles() -> None:
    """A hub of k strangers has constraint 1/k and effective size k; in a clique of three, 1 1/8."""
    star = matrix_of(nx.star_graph(4))
    assert constraint(star)[0] == pytest.approx(1 / 4)
    assert effective_size(star)[0] == 4
    clique = matrix_of(nx.complete_graph(3))
    assert constraint(clique) == pytest.approx([2 * (1 / 2 + 1 / 4) ** 2] * 3)
    assert effective_size(clique) == pytest.approx([1, 1, 1])


def test_roles_of_brokers_counted_by_hand() -> None:
    """v (A) is tied to two A, two B and one C; one A and one B are tied, so that pair is closed."""
    names = {"v": 0, "a1": 0, "a2": 0, "b1": 1, "b2": 1, "c": 2}
    at = {name: number for number, name in enumerate(names)}
    ties = [("v", other) for other in names if other != "v"] + [("a1", "b1")]
    matrix = symmetric(6, np.array([(at[a], at[b]) for a, b in ties]))
    found = brokerage(matrix, np.array(list(names.values())))
    # a1-a2; b1-b2; a1-b2 a2-b1 a2-b2 a1-c a2-c; b1-c b2-c.
    assert {role: values[0] for role, values in found.items()} == {
        "coordinator": 1,
        "consultant": 1,
        "gatekeeper": 5,
        "liaison": 2,
    }
    assert all(values[at["a1"]] == 0 for values in found.values())  # v and b1 know each other


def test_a_pair_with_somebody_of_no_known_sector_is_not_counted() -> None:
    star = symmetric(4, np.array([(0, 1), (0, 2), (0, 3)]))
    found = brokerage(star, np.array([0, 0, 0, -1]))
    assert found["coordinator"][0] == 1
    assert sum(found[role][0] for role in ("consultant", "gatekeeper", "liaison")) == 0
    assert all(np.isnan(values[3]) for values in found.values())


def test_emergency_networks_are_measured_as_by_networkx() -> None:
    if not EMON.is_dir():
        missing(f"no emergency networks at {EMON}")
    events = emon()
    assert len(events) == 7
    for graph in events.values():
        matrix = matrix_of(graph)
        wanted = in_order(graph, nx.betweenness_centrality(graph))
        assert betweenness(matrix) == pytest.approx(wanted)
        assert constraint(matrix) == pytest.approx(
            in_order(graph, nx.constraint(graph)), nan_ok=True
        )
        assert distances(matrix).harmonic == pytest.approx(
            in_order(graph, nx.harmonic_centrality(graph))
        )


def test_brokers_of_an_emergency_are_those_that_counting_finds() -> None:
    if not EMON.is_dir():
        missing(f"no emergency networks at {EMON}")
    graph = emon()["Texas"]
    words = sorted({graph.nodes[node]["sponsorship"] for node in graph})
    group = np.array([words.index(graph.nodes[node]["sponsorship"]) for node in graph])
    found = brokerage(matrix_of(graph), group)
    sector = dict(zip(graph, group.tolist(), strict=True))
    for at, node in enumerate(graph):
        roles = {"coordinator": 0, "consultant": 0, "gatekeeper": 0, "liaison": 0}
        others = sorted(graph[node])
        for number, a in enumerate(others):
            for b in others[:number]:
                if not graph.has_edge(a, b):
                    roles[_role(sector[a], sector[node], sector[b])] += 1
        assert {role: found[role][at] for role in roles} == roles


def _role(a: int, v: int, b: int) -> str:
    if a == b:
        return "coordinator" if v == a else "consultant"
    return "gatekeeper" if v in (a, b) else "liaison"

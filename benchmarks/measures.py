"""How long each measure of the network takes, beside networkx where that finishes.

    python -m benchmarks.measures [--sizes 1000 10000 50000] [--repeats 3] [--networkx 1000]

Networks are made at random with three sectors and about six ties an organisation, by preference
for the well-tied. Seconds are medians of the repeats; networkx runs once, up to the size named.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

import networkx as nx
import numpy as np

from matcher.network.groups import group
from matcher.network.matrix import Ints, Matrix, symmetric
from matcher.network.measures.betweenness import betweenness
from matcher.network.measures.brokerage import brokerage
from matcher.network.measures.cohesion import articulation_points, bridges, core, parts
from matcher.network.measures.distances import distances
from matcher.network.measures.holes import clustering, constraint, effective_size
from matcher.network.measures.measuring import EXACT, SOURCES
from matcher.network.measures.mixing import mixing
from matcher.network.measures.pagerank import pagerank
from matcher.network.measures.resilience import resilience
from matcher.network.measures.sampled import sampled
from matcher.network.measures.small_world import small_world
from matcher.network.measures.ties import degree

Timed = tuple[str, Callable[[], object], Callable[[], object] | None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 50_000])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--networkx", type=int, default=1_000, metavar="SIZE")
    asked = parser.parse_args()
    for size in asked.sizes:
        graph = nx.powerlaw_cluster_graph(size, 3, 0.3, seed=1)
        matrix = symmetric(size, np.array(graph.edges))
        sectors = np.random.default_rng(1).choice(3, size, p=[0.55, 0.12, 0.33])
        print(f"\n{size:,} organisations, {graph.number_of_edges():,} ties\n")
        print(f"{'':26}{'seconds':>9}{'networkx':>11}")
        total = 0.0
        for name, ours, theirs in _measures(matrix, graph, sectors):
            seconds = statistics.median(_seconds(ours) for _ in range(asked.repeats))
            total += seconds
            peer = (
                f"{_seconds(theirs):11.2f}" if theirs and size <= asked.networkx else f"{'–':>11}"
            )
            print(f"{name:26}{seconds:9.3f}{peer}")
        print(f"{'altogether':26}{total:9.3f}")
        if size > EXACT:
            _tell_errors(matrix)


def _measures(matrix: Matrix, graph: nx.Graph, sectors: Ints) -> list[Timed]:
    near: list[Timed] = [
        ("degree", lambda: degree(matrix), lambda: dict(graph.degree)),
        ("pagerank", lambda: pagerank(matrix), lambda: nx.pagerank(graph)),
        ("core", lambda: core(matrix), lambda: nx.core_number(graph)),
        ("clustering", lambda: clustering(matrix), lambda: nx.clustering(graph)),
        ("constraint", lambda: constraint(matrix), lambda: nx.constraint(graph)),
        ("effective size", lambda: effective_size(matrix), lambda: nx.effective_size(graph)),
        ("brokerage", lambda: brokerage(matrix, sectors), None),
        (
            "articulation points",
            lambda: articulation_points(matrix),
            lambda: list(nx.articulation_points(graph)),
        ),
        ("bridges", lambda: bridges(matrix), lambda: list(nx.bridges(graph))),
        ("components", lambda: parts(matrix), lambda: list(nx.connected_components(graph))),
        ("E–I, assortativity", lambda: mixing(matrix, sectors), None),
        ("modularity and control", lambda: group(matrix), None),
        ("small world (controls)", lambda: small_world(matrix, 4.0), None),
        ("resilience", lambda: resilience(matrix, degree(matrix).astype(np.float64)), None),
    ]
    if matrix.shape[0] > EXACT:
        return [*near, (f"ways of {SOURCES:,} sources", lambda: sampled(matrix, SOURCES), None)]
    return [
        *near,
        (
            "harmonic, mean distance",
            lambda: distances(matrix),
            lambda: nx.harmonic_centrality(graph),
        ),
        (
            "betweenness",
            lambda: betweenness(matrix),
            lambda: nx.betweenness_centrality(graph),
        ),
    ]


def _tell_errors(matrix: Matrix) -> None:
    found = sampled(matrix, SOURCES)
    top = int(found.betweenness.values.argmax())
    best, error = found.betweenness.values[top], found.betweenness.errors[top]
    print(f"\ngreatest betweenness {best:.5f}, standard error {error:.5f}")
    print(f"mean distance {found.mean:.4f}, standard error {found.mean_error:.4f}")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()

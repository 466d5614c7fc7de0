"""Networks with published or well-known measures, and any small ones."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import networkx as nx
import numpy as np
from hypothesis import strategies as st

from matcher.network.matrix import Ints, Matrix, symmetric

EMON = Path(__file__).parents[4].parent / "shared" / "data" / "emon"


def matrix_of(graph: nx.Graph) -> Matrix:
    """The graph's nodes in its own order."""
    at = {node: number for number, node in enumerate(graph)}
    ends = [(at[a], at[b]) for a, b in graph.edges]
    return symmetric(len(graph), np.array(ends, dtype=np.int64).reshape(-1, 2))


def in_order(graph: nx.Graph, values: dict[object, float]) -> list[float]:
    """What networkx says, in the order of the graph's nodes."""
    return [values[node] for node in graph]


@st.composite
def graphs(draw: st.DrawFn, most: int = 14) -> nx.Graph:
    """Any small graph: empty, of one node, in parts, with isolated nodes, complete."""
    size = draw(st.integers(0, most))
    pairs = [(a, b) for a in range(size) for b in range(a)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    graph: nx.Graph = nx.empty_graph(size)
    graph.add_edges_from(chosen)
    return graph


@st.composite
def grouped(draw: st.DrawFn) -> tuple[nx.Graph, Ints]:
    """A small graph and a group of each node, some not known."""
    graph = draw(graphs())
    group = draw(st.lists(st.integers(-1, 2), min_size=len(graph), max_size=len(graph)))
    return graph, np.array(group, dtype=np.int64)


def emon() -> dict[str, nx.Graph]:
    """The seven emergency networks, ties without direction."""
    found: dict[str, nx.Graph] = defaultdict(nx.Graph)
    with (EMON / "nodes.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found[row["event"]].add_node(row["node"], sponsorship=row["sponsorship"])
    with (EMON / "edges.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["source"] != row["target"]:
                found[row["event"]].add_edge(row["source"], row["target"])
    return dict(found)

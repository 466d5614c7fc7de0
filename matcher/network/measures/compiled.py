"""The network as rustworkx has it: its compiled functions do the heavy walks."""

from __future__ import annotations

from typing import TypeAlias

import rustworkx as rx

from matcher.network.matrix import Matrix, upper

Compiled: TypeAlias = "rx.PyGraph[int | None, None]"


def compiled(matrix: Matrix) -> Compiled:
    """A rustworkx graph with the same nodes and ties; weights are left behind."""
    graph: Compiled = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(matrix.shape[0]))
    a, b, _ = upper(matrix)
    graph.extend_from_edge_list(list(zip(a.tolist(), b.tolist(), strict=True)))
    return graph

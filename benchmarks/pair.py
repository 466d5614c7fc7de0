"""How long the rounds of an event take, beside networkx's matching.

    python -m benchmarks.pair [--participants 200] [--rounds 6] [--small 80] [--seed 1]

Scores are those of a generated network. networkx takes seconds for a round of 200, so it is
measured on a smaller one, and ours on the same: the ratio is of one round's matching.
"""

from __future__ import annotations

import argparse
import time
from datetime import date
from itertools import combinations

import networkx as nx
import numpy as np

from benchmarks.generated import generated
from matcher.landscape import build
from matcher.landscape.arrays import FloatArray
from matcher.pair import fit, rounds
from matcher.recipe import load_recipe

AS_OF = date(2026, 1, 15)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="speed of rounds of meetings")
    parser.add_argument("--participants", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--small", type=int, default=80)
    parser.add_argument("--organisations", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    landscape = build(generated(asked.organisations, asked.seed), as_of=AS_OF, revision=1)
    random = np.random.default_rng(asked.seed)
    who = random.choice(len(landscape), asked.participants, replace=False).tolist()

    start = time.perf_counter()
    scores = fit(landscape, who, load_recipe("partners"))
    print(f"scores of {asked.participants} participants, s {time.perf_counter() - start:>10.3f}")
    seconds = _ours(scores, asked.rounds)
    print(f"{asked.rounds} rounds of {asked.participants}, s {seconds:>20.3f}")

    small = scores[: asked.small, : asked.small]
    ours, theirs = _ours(small, 1), _networkx(small)
    print(f"one round of {asked.small}, s {ours:>21.3f}")
    print(f"networkx, s {theirs:>29.3f}")
    print(f"ratio {theirs / ours:>35.1f}")


def _ours(scores: FloatArray, number: int) -> float:
    present = np.ones((len(scores), number), np.bool_)
    start = time.perf_counter()
    rounds(scores, present)
    return time.perf_counter() - start


def _networkx(scores: FloatArray) -> float:
    start = time.perf_counter()
    graph: nx.Graph[int] = nx.Graph()
    for a, b in combinations(range(len(scores)), 2):
        if not np.isnan(scores[a, b]):
            graph.add_edge(a, b, weight=float(scores[a, b]))
    nx.max_weight_matching(graph, maxcardinality=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()

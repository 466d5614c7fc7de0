"""How long others take: networkx's measures of pairs, and implicit's recommender.

They rank only, and give no reasons.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec

import networkx as nx
import numpy as np
from scipy.sparse import csr_matrix

from matcher.landscape import Landscape
from matcher.suggest import candidates

_PAIRS: Mapping[str, Callable[..., Iterator[object]]] = {
    "networkx adamic_adar_index": nx.adamic_adar_index,
    "networkx resource_allocation_index": nx.resource_allocation_index,
    "networkx jaccard_coefficient": nx.jaccard_coefficient,
}
# A network of half a million has them busy for seconds with each question.
_SECONDS = 10.0
_LEAST, _MOST = 3, 200
_FACTORS = 32

Answer = Callable[[int], object]


def peers(landscape: Landscape, askers: list[int], seed: int) -> dict[str, float]:
    """The median milliseconds of each, by its name."""
    return {name: _median_ms(answer, askers) for name, answer in _answers(landscape, seed)}


def _answers(landscape: Landscape, seed: int) -> Iterator[tuple[str, Answer]]:
    """What answers for one asker, all candidates scored; learning is done before."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(landscape)))
    rows = np.repeat(np.arange(len(landscape)), np.diff(landscape.ties.indptr))
    ends = landscape.ties.indices
    half = rows < ends
    graph.add_edges_from(zip(rows[half].tolist(), ends[half].tolist(), strict=True))
    for name, measure in _PAIRS.items():
        yield name, _each_pair(landscape, graph, measure)
    yield "networkx pagerank", lambda asker: nx.pagerank(graph, personalization={asker: 1})
    if find_spec("implicit") is not None:
        yield "implicit AlternatingLeastSquares", _factors(landscape, seed)


def _each_pair(
    landscape: Landscape, graph: nx.Graph[int], measure: Callable[..., Iterator[object]]
) -> Answer:
    def answer(asker: int) -> object:
        others = np.flatnonzero(candidates(landscape, asker)).tolist()
        return list(measure(graph, [(asker, other) for other in others]))

    return answer


def _factors(landscape: Landscape, seed: int) -> Answer:
    """Who is tied to whom, in so many factors; the ten best that are no partners yet."""
    library, threads = import_module("implicit.cpu.als"), import_module("threadpoolctl")
    ties = csr_matrix(landscape.ties.astype(np.float32))
    with threads.threadpool_limits(1, "blas"):
        model = library.AlternatingLeastSquares(factors=_FACTORS, num_threads=1, random_state=seed)
        model.fit(ties, show_progress=False)
    return lambda asker: model.recommend(asker, ties[asker], N=10)


def _median_ms(answer: Answer, askers: list[int]) -> float:
    took: list[float] = []
    for asker in askers[:_MOST]:
        start = time.perf_counter()
        answer(asker)
        took.append(time.perf_counter() - start)
        if len(took) >= _LEAST and sum(took) > _SECONDS:
            break
    return 1000 * float(np.median(took))

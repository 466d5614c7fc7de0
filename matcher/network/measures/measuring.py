"""All measures of a network, each once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from matcher.network.arrangement import Network
from matcher.network.groups import group
from matcher.network.matrix import Floats, Ints, Matrix, symmetric
from matcher.network.measures.betweenness import betweenness
from matcher.network.measures.brokerage import brokerage
from matcher.network.measures.cohesion import articulation_points, bridges, core, parts
from matcher.network.measures.coverage import coverage
from matcher.network.measures.distances import distances
from matcher.network.measures.holes import clustering, constraint, effective_size
from matcher.network.measures.mixing import mixing
from matcher.network.measures.pagerank import pagerank
from matcher.network.measures.resilience import resilience
from matcher.network.measures.results import NetworkMeasures, Sampling
from matcher.network.measures.sampled import sampled
from matcher.network.measures.small_world import small_world
from matcher.network.measures.ties import centralisation, degree, density, strength

EXACT = 10_000
"""Up to so many organisations all shortest ways are followed."""

SOURCES = 2_000
"""Beyond, the ways from so many: some ten seconds at 50,000 organisations."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """How large a network may be for exact answers, and from how many sources others are."""

    exact: int = EXACT
    sources: int = SOURCES


def measured(network: Network, limits: Limits | None = None) -> NetworkMeasures:
    """The measures of all organisations that are not hidden, and of their network.

    All ties known count, past ones too, as on the map. The same network gives the same answer.
    """
    landscape = network.landscape
    rows = np.flatnonzero(~landscape.hidden)
    ids = tuple(landscape.ids[row] for row in rows)
    matrix = _matrix(network, rows)
    sectors = np.asarray(landscape.sector[rows], dtype=np.int64)
    ways = _ways(matrix, limits or Limits())
    split = bridges(matrix)
    values = _values(matrix, sectors, ways)
    degrees = degree(matrix)
    return NetworkMeasures(
        revision=landscape.revision,
        as_of=landscape.as_of,
        coverage=coverage(landscape, rows, degrees),
        ids=ids,
        values=values,
        figures=_figures(matrix, sectors, ways, values, len(split)),
        small_world=small_world(matrix, ways.mean),
        resilience=resilience(matrix, ways.betweenness),
        bridges=tuple((ids[a], ids[b]) for a, b in split.tolist()),
        sampled=ways.sampling,
    )


def _matrix(network: Network, rows: Ints) -> Matrix:
    seat = np.full(len(network.landscape), -1, dtype=np.int64)
    seat[rows] = np.arange(len(rows))
    return symmetric(len(rows), seat[network.ties.ends], network.ties.strength)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Ways:
    """What the shortest ways say."""

    betweenness: Floats
    harmonic: Floats
    mean: float | None
    sampling: Sampling | None


def _ways(matrix: Matrix, limits: Limits) -> _Ways:
    if matrix.shape[0] <= limits.exact:
        found = distances(matrix)
        return _Ways(
            betweenness=betweenness(matrix),
            harmonic=found.harmonic,
            mean=found.mean,
            sampling=None,
        )
    some = sampled(matrix, limits.sources)
    errors = {
        "betweenness": float(some.betweenness.errors.max(initial=0.0)),
        "harmonic": float(some.harmonic.errors.max(initial=0.0)),
    }
    if some.mean_error is not None:
        errors["mean_distance"] = some.mean_error
    return _Ways(
        betweenness=some.betweenness.values,
        harmonic=some.harmonic.values,
        mean=some.mean,
        sampling=Sampling(sources=some.sources, errors=errors),
    )


def _values(matrix: Matrix, sectors: Ints, ways: _Ways) -> Mapping[str, Floats]:
    return {
        "degree": degree(matrix).astype(np.float64),
        "strength": strength(matrix),
        "betweenness": ways.betweenness,
        "harmonic": ways.harmonic,
        "pagerank": pagerank(matrix),
        "core": core(matrix).astype(np.float64),
        "clustering": clustering(matrix),
        "constraint": constraint(matrix),
        "effective_size": effective_size(matrix),
        **brokerage(matrix, sectors),
        "articulation_point": articulation_points(matrix).astype(np.float64),
    }


def _figures(
    matrix: Matrix, sectors: Ints, ways: _Ways, values: Mapping[str, Floats], bridging: int
) -> Mapping[str, float | None]:
    nodes, ties = int(matrix.shape[0]), int(matrix.nnz // 2)
    degrees, sizes = degree(matrix), parts(matrix)
    mixed = mixing(matrix, sectors)
    grouped = group(matrix) if ties else None
    return {
        "nodes": nodes,
        "ties": ties,
        "components": len(sizes),
        "isolates": int(np.count_nonzero(degrees == 0)),
        "largest_component": int(sizes[0]) if nodes else 0,
        "density": density(nodes, ties),
        "mean_degree": 2 * ties / nodes if nodes else None,
        "centralisation": centralisation(degrees),
        "mean_distance": ways.mean,
        "modularity": grouped.modularity if grouped else None,
        "modularity_by_chance": grouped.control if grouped else None,
        "ei_index": mixed.ei_index,
        "sector_assortativity": mixed.assortativity,
        "articulation_points": int(np.count_nonzero(values["articulation_point"])),
        "bridges": bridging,
    }

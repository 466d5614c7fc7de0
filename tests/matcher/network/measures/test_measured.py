"""All measures of a network together, and the tables that say what they are."""

from __future__ import annotations

import json
from datetime import date

import networkx as nx
import numpy as np
import pytest

from matcher.landscape import OrganisationRow, Rows, build
from matcher.network.arrangement import network
from matcher.network.evidence import Pieces
from matcher.network.measures import (
    BROKERS,
    FIGURES,
    MEASURES,
    Limits,
    NetworkMeasures,
    as_plain,
    from_plain,
    measured,
)
from matcher.network.measures.betweenness import betweenness
from matcher.network.measures.coverage import Coverage
from matcher.network.measures.resilience import resilience
from matcher.network.measures.sampled import sampled
from matcher.network.measures.small_world import small_world
from tests.matcher.network.makers import make_landscape, make_pieces
from tests.matcher.network.measures.graphs import matrix_of


def make_measures(**limits: int) -> NetworkMeasures:
    return measured(network(make_landscape(), make_pieces()), Limits(**limits))


def nobody(count: int) -> NetworkMeasures:
    """A network of so many organisations and no ties."""
    rows = tuple(OrganisationRow(id=f"o{n}", name=f"Aktør {n}") for n in range(count))
    landscape = build(Rows(organisations=rows), as_of=date(2026, 5, 1), revision=1)
    pieces = make_pieces()
    return measured(network(landscape, pieces_none(pieces)))


def pieces_none(pieces: Pieces) -> Pieces:
    from matcher.network.evidence import taken

    return taken(pieces, np.zeros(0, dtype=np.int64))


def test_hidden_organisations_are_not_measured() -> None:
    found = make_measures()
    assert found.ids == ("e", "k", "m", "o")
    assert found.coverage == Coverage(organisations=4, with_profile=4, with_ties=3)
    assert found.by_organisation["degree"] == {"e": 0, "k": 2, "m": 2, "o": 2}
    assert found.by_organisation["constraint"]["e"] is None
    assert found.figures["ties"] == 3
    assert found.figures["isolates"] == 1


def test_tables_and_results_name_the_same() -> None:
    found = make_measures()
    assert set(found.values) == set(MEASURES)
    assert set(found.figures) == set(FIGURES)
    assert "degree" not in BROKERS
    assert {"betweenness", "constraint", "effective_size", "articulation_point"} <= BROKERS


def test_what_is_kept_is_read_again_as_it_was() -> None:
    found = make_measures()
    plain = json.loads(json.dumps(as_plain(found), allow_nan=False))
    again = from_plain(plain, revision=found.revision, as_of=found.as_of)
    assert again is not None
    assert again.by_organisation == found.by_organisation
    assert (again.figures, again.bridges) == (found.figures, found.bridges)
    assert (again.small_world, again.resilience) == (found.small_world, found.resilience)
    assert from_plain({**plain, "format": 0}, revision=1, as_of=found.as_of) is None


@pytest.mark.parametrize("count", [0, 1, 2, 300])
def test_a_network_without_ties_has_zeros_and_unknown(count: int) -> None:
    found = nobody(count)
    figures = dict(found.figures)
    assert figures["nodes"] == figures["components"] == figures["isolates"] == count
    assert figures["ties"] == figures["bridges"] == figures["articulation_points"] == 0
    for name in ("mean_distance", "modularity", "ei_index", "sector_assortativity"):
        assert figures[name] is None
    assert found.small_world.sigma is None
    assert found.coverage.share == (None if count == 0 else 0)
    assert not found.coverage.enough


def test_a_large_network_is_estimated_and_says_how_sure_that_is() -> None:
    found = make_measures(exact=2, sources=2)
    assert found.sampled is not None
    assert found.sampled.sources == 2
    assert set(found.sampled.errors) == {"betweenness", "harmonic", "mean_distance"}
    plain = as_plain(found)
    again = from_plain(plain, revision=7, as_of=found.as_of)
    assert again is not None
    assert again.sampled == found.sampled


def test_estimates_are_off_by_what_they_say() -> None:
    """Of many draws about two thirds are within one standard error, nearly all within three."""
    matrix = matrix_of(nx.barabasi_albert_graph(300, 2, seed=1))
    exact = betweenness(matrix)
    top = int(exact.argmax())
    off = []
    for seed in range(40):
        found = sampled(matrix, 60, seed=seed).betweenness
        off.append((found.values[top] - exact[top]) / found.errors[top])
    assert np.mean(np.abs(off) < 1) > 0.45
    assert np.mean(np.abs(off) < 3) > 0.9
    assert abs(np.mean(off)) < 0.6


def test_rings_with_shortcuts_are_a_small_world_and_random_networks_are_not() -> None:
    ring = matrix_of(nx.connected_watts_strogatz_graph(300, 8, 0.1, seed=1))
    by_chance = matrix_of(nx.gnm_random_graph(300, 1200, seed=1))
    tight, loose = small_world(ring, 4.0).sigma, small_world(by_chance, 3.0).sigma
    assert tight is not None
    assert loose is not None
    assert tight > 3 > 1.5 > loose


def test_a_network_that_hangs_on_one_falls_apart_without_it() -> None:
    star = matrix_of(nx.star_graph(99))
    steps = {step.left: step.share for step in resilience(star, betweenness(star))}
    assert steps[0] == 1
    assert steps[1] == pytest.approx(1 / 99)

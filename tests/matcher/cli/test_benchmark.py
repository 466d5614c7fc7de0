"""`samspil benchmark`: names, keys and shapes are the contract's."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from matcher.cli.benchmark import peers, update
from matcher.cli.benchmark.network import make_network
from matcher.services.installation import Installation
from matcher.settings import Settings
from tests.matcher.cli.conftest import Samspil

AS_OF = date(2026, 3, 1)
CALL = ("benchmark", "--organisations", 40, "--as-of", AS_OF)


def test_the_answer_has_the_contracts_shape(samspil: Samspil) -> None:
    told = samspil(*CALL, "--format", "json")
    assert told.code == 0
    answer = told.json
    assert list(answer) == [
        "organisations", "load_s", "rss_mb", "suggest_ms", "update_ms", "peers"
    ]  # fmt: skip
    assert answer["organisations"] == 40
    assert list(answer["suggest_ms"]) == ["p50", "p95"]
    assert 0 < answer["suggest_ms"]["p50"] <= answer["suggest_ms"]["p95"]
    assert answer["load_s"] > 0
    assert answer["rss_mb"] > 10
    assert answer["update_ms"] > 0
    assert {"networkx adamic_adar_index", "networkx pagerank"} <= set(answer["peers"])
    for peer in answer["peers"].values():
        assert list(peer) == ["p50", "ratio"]
        assert peer["ratio"] == peer["p50"] / answer["suggest_ms"]["p50"]


def test_table_and_csv_tell_the_same(samspil: Samspil) -> None:
    table = samspil(*CALL, "--language", "en").out
    assert "A change in the next suggestion" in table
    rows = list(csv.reader(io.StringIO(samspil(*CALL, "--format", "csv").out)))
    assert rows[1][1] == "40"
    assert len({len(row) for row in rows}) == 1


def test_no_database_of_yours_is_needed_or_made(samspil: Samspil) -> None:
    samspil(*CALL)
    assert not Path("samspil.db").exists()


@pytest.mark.parametrize("wrong", [("--organisations", "0"), ("--seed", "x")])
def test_a_number_that_is_none_is_wrong_usage(samspil: Samspil, wrong: tuple[str, str]) -> None:
    assert samspil("benchmark", *wrong).code == 2


@pytest.fixture
def made(tmp_path: Path) -> Installation:
    """An installation with a generated network."""
    url = f"sqlite:///{tmp_path / 'made.db'}"
    make_network(url, 60, 1, AS_OF)
    return Installation(Settings(database_url=url))


def test_a_change_is_measured_only_if_the_list_shows_it(
    made: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    askers = list(range(60))
    assert (update.update_ms(made, askers, 2, AS_OF) or 0) > 0
    monkeypatch.setattr(update, "_offer", lambda *_: None)
    assert update.update_ms(made, askers, 2, AS_OF) is None
    made.close()


def test_peers_answer_for_the_same_network_and_candidates(made: Installation) -> None:
    landscape = made.landscape(AS_OF)
    answers = dict(peers._answers(landscape, seed=1))
    asker = int(np.argmax(np.diff(landscape.ties.indptr)))
    ranked = nx.pagerank(
        nx.from_scipy_sparse_array(landscape.ties != 0), personalization={asker: 1}
    )
    assert answers["networkx pagerank"](asker) == pytest.approx(ranked)
    pairs = answers["networkx jaccard_coefficient"](asker)
    partners = set(landscape.current[[asker]].indices.tolist())
    assert isinstance(pairs, list)
    assert {other for _, other, _ in pairs} == set(range(60)) - partners - {asker}
    made.close()

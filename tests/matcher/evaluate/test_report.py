"""The answer has the contract's names, keys and shapes."""

from __future__ import annotations

import json

import pytest

from matcher.evaluate import peers
from matcher.evaluate.folder import Folder
from matcher.evaluate.reading import read_folder
from matcher.evaluate.report import Asked, evaluate
from tests.matcher.evaluate.makers import CUT, make_files, make_folder, make_project

QUALITY = {"recall@10", "recall@10_ci", "ndcg@10", "mrr"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A small world."""
    return read_folder(make_files(3).write(tmp_path_factory.mktemp("Made")))


def test_the_answer_is_the_contracts(folder: Folder) -> None:
    answer = evaluate(folder, Asked(cut=CUT))
    assert set(answer) >= {
        "dataset",
        "cut",
        "organisations",
        "queries",
        "queries_new",
        "projects",
        "methods",
    }
    assert answer["cut"] == "2010-01-01"
    assert 0 < answer["queries_new"] <= answer["queries"]
    present = [name for name in peers.NAMES if name not in peers.lacking()]
    assert list(answer["methods"]) == ["samspil", "samspil_shipped", "samspil_small", *present]
    for method in answer["methods"].values():
        assert set(method) == QUALITY | {"new", "coverage", "gini", "small", "ms_per_query"}
        assert set(method["new"]) == QUALITY
        low, high = method["recall@10_ci"]
        assert low <= method["recall@10"] <= high
    assert json.loads(json.dumps(answer, allow_nan=False)) == answer


def test_only_the_peers_that_are_asked_for_are_asked(folder: Folder) -> None:
    told: list[str] = []
    answer = evaluate(folder, Asked(cut=CUT, peers=("mix", "random")), told.append)
    assert list(answer["methods"]) == [
        "samspil",
        "samspil_shipped",
        "samspil_small",
        "random",
        "mix",
    ]
    assert told == list(answer["methods"])


def test_a_library_that_is_not_there_is_told_and_no_fault(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peers, "available", lambda: False)
    answer = evaluate(folder, Asked(cut=CUT, peers=("popularity", "als", "bm25")))
    assert answer["left_out"] == ["als", "bm25"]
    assert "als" not in answer["methods"]
    assert "popularity" in answer["methods"]


def test_the_same_seed_gives_the_same_answer(folder: Folder) -> None:
    def answer(seed: int) -> object:
        found = evaluate(folder, Asked(cut=CUT, seed=seed, queries=20, peers=("random",)))
        for method in found["methods"].values():
            method["ms_per_query"] = None
        return found["methods"]

    assert answer(1) == answer(1)
    assert answer(1) != answer(2)


def test_without_anybody_new_the_new_part_is_unknown() -> None:
    made = make_folder(
        [(make_project("p1", "2009-01-01"), "a b"), (make_project("p2", "2011-01-01"), "a b")]
    )
    answer = evaluate(made, Asked(cut=CUT, peers=()))
    assert answer["queries_new"] == 0
    assert answer["methods"]["samspil"]["new"] == dict.fromkeys(
        ("recall@10", "recall@10_ci", "ndcg@10", "mrr")
    )
    assert answer["methods"]["samspil"]["recall@10"] == 1.0

"""Personalised PageRank."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from matcher.evaluate.folder import ProjectBrief
from matcher.evaluate.peers import walks
from matcher.evaluate.split import Question
from tests.matcher.evaluate.makers import make_history

ANY = ProjectBrief()


def test_values_come_to_those_of_networkx(monkeypatch: pytest.MonkeyPatch) -> None:
    # With less damping the library's ten steps come close to where a walk ends.
    monkeypatch.setattr(walks, "DAMPING", 0.3)
    members = ["a b c", "c d", "d e f g", "a g", "b c"]
    history = make_history(*members)
    graph = nx.Graph()
    for project in members:
        words = project.split()
        for a in words:
            for b in words:
                if a < b:
                    before = graph.get_edge_data(a, b, {"weight": 0.0})["weight"]
                    graph.add_edge(a, b, weight=before + 1 / (len(words) - 1))
    expected = nx.pagerank(graph, alpha=0.3, personalization={"a": 1.0}, tol=1e-12)
    asker = history.index["a"]
    row = walks.pagerank(history)([Question(asker=asker, brief=ANY)])[0]
    for key, value in expected.items():
        assert row[history.index[key]] == pytest.approx(value, abs=1e-5)


def test_an_asker_without_ties_stays_with_itself() -> None:
    history = make_history("a", "b c")
    row = walks.pagerank(history)([Question(asker=history.index["a"], brief=ANY)])[0]
    assert np.isfinite(row).all()
    assert row[history.index["b"]] == row[history.index["c"]] == 0


def test_a_project_of_three_ties_closer_than_one_of_many() -> None:
    history = make_history("a b c", "a d e f g h i")
    row = walks.pagerank(history)([Question(asker=history.index["a"], brief=ANY)])[0]
    assert row[history.index["b"]] > row[history.index["d"]]

"""The mix is the sum that the contract says."""

from __future__ import annotations

from math import log

import pytest

from matcher.evaluate.folder import ProjectBrief
from matcher.evaluate.peers.mix import mix
from matcher.evaluate.split import Question
from tests.matcher.evaluate.makers import make_history

NORTH = ProjectBrief(region="North", topics=("Sea",))
SOUTH = ProjectBrief(region="South", topics=("Land",))


def test_past_partners_neighbours_place_and_topic_add_up() -> None:
    history = make_history("a b", "b c", "c", "d", briefs=[NORTH, NORTH, SOUTH, NORTH])
    asked = Question(asker=history.index["a"], brief=ProjectBrief(topics=("Land",)))
    row = mix(history)([asked])[0]
    # b: one shared project, from the North like a, two projects; no common neighbour.
    assert row[history.index["b"]] == pytest.approx(5 + log(1 + 2))
    # c: through b, who has two partners; from the North (first of equals); once on the topic.
    assert row[history.index["c"]] == pytest.approx(1 / log(2) + log(1 + 2) + log(1 + 1))
    assert row[history.index["d"]] == pytest.approx(log(1 + 1))

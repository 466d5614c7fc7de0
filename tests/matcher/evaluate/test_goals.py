"""What is to be reached beside the best peer."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.evaluate.goals import goals, small_goals


def make_method(recall: float, mrr: float, new: float | None, coverage: float) -> dict[str, Any]:
    """What a method did."""
    return {
        "recall@10": recall,
        "ndcg@10": recall,
        "mrr": mrr,
        "new": {"recall@10": new, "mrr": new},
        "coverage": coverage,
        "small": 0.2,
    }


def test_goals_are_set_by_the_best_peer_of_each_measure() -> None:
    answer = {
        "methods": {
            "samspil": make_method(0.61, 0.5, 0.3, 0.4),
            "mix": make_method(0.4, 0.35, 0.3, 0.6),
            "pagerank": make_method(0.35, 0.4, 0.1, 0.1),
        }
    }
    found = {goal.measure: goal for goal in goals(answer)}
    assert found["recall@10"].peer == "mix"
    assert found["recall@10"].wanted == pytest.approx(0.6)
    assert found["recall@10"].met
    assert (found["mrr"].peer, found["mrr"].wanted) == ("pagerank", pytest.approx(0.52))
    assert not found["mrr"].met
    assert found["new recall@10"].wanted == pytest.approx(0.45)
    assert found["coverage"].wanted == pytest.approx(0.48)
    assert not found["coverage"].met


def test_half_the_way_to_one_is_enough_where_that_is_nearer() -> None:
    answer = {
        "methods": {
            "samspil": make_method(0.85, 0.5, None, 0.4),
            "mix": make_method(0.7, 0.35, None, 0.6),
        }
    }
    found = {goal.measure: goal for goal in goals(answer)}
    assert found["recall@10"].wanted == pytest.approx(0.85)
    assert "new recall@10" not in found


def test_without_peers_there_is_nothing_to_beat() -> None:
    assert goals({"methods": {"samspil": make_method(0.5, 0.5, 0.5, 0.5)}}) == []


def test_small_ones_gain_at_little_cost() -> None:
    plain = make_method(0.5, 0.5, 0.5, 0.5)
    answer = {
        "methods": {"samspil": plain, "samspil_small": plain | {"small": 0.31, "ndcg@10": 0.44}}
    }
    more, cost = small_goals(answer)
    assert more.met
    assert not cost.met

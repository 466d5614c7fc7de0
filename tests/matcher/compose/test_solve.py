"""What the search says of itself when its time is up."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from matcher.compose import solve
from matcher.compose.solve import Problem, Search
from matcher.landscape.arrays import BoolArray

PROVEN, TIME_IS_UP = 0, 1


def _problem(able: BoolArray, most: int = 9) -> Problem:
    size = len(able)
    return Problem(able=able, cost=np.ones(size), rank=np.arange(size), most=most)


def _answering(monkeypatch: pytest.MonkeyPatch, **changed: Any) -> None:
    real = solve.milp

    def milp(*arguments: Any, **options: Any) -> Any:
        answer = real(*arguments, **options)
        known = {name: answer[name] for name in ("x", "status", "mip_dual_bound")}
        return SimpleNamespace(**{**known, **changed})

    monkeypatch.setattr(solve, "milp", milp)


def test_an_answer_that_is_not_proven_has_a_bound_and_nobody_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    able = np.array([[True, False], [False, True], [True, True]])
    everybody = np.array([1.0, 1.0, 1.0, 0.0, 0.0])
    _answering(monkeypatch, x=everybody, status=TIME_IS_UP, mip_dual_bound=0.75)
    cover = Search(_problem(able), 2.0).following()
    assert cover is not None
    assert cover.chosen.tolist() == [2]
    assert (cover.optimal, cover.bound) == (False, 0.75)


def test_a_bound_below_nothing_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    _answering(monkeypatch, status=TIME_IS_UP, mip_dual_bound=-np.inf)
    cover = Search(_problem(np.array([[True]])), 2.0).following()
    assert cover is not None
    assert cover.bound == 0.0


def test_without_proof_of_the_fewest_empty_places_there_is_no_bound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _answering(monkeypatch, status=TIME_IS_UP)
    cover = Search(_problem(np.eye(3, dtype=np.bool_), most=2), 2.0).following()
    assert cover is not None
    assert (cover.optimal, cover.bound) == (False, None)


def test_with_no_answer_in_time_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    _answering(monkeypatch, x=None, status=TIME_IS_UP)
    assert Search(_problem(np.eye(3, dtype=np.bool_)), 2.0).following() is None
    assert Search(_problem(np.eye(3, dtype=np.bool_), most=2), 2.0).following() is None


def test_the_search_ends_when_there_is_no_other_choice() -> None:
    search = Search(_problem(np.array([[True], [True]])), 2.0)
    found = [search.following() for _ in range(3)]
    assert [cover and cover.chosen.tolist() for cover in found] == [[0], [1], None]

"""Recommenders of implicit, on two worlds that have nothing to do with each other."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.evaluate.folder import ProjectBrief
from matcher.evaluate.method import Method
from matcher.evaluate.peers.factors import als, available, bm25
from matcher.evaluate.split import Question
from tests.matcher.evaluate.makers import make_history
from tests.missing import missing

EVEN, ODD = "acegik", "bdfhjl"


@pytest.fixture(autouse=True)
def _implicit() -> None:
    if not available():
        missing("implicit is not installed")


def _two_worlds() -> list[str]:
    return [
        " ".join((world[at % 6], world[(at + step) % 6], world[(at + step + 1) % 6]))
        for world in (EVEN, ODD)
        for at in range(6)
        for step in (1, 2)
    ]


@pytest.mark.parametrize("method", [als(1), bm25])
def test_everybody_is_suggested_their_own_world(method: Method) -> None:
    history = make_history(*_two_worlds())
    for asker in "acb":
        row = method(history)([Question(asker=history.index[asker], brief=ProjectBrief())])[0]
        world = EVEN if asker in EVEN else ODD
        inside = [row[history.index[key]] for key in world if key != asker]
        outside = [row[history.index[key]] for key in (ODD if world is EVEN else EVEN)]
        assert min(inside) > max(outside)


@pytest.mark.parametrize("method", [als(5), bm25])
def test_it_comes_out_the_same_every_time(method: Method) -> None:
    history = make_history(*_two_worlds())
    asked = [Question(asker=row, brief=ProjectBrief()) for row in range(len(history))]
    assert np.array_equal(method(history)(asked), method(history)(asked))

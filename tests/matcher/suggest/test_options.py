"""How a list can be asked for, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.suggest import Options
from matcher.wording.say import say


@pytest.mark.parametrize(
    "known",
    [
        {"top": 0},
        {"top": -3},
        {"newness": 1.1},
        {"newness": -1.1},
        {"newness": float("nan")},
        {"newness": float("inf")},
        {"also_small": -1},
        {"top": 3, "also_small": 4},
    ],
)
def test_what_cannot_be_is_refused_with_what_to_change(known: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as refusal:
        Options(**known)
    assert refusal.value.code == "invalid"
    assert refusal.value.hint is not None
    for text in (refusal.value.text, refusal.value.hint):
        assert say(text, "en")


@pytest.mark.parametrize(
    "known",
    [{}, {"top": 1, "also_small": 1}, {"newness": -1}, {"newness": 1.0}, {"also_small": 10}],
)
def test_what_stands_at_the_edge_is_fine(known: dict[str, Any]) -> None:
    assert Options(**known).top >= 1

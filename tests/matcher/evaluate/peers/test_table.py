"""The peers by name, and all of them under one contract."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.errors import Refusal
from matcher.evaluate.folder import ProjectBrief
from matcher.evaluate.peers import NAMES, chosen, lacking, peers
from matcher.evaluate.split import Question
from matcher.wording.say import say
from tests.matcher.evaluate.makers import make_history

PEERS = peers(1)


def test_names_and_order_are_the_contracts() -> None:
    assert tuple(PEERS) == NAMES


@pytest.mark.parametrize("name", [name for name in NAMES if name not in lacking()])
def test_every_peer_has_an_opinion_on_everybody(name: str) -> None:
    history = make_history(
        "a b", "b c d", "e", briefs=[ProjectBrief(title="musik", region="North")]
    )
    asked = [Question(asker=row, brief=ProjectBrief(title="musik")) for row in range(5)]
    values = PEERS[name](history)(asked)
    assert values.shape == (5, 5)
    assert values.dtype == np.float64
    assert np.isfinite(values).all()


def test_all_none_or_some_can_be_chosen() -> None:
    assert chosen("all") == NAMES
    assert chosen("none") == ()
    assert chosen("mix, als,mix") == ("als", "mix")


@pytest.mark.parametrize(
    ("asked", "hint"), [("als,pagerang", "pagerank"), ("", "all"), (",", "all")]
)
def test_an_unknown_name_is_refused_with_the_nearest(asked: str, hint: str) -> None:
    with pytest.raises(Refusal) as refused:
        chosen(asked)
    assert refused.value.hint is not None
    assert hint in say(refused.value.hint, "en")

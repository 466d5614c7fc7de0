"""Whose earlier projects read like the brief."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.evaluate.folder import ProjectBrief
from matcher.evaluate.peers.text import text
from matcher.evaluate.split import Question
from tests.matcher.evaluate.makers import make_history


def test_rare_words_in_common_say_more_than_common_ones() -> None:
    history = make_history(
        "a",
        "b",
        "c",
        briefs=[
            ProjectBrief(title="Projekt om sejlads"),
            ProjectBrief(title="Projekt om motion"),
            ProjectBrief(title="Projekt om motion og musik"),
        ],
    )
    row = text(history)([Question(asker=0, brief=ProjectBrief(description="Sejlads, et projekt"))])[
        0
    ]
    values = [row[history.index[key]] for key in "abc"]
    assert values == pytest.approx([1.0, 0.0, 0.0])


@pytest.mark.parametrize(
    "brief", [ProjectBrief(), ProjectBrief(title="42 – !"), ProjectBrief(title="xyz")]
)
def test_a_brief_without_known_words_says_nothing(brief: ProjectBrief) -> None:
    history = make_history("a", "b", briefs=[ProjectBrief(title="Musik")])
    assert not text(history)([Question(asker=0, brief=brief)]).any()


def test_projects_without_a_text_are_no_fault() -> None:
    history = make_history("a", "b")
    values = text(history)([Question(asker=0, brief=ProjectBrief(title="Musik"))])
    assert values.shape == (1, 2)
    assert np.isfinite(values).all()


def test_whoever_has_many_projects_does_not_win_by_length() -> None:
    history = make_history(
        "a",
        "b",
        "b",
        "b",
        briefs=[
            ProjectBrief(title="musik havn"),
            ProjectBrief(title="musik skole"),
            ProjectBrief(title="klima energi by"),
            ProjectBrief(title="turisme natur"),
        ],
    )
    row = text(history)([Question(asker=0, brief=ProjectBrief(title="Musik"))])[0]
    assert row[history.index["a"]] > row[history.index["b"]] > 0

"""The questions are whole: in both languages, each once."""

from __future__ import annotations

import pytest

from matcher.partnership.purpose_texts import parse, purpose_texts

QUESTION = """
[[question]]
id = "target_group"
heading = { da = "Målgruppe", en = "Target group" }
label = { da = "Hvem?", en = "Who?" }
help = { da = "Præcist.", en = "Precisely." }
"""
HEARD = """
[heard]
label = { da = "Hørt?", en = "Heard?" }
help = { da = "Spurgt.", en = "Asked." }
how_label = { da = "Hvordan?", en = "How?" }
how_help = { da = "Et møde.", en = "A meeting." }
[[heard.choice]]
id = "yes"
label = { da = "Ja", en = "Yes" }
"""


def test_the_four_questions_and_the_target_group_first_when_compared() -> None:
    texts = purpose_texts()
    assert [each.id for each in texts.questions] == [
        "purpose",
        "target_group",
        "need",
        "difference",
    ]
    assert texts.compared[0].id == "target_group"
    assert [each.id for each in texts.questions if each.needed] == ["purpose", "target_group"]
    assert set(texts.heard.choices) == {"yes", "not_yet"}


def test_a_whole_file_is_read() -> None:
    assert parse(QUESTION + HEARD).questions[0].label.en == "Who?"


@pytest.mark.parametrize(
    "text",
    [
        QUESTION.replace('en = "Who?"', 'en = " "') + HEARD,
        QUESTION.replace(', en = "Precisely."', "") + HEARD,
        QUESTION + QUESTION + HEARD,
        QUESTION.replace("target_group", "whom") + HEARD,
        QUESTION + HEARD.replace('da = "Ja", ', ""),
    ],
    ids=["an empty text", "no English", "an id twice", "no target group", "no Danish choice"],
)
def test_a_file_that_is_not_whole_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"Danish|once"):
        parse(text)

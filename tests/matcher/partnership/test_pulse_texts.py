"""What a pulse asks."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.partnership.pulse_texts import SCALE, pulse_texts, read_texts

WORDS = {"da": "Ja", "en": "Yes"}
QUESTION = {
    "id": "one", "da": "Vi.", "en": "We.", "label_da": "Vi", "label_en": "We",
    "talk_da": "Hvem?", "talk_en": "Who?",
}  # fmt: skip


def table(**changed: Any) -> dict[str, Any]:
    """A file of one question, with these parts changed."""
    theme = {"id": "purpose", **WORDS, "question": [QUESTION]}
    return {"scale": [WORDS] * len(SCALE), "unknown": WORDS, "theme": [theme], **changed}


def test_three_questions_on_each_of_the_four_themes() -> None:
    texts = pulse_texts()
    assert {theme.id: len(theme.questions) for theme in texts.themes} == {
        "purpose": 3, "frames": 3, "anchoring": 3, "relation": 3,
    }  # fmt: skip


def test_danish_and_english_are_different_texts() -> None:
    for each in pulse_texts().questions:
        assert each.statement.da != each.statement.en
        assert each.talk.da != each.talk.en


def test_nobody_is_asked_in_the_words_of_another_question() -> None:
    statements = [each.statement.da for each in pulse_texts().questions]
    assert len(set(statements)) == len(statements)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"unknown": {"da": "Ved ikke"}}, "en"),
        ({"scale": [WORDS]}, "scale"),
        ({"theme": [{"id": "a", **WORDS, "question": [QUESTION, QUESTION]}]}, "twice"),
        ({"theme": [{"id": "a", **WORDS, "question": [{**QUESTION, "talk_da": " "}]}]}, "talk_da"),
        (
            {
                "theme": [
                    {
                        "id": "a",
                        **WORDS,
                        "question": [{**QUESTION, "id": str(number)} for number in range(13)],
                    }
                ]
            },
            "at most",
        ),
    ],
)
def test_a_file_that_is_not_whole_is_refused(changed: dict[str, Any], why: str) -> None:
    assert read_texts(table()).questions[0].label.en == "We"
    with pytest.raises(ValueError, match=why):
        read_texts(table(**changed))

"""What anchoring asks is there in both languages, and fits the rules."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.partnership.anchoring import KINDS
from matcher.partnership.anchoring_texts import anchoring_texts, read_texts
from matcher.wording.message import Words

DOMAINS = (
    "Environmental support",
    "Funding stability",
    "Partnerships",
    "Organisational capacity",
    "Evaluation",
    "Adaptation",
    "Communications",
    "Strategic planning",
)


def test_all_of_it_is_there_in_both_languages() -> None:
    texts = anchoring_texts()
    words: list[Words] = []
    for question in texts.questions:
        words += [question.label, question.hint]
    for talk in texts.talks:
        words += [talk.label, talk.about]
    for domain in texts.domains:
        words += [domain.label, *domain.questions]
    assert all(each.da and each.en and each.da != each.en for each in words)


def test_the_rules_and_the_texts_know_the_same_talks() -> None:
    texts = anchoring_texts()
    assert {each.id for each in texts.talks} == set(KINDS)
    assert [each.id for each in texts.questions] == ["what", "who", "cost", "decides"]
    assert texts.talk("no such kind").id == "other"


def test_the_eight_domains_go_by_their_names() -> None:
    assert tuple(each.label.en for each in anchoring_texts().domains) == DOMAINS


def entry(**said: Any) -> dict[str, Any]:
    """A question with hint."""
    return {"id": "a", "da": "a", "en": "b", "hint_da": "c", "hint_en": "d", **said}


@pytest.mark.parametrize(
    "table",
    [
        {"question": [entry(en="")], "talk": [], "domain": []},
        {"question": [entry(), entry()], "talk": [], "domain": []},
        {
            "question": [],
            "talk": [],
            "domain": [entry(questions_da=["a?"], questions_en=["a?", "b?"])],
        },
    ],
)
def test_a_file_that_lacks_something_is_refused(table: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"has no en|stands twice|as many questions"):
        read_texts(table)

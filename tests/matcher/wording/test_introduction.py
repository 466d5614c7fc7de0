"""Introductions as they are read aloud."""

from __future__ import annotations

import pytest

from matcher.wording.introduction import Step, introduction, whom_to_ask
from matcher.wording.say import say


def way(*stops: str) -> list[Step]:
    """Stops by name; one that begins with "-" is known from the past only."""
    return [Step(id=s, name=s.removeprefix("-"), current=not s.startswith("-")) for s in stops]


@pytest.mark.parametrize(
    ("stops", "sentence"),
    [
        (("Us", "A"), "You work with A."),
        (("Us", "-A"), "You have worked with A."),
        (("Us", "A", "B"), "You work with A, who works with B."),
        (("Us", "-A", "B"), "You have worked with A, who works with B."),
        (("Us", "A", "-B", "C"), "You work with A, who has worked with B, who works with C."),
    ],
)
def test_each_step_says_whether_it_is_of_today(stops: tuple[str, ...], sentence: str) -> None:
    said = introduction(way(*stops))
    assert said is not None
    assert say(said, "en") == sentence


@pytest.mark.parametrize("stops", [(), ("Us",)])
def test_no_way_is_not_said(stops: tuple[str, ...]) -> None:
    assert introduction(way(*stops)) is None


def test_braces_in_a_name_are_only_a_name() -> None:
    said = introduction(way("Us", "{them}", "B"))
    assert said is not None
    assert say(said, "en") == "You work with {them}, who works with B."


@pytest.mark.parametrize(
    ("stops", "sentence"),
    [
        (("Us", "A"), "You work with A: just call them."),
        (("Us", "-A"), "You have worked with A before: just call them."),
        (("Us", "A", "B"), "Ask A, who works with B."),
        (("Us", "A", "-B", "C"), "Ask A, who has worked with B, who works with C."),
        (("Us", "-A", "B"), "You have worked with A before. Ask A, who works with B."),
    ],
)
def test_whom_to_ask_is_the_first_on_the_way(stops: tuple[str, ...], sentence: str) -> None:
    assert say(whom_to_ask(way(*stops)), "en") == sentence

"""How the text of a purpose is told in the history, question by question."""

from __future__ import annotations

from typing import Any

from matcher.partnership.purpose_texts import purpose_texts
from matcher.services.history.values import NOT_SAID, Known
from matcher.wording.message import Value, message


def parts(texts: dict[str, str]) -> list[tuple[str, str]]:
    """What is written, in the order of the questions."""
    order = {each.id: number for number, each in enumerate(purpose_texts().questions)}
    return sorted(texts.items(), key=lambda part: order.get(part[0], len(order)))


def part(value: Any, _known: Known) -> Value:
    """The text of one question under its heading."""
    question, text = value
    headings = {each.id: each.heading for each in purpose_texts().questions}
    return message("{label}: {said}", label=headings.get(question, question), said=text)


def heard(value: Any, _known: Known) -> Value:
    """Whether the target group was heard."""
    return purpose_texts().heard.choices.get(value, NOT_SAID)

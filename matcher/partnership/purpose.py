"""How far the parties have come with the purpose, and who may read what meanwhile.

Each answers for itself before it reads what the others wrote; then they agree on one text, and
every party that takes part confirms it. Another text has to be confirmed anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from matcher.partnership.purpose_texts import purpose_texts

Stage = Literal["waiting", "laid_open", "agreeing", "to_confirm", "confirmed"]
"""Answers are waited for; they can be read side by side; a text is begun; it waits to be confirmed;
all have confirmed it."""

LONGEST_TEXT = 3000
LONGEST_NAME = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What a party wrote: `texts` by question, without those that it left open.

    `heard` is whether the target group was ("yes", "not_yet", None: not said), `heard_how` in
    words.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    heard: str | None = None
    heard_how: str | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was answered."""
        return not (self.texts or self.heard or self.heard_how)


@dataclass(frozen=True, kw_only=True, slots=True)
class Signed:
    """In whose name something was done, and when; the name None for those who may not know it."""

    name: str | None
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """A party: whether it has left, whether it has a link that opens, what it has done.

    `asked` is when it was given its link. An `answer` that was not `sent` is a draft. `confirmed`
    is of the text as it is now, `remark` what should be different in it.
    """

    id: str
    name: str
    left: bool = False
    linked: bool = True
    asked: datetime | None = None
    answer: Answer | None = None
    sent: Signed | None = None
    confirmed: Signed | None = None
    remark: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Purpose:
    """The purpose of a collaboration: its parties in their order, and the text, if there is one.

    `agreed` holds the text as an answer does. `edition` is the number of the text, 0 for none.
    """

    parties: tuple[Party, ...]
    agreed: Answer = field(default_factory=Answer)
    laid_open: bool = False
    edition: int = 0
    version: int = 0
    updated: datetime | None = None

    @property
    def active(self) -> tuple[Party, ...]:
        """The parties that take part."""
        return tuple(each for each in self.parties if not each.left)

    def party(self, key: str) -> Party:
        """A party by its id; KeyError if there is none."""
        return {each.id: each for each in self.parties}[key]


def stage(purpose: Purpose) -> Stage:
    """How far they have come."""
    if not purpose.agreed.empty:
        if not is_complete(purpose.agreed):
            return "agreeing"
        return "to_confirm" if unconfirmed(purpose) or not purpose.active else "confirmed"
    return "laid_open" if is_open(purpose) else "waiting"


def awaited(purpose: Purpose) -> tuple[Party, ...]:
    """The parties that can answer and have not yet."""
    return tuple(each for each in purpose.active if each.linked and each.sent is None)


def without_link(purpose: Purpose) -> tuple[Party, ...]:
    """The parties that cannot answer or confirm, having no link that opens."""
    return tuple(each for each in purpose.active if not each.linked)


def unconfirmed(purpose: Purpose) -> tuple[Party, ...]:
    """The parties that have not confirmed the text as it is; who left need not."""
    return tuple(each for each in purpose.active if each.confirmed is None)


def is_complete(agreed: Answer) -> bool:
    """Whether a text says what it must to be confirmed: what it is for, and for whom."""
    return all(each.id in agreed.texts for each in purpose_texts().questions if each.needed)


def is_open(purpose: Purpose) -> bool:
    """Whether the house may read the answers: all that can answer have, or they were laid open."""
    sent = any(each.sent for each in purpose.parties)
    return sent and (purpose.laid_open or not awaited(purpose))


def may_change_answer(purpose: Purpose, party: Party) -> bool:
    """Whether a party may still answer or change its answer: until all have confirmed the text."""
    return not party.left and stage(purpose) != "confirmed"


def may_confirm(purpose: Purpose, party: Party) -> bool:
    """Whether a party is asked to confirm the text as it is."""
    return not party.left and is_complete(purpose.agreed) and party.confirmed is None


def next_edition(version: int, confirmed: Iterable[int]) -> int:
    """The number of another text: one that no text had before, also when an older one came back.

    `version` is the record's, which only grows; `confirmed` are the editions that were confirmed
    at any time.

    >>> next_edition(0, ()), next_edition(1, (1, 4))
    (1, 5)
    """
    return 1 + max(version, *confirmed, 0)


def to_json(answer: Answer) -> dict[str, Any]:
    """An answer as it is kept."""
    return {"texts": dict(answer.texts), "heard": answer.heard, "heard_how": answer.heard_how}


def from_json(kept: Mapping[str, Any]) -> Answer:
    """What `to_json` was given; other things that are kept beside it are left out."""
    return Answer(texts=kept["texts"], heard=kept["heard"], heard_how=kept["heard_how"])


def mark_of(answer: Answer | None) -> str:
    """A short mark that differs when the answers do: a form that carries it notices another's.

    >>> mark_of(None) == mark_of(Answer())
    True
    """
    told = json.dumps(to_json(answer or Answer()), sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def as_one_text(agreed: Answer, language: str) -> str:
    """The text as one: what it is for, then the rest under its headings, in "da" or "en"."""
    parts = []
    for each in purpose_texts().questions:
        if each.id in agreed.texts:
            heading = each.heading.da if language == "da" else each.heading.en
            text = agreed.texts[each.id]
            parts.append(text if each.id == "purpose" else f"{heading}: {text}")
    return "\n\n".join(parts)

"""What is due: one thing that one person is to do, from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from matcher.wording.message import Message

DueKind = Literal[
    "step", "answer", "confirmation", "acceptance", "talk", "decision", "plan", "end", "pulse",
    "follow_up", "event",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """One thing to do.

    `key` names it and stays the same while it is the same thing, so that nobody is told of it
    twice in one week; `day` is when it falls (or fell) due. `about` is the title of the record,
    or what several have in common; `text` says in a sentence what is to be done. `user` or `party`
    (ids) is whose it is; neither where nobody has been named: then it is the administrators'.
    `path` is where it is done: below the installation's address for users, below the personal link
    for parties. Of what is `quiet` only the party itself is told: that it is open says what nobody
    else may know. An `echo` is told to a party besides somebody else, who is told of it anyway:
    where the party cannot be reached, nobody is told in its stead.
    """

    key: str
    kind: DueKind
    day: date
    about: str | Message
    text: Message
    path: str
    user: str | None = None
    party: str | None = None
    quiet: bool = False
    echo: bool = False

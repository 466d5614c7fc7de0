"""What is written of a sign-up: read, and told from one that is there already."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from matcher.exchange.text_cells import plain
from matcher.services.email_addresses import email_fault
from matcher.services.events.there import Event
from matcher.services.forms import Errors
from matcher.store.queries.events import SignUpLine
from matcher.text import fold
from matcher.wording.message import message

LONGEST = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What is written of a sign-up; `absent` are the rounds (from 1) that they cannot.

    `organisation_id` is the one chosen in a list; it counts while it goes with the name.
    """

    organisation: str = ""
    organisation_id: str = ""
    person: str = ""
    email: str = ""
    language: str = "da"
    absent: tuple[int, ...] = ()


def read_wanted(
    wanted: Wanted, event: Event, errors: Errors, *, email_needed: bool
) -> dict[str, Any]:
    """The columns of a sign-up but for the organisation; what is wrong is added to `errors`."""
    person, email = plain(wanted.person), plain(wanted.email)
    if len(person) > LONGEST:
        errors["person"] = message("Write at most {limit} characters.", limit=LONGEST)
    if (email or email_needed) and (fault := email_fault(email)):
        errors["email"] = fault
    absent = sorted({turn for turn in wanted.absent if 1 <= turn <= event.rounds})
    if len(absent) == event.rounds:
        errors["absent"] = message("Then there is no round left. Leave at least one.")
    return {
        "person": person or None,
        "email": email or None,
        "language": wanted.language,
        "content": {"absent": absent},
    }


def same(
    lines: Collection[SignUpLine], organisation: str | None, wanted: Wanted, *, by_email: bool
) -> SignUpLine | None:
    """The sign-up that this would repeat: of the same organisation or, asked so, e-mail.

    One that stands comes before one that was withdrawn.
    """
    name, email = fold(plain(wanted.organisation)), plain(wanted.email).casefold()

    def repeats(line: SignUpLine) -> bool:
        if organisation is not None and line.organisation_id == organisation:
            return True
        if name in {fold(line.written), fold(line.name)}:
            return organisation is None or line.organisation_id is None
        return by_email and bool(email) and (line.email or "").casefold() == email

    found = sorted(filter(repeats, lines), key=lambda line: line.withdrawn)
    return next(iter(found), None)

"""What the documents of an agreement say beside its text, the same for Word and PDF."""

from __future__ import annotations

from matcher.partnership.written import Signature, Written
from matcher.wording.message import Message, message

EMPTY = message("Nothing has been written here yet.")
ACCEPTED = message("Acceptance")
PARTY = message("Party")
BY = message("Accepted by")
DAY = message("Day")
TO_SIGN = message("Name and signature:")
DATE_TO_SIGN = message("Date:")
IN_ITS_NAME = message("Accepted in its name")


def edition(written: Written) -> Message:
    """The line under the title: which version, and of which day."""
    if written.number is None:
        return message("Draft, {day}", day=written.day)
    return message("Version {number}, {day}", number=written.number, day=written.day)


def accepted_by(signature: Signature) -> Message | str:
    """Who accepted in a party's name, or a line to sign on."""
    if signature.day is None:
        return TO_SIGN
    return signature.person or IN_ITS_NAME

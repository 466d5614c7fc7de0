"""What it is called how an organisation's place is known."""

from __future__ import annotations

from matcher.network.place.standing import KNOWN, POSTCODE
from matcher.wording.message import Message, message

WORDS = {
    KNOWN: message("Known"),
    "district": message("Approximate: in the district"),
    "municipality": message("Approximate: in the municipality"),
    POSTCODE: message("Approximate: in the postcode"),
    None: message("Not known"),
}


def how_word(how: str | None) -> Message:
    """The word for a way of `matcher.network.place.standing.HOW`, None for an unknown place."""
    return WORDS[how]

"""What the fixed words of records are called on pages, in files and in the history."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.wording.message import Message, message

SECTORS: Mapping[str, Message] = {
    "association": message("Association"),
    "public": message("Public body"),
    "business": message("Business"),
}
AGREEMENTS: Mapping[str, Message] = {
    "none": message("No agreement"),
    "oral": message("Oral agreement"),
    "written": message("Written agreement"),
}
STATES: Mapping[str, Message] = {
    "suggested": message("Suggested"),
    "contacted": message("Contacted"),
    "answered": message("Answered"),
    "met": message("Met"),
    "agreed": message("Agreed"),
    "declined": message("Declined"),
}
LANGUAGES: Mapping[str, Message] = {
    "da": message("Danish"),
    "en": message("English"),
}
"""The languages that pages and mails are in."""

VERDICTS: Mapping[str, Message] = {
    "relevant": message("Relevant"),
    "not_relevant": message("Not relevant"),
    "in_touch": message("Already in touch"),
    "hide": message("Hide"),
}
"""What a person says of a suggestion."""

WHY_NOT: Mapping[str, Message] = {
    "too_far": message("Too far away"),
    "other_target_group": message("Works for another target group"),
    "other_theme": message("Works with another theme"),
    "lacks_capacity": message("Lacks what is needed"),
    "too_busy": message("Too busy"),
    "tried_before": message("Has been tried before"),
    "other": message("Another reason"),
}
"""Why a suggestion is not relevant."""

FOLLOW_UPS: Mapping[str, Message] = {
    "going_on": message("It is going on"),
    "collaboration": message("It became a collaboration"),
    "nothing": message("It came to nothing"),
    "not_reached": message("Nobody could be reached"),
}
"""What became of an intention noted at an event."""

NOT_KNOWN = message("Not known")


def sector_label(sector: str | None) -> Message:
    """What a sector is called; one that nobody said is not known."""
    return SECTORS.get(sector or "", NOT_KNOWN)


def agreement_label(agreement: str | None) -> Message:
    """How a collaboration is agreed, in words."""
    return AGREEMENTS.get(agreement or "", NOT_KNOWN)

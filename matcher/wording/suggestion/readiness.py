"""Sentences about the wish and the room for something new."""

from __future__ import annotations

from datetime import date

import numpy as np

from matcher.suggest import Reason
from matcher.wording.message import Message, message, messages_n
from matcher.wording.suggestion.experience import NO_COLLABORATIONS
from matcher.wording.suggestion.pair import Pair
from matcher.wording.suggestion.signal_texts import Texts, Unknown, always_unknown

IS_OPEN = message("Open to new partners")


def how_many(number: float | None) -> Message:
    """So many collaborations."""
    return messages_n("{n} collaboration", "{n} collaborations", n=round(number or 0))


def how_many_running(number: float | None) -> Message:
    """So many collaborations that go on."""
    return messages_n("{n} running now", "{n} running now", n=round(number or 0))


_NOT_SAID = Unknown(
    message("They have not said whether they are open to new partners."),
    message("Ask them whether they are open to new partners."),
)


def _wish(_pair: Pair, reason: Reason) -> Message:
    if not reason.facts:
        return message("They have said that they want no new partners.")
    return message("They have said that they are open to new partners.")


def _latest_unknown(pair: Pair) -> Unknown:
    if not pair.landscape.active[pair.they]:
        return NO_COLLABORATIONS
    return Unknown(
        message("We do not know when their collaborations began."),
        message("Add the dates of their collaborations."),
    )


def _latest(pair: Pair, _reason: Reason) -> Message:
    row = int(pair.landscape.activity.latest[pair.they])
    joint = pair.landscape.collaborations
    return message(
        "Their latest collaboration began on {day}: {title}.",
        day=_day(joint.start[row]),
        title=joint.titles[row],
    )


def _day(when: np.datetime64) -> date:
    day: date = when.astype("datetime64[D]").item()
    return day


def _room(pair: Pair, _reason: Reason) -> Message:
    running = int(pair.landscape.activity.running[pair.they])
    if not running:
        return message("None of their collaborations is running now.")
    return messages_n(
        "{n} of their collaborations is running now.",
        "{n} of their collaborations are running now.",
        n=running,
    )


def _number(pair: Pair) -> int:
    return int(pair.landscape.activity.number[pair.they])


TEXTS = {
    "says_open": Texts(
        label=message("They have said that they are open to new partners."),
        unknown=always_unknown(_NOT_SAID),
        found=_wish,
        short=_wish,
    ),
    "active_lately": Texts(
        label=message("They have begun something new lately."),
        unknown=_latest_unknown,
        found=_latest,
        short=_latest,
    ),
    "has_room": Texts(
        label=message("They may have room for more: few of their collaborations are running."),
        unknown=always_unknown(NO_COLLABORATIONS),
        found=_room,
        short=_room,
    ),
    "experienced": Texts(
        label=message("They have taken part in many collaborations."),
        unknown=always_unknown(NO_COLLABORATIONS),
        found=lambda pair, _reason: messages_n(
            "They have taken part in {n} collaboration.",
            "They have taken part in {n} collaborations.",
            n=_number(pair),
        ),
        short=lambda pair, _reason: messages_n(
            "Others have taken part in more than {n} collaboration.",
            "Others have taken part in more than {n} collaborations.",
            n=_number(pair),
        ),
    ),
}

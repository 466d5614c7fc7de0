"""Sentences about what they have done before."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.suggest import Fact, Reason
from matcher.wording.message import Message, message, messages_n
from matcher.wording.suggestion.pair import Pair
from matcher.wording.suggestion.signal_texts import Texts, Unknown, always

# What is like an idea by less than this share of the most is not called so.
HARDLY = 0.02

NO_COLLABORATIONS = Unknown(
    message("We know of no collaborations of theirs."),
    message("Ask them what they have taken part in."),
)


def about_unknown(pair: Pair) -> Unknown:
    """Why nothing can be like the idea."""
    if pair.query.about_something:
        return NO_COLLABORATIONS
    return Unknown(
        message("We do not know what it is to be about."),
        message("Describe the idea in a few sentences."),
    )


def _history_unknown(pair: Pair) -> Unknown:
    if pair.landscape.active[pair.query.team].any():
        return NO_COLLABORATIONS
    return Unknown(
        pair.said(
            message("We know of no collaborations of yours."),
            message("We know of no collaborations of those who are in."),
        ),
        pair.said(
            message("Say what you have taken part in."),
            message("Say who is in, and what they have taken part in."),
        ),
    )


def _near_unknown(pair: Pair) -> Unknown:
    if not pair.query.about_something:
        return about_unknown(pair)
    return _history_unknown(pair)


def telling(reason: Reason) -> Sequence[Fact]:
    """The facts that are worth telling."""
    return [fact for fact in reason.facts if fact.points >= HARDLY * reason.weight]


def _similar(pair: Pair, reason: Reason) -> Message:
    if not reason.facts:
        return message("None of their collaborations is like this.")
    told = telling(reason)
    if not told:
        return message(
            "Their collaborations are hardly like this; the most alike: {titles}.",
            titles=pair.titles(reason.facts[:1]),
        )
    return messages_n(
        "They took part in {n} collaboration like this: {titles}.",
        "They took part in {n} collaborations like this: {titles}.",
        n=len(told),
        titles=pair.titles(told),
    )


def _nearby(pair: Pair, reason: Reason) -> Message:
    told = telling(reason)
    if not told:
        return message("None of their collaborations is both like this and close to your own.")
    return messages_n(
        "They took part in {n} collaboration like this, which counts by how close it is to your"
        " own: {titles}.",
        "They took part in {n} collaborations like this, of which those close to your own count"
        " most: {titles}.",
        n=len(told),
        titles=pair.titles(told),
    )


def _together(pair: Pair, reason: Reason) -> Message:
    if not reason.facts:
        return pair.said(
            message("You have not worked together."),
            message("Those who are in have not worked with them."),
        )
    n, titles = len(reason.facts), pair.titles(reason.facts)
    return pair.said(
        messages_n(
            "You have been in {n} collaboration together: {titles}.",
            "You have been in {n} collaborations together: {titles}.",
            n=n,
            titles=titles,
        ),
        messages_n(
            "Those who are in have been in {n} collaboration with them: {titles}.",
            "Those who are in have been in {n} collaborations with them: {titles}.",
            n=n,
            titles=titles,
        ),
    )


def _reached(pair: Pair, reason: Reason) -> Message:
    if not reason.facts:
        return pair.said(
            message("Your collaborations do not lead to any of theirs."),
            message("The collaborations of those who are in do not lead to any of theirs."),
        )
    n, titles = len(reason.facts), pair.titles(reason.facts)
    return pair.said(
        messages_n(
            "Your collaborations lead to {n} of theirs: {titles}.",
            "Your collaborations lead to {n} of theirs: {titles}.",
            n=n,
            titles=titles,
        ),
        messages_n(
            "The collaborations of those who are in lead to {n} of theirs: {titles}.",
            "The collaborations of those who are in lead to {n} of theirs: {titles}.",
            n=n,
            titles=titles,
        ),
    )


TEXTS = {
    "similar_collaborations": Texts(
        label=message("They have taken part in collaborations like this."),
        unknown=about_unknown,
        found=_similar,
        short=always(
            message("Others have taken part in more that is like this, or in smaller groups.")
        ),
    ),
    "similar_nearby": Texts(
        label=message("They have taken part in collaborations like this, close to your own."),
        unknown=_near_unknown,
        found=_nearby,
        short=always(message("What others have done like this is closer to your own.")),
    ),
    "past_partners": Texts(
        label=message("You have worked together before."),
        unknown=_history_unknown,
        found=_together,
        short=always(message("With others there has been more, lately or in smaller groups.")),
    ),
    "within_reach": Texts(
        label=message("They can be reached through those you have worked with."),
        unknown=_history_unknown,
        found=_reached,
        short=always(message("Other organisations are easier to reach that way.")),
    ),
}

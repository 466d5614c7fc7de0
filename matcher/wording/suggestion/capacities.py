"""Sentences about offers and needs."""

from __future__ import annotations

from matcher.suggest import Reason
from matcher.wording.message import Message, message
from matcher.wording.suggestion.pair import Pair, columns, some


def need_met_by_offer(pair: Pair, reason: Reason) -> Message:
    """Which of the asker's needs they offer."""
    needed = pair.query.needs.at
    if reason.value is None:
        if not len(needed):
            return message("You have not said what you need.")
        return message("We do not know what they offer.")
    if not reason.facts:
        return message("Nothing that you need is among what they offer.")
    terms = some(pair.terms("capacity", reason.facts))
    if len(reason.facts) == len(needed):
        return message("They offer what you need: {terms}.", terms=terms)
    return message(
        "They offer {n} of the {total} things that you need: {terms}.",
        n=len(reason.facts),
        total=len(needed),
        terms=terms,
    )


def need_unmet(pair: Pair, reason: Reason) -> Message:
    """Which of the asker's needs they do not offer."""
    if not reason.facts or reason.value is None:
        return need_met_by_offer(pair, reason)
    if pair.landscape.totals.asked[pair.they] > 1:
        return message("They offer so much that many turn to them.")
    lacking = pair.lacking("capacity", pair.query.needs.at, reason)
    return message("You also need what they do not offer: {terms}.", terms=some(lacking))


def offer_meets_need(pair: Pair, reason: Reason) -> Message:
    """Which of their needs the asker offers."""
    if reason.value is None:
        if not len(pair.query.offers):
            return message("You have not said what you offer.")
        return message("We do not know what they need.")
    if not reason.facts:
        return message("Nothing that they need is among what you offer.")
    needed = columns(pair.landscape.needs, row=pair.they)
    terms = some(pair.terms("capacity", reason.facts))
    if len(reason.facts) == len(needed):
        return message("You offer what they need: {terms}.", terms=terms)
    return message(
        "You offer {n} of the {total} things that they need: {terms}.",
        n=len(reason.facts),
        total=len(needed),
        terms=terms,
    )


def need_we_leave(pair: Pair, reason: Reason) -> Message:
    """Which of their needs the asker does not offer."""
    if not reason.facts or reason.value is None:
        return offer_meets_need(pair, reason)
    lacking = pair.lacking("capacity", columns(pair.landscape.needs, row=pair.they), reason)
    return message("They also need what you do not offer: {terms}.", terms=some(lacking))

"""Sentences about offers and needs."""

from __future__ import annotations

from matcher.suggest import Reason
from matcher.wording.message import Message, message
from matcher.wording.suggestion.pair import Pair, columns, some
from matcher.wording.suggestion.signal_texts import Texts, Unknown


def _need_unknown(pair: Pair) -> Unknown:
    if not len(pair.query.needs.at):
        return Unknown(
            pair.said(
                message("You have not said what you need."),
                message("The idea does not say what it needs."),
            ),
            pair.said(message("Say what you need."), message("Say what the idea needs.")),
        )
    return Unknown(
        message("We do not know what they offer."), message("Ask them what they can offer.")
    )


def _need_met(pair: Pair, reason: Reason) -> Message:
    """Which of the needs they offer."""
    needed = pair.query.needs.at
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


def _need_unmet(pair: Pair, reason: Reason) -> Message:
    """Which of the needs they do not offer, or offer too little of."""
    if pair.landscape.totals.asked[pair.they] > 1:
        return message("They offer so much that many turn to them.")
    lacking = pair.lacking("capacity", pair.query.needs.at, reason)
    if lacking:
        return message("You also need what they do not offer: {terms}.", terms=some(lacking))
    return message("They offer less of it than you need, or not for long.")


def _offer_unknown(pair: Pair) -> Unknown:
    if not len(pair.query.offers):
        return Unknown(
            pair.said(
                message("You have not said what you offer."),
                message("Those who are in have not said what they offer."),
            ),
            pair.said(
                message("Say what you can offer."),
                message("Say who is in, and what they can offer."),
            ),
        )
    return Unknown(message("We do not know what they need."), message("Ask them what they need."))


def _offer_met(pair: Pair, reason: Reason) -> Message:
    """Which of their needs can be met."""
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


def _offer_unmet(pair: Pair, reason: Reason) -> Message:
    """Which of their needs are left."""
    lacking = pair.lacking("capacity", columns(pair.landscape.needs, row=pair.they), reason)
    return message("They also need what you do not offer: {terms}.", terms=some(lacking))


TEXTS = {
    "need_met_by_offer": Texts(
        label=message("They offer what you need."),
        unknown=_need_unknown,
        found=_need_met,
        short=_need_unmet,
    ),
    "offer_meets_need": Texts(
        label=message("You offer what they need."),
        unknown=_offer_unknown,
        found=_offer_met,
        short=_offer_unmet,
    ),
}

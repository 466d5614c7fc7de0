"""Sentences about partners in common."""

from __future__ import annotations

import numpy as np

from matcher.landscape.arrays import row_of
from matcher.signals.partners import OWN, THEIRS
from matcher.suggest import Fact, Reason
from matcher.wording.message import Message, message, messages_n
from matcher.wording.suggestion.pair import Pair, some
from matcher.wording.suggestion.signal_texts import Texts, Unknown

# Ties as in collaborations of more than five, on average.
LOOSE = 0.25


def _partners_unknown(pair: Pair) -> Unknown:
    if pair.query.partner_total <= 0:
        return Unknown(
            pair.said(
                message("We know of no partners of yours."),
                message("We know of no partners of those who are in."),
            ),
            pair.said(
                message("Say whom you work with."),
                message("Say who is in, and whom they work with."),
            ),
        )
    return Unknown(
        message("We know of no partners of theirs."), message("Ask them whom they work with.")
    )


def _common_partners(pair: Pair, reason: Reason) -> Message:
    """The partners in common by name, or the first of them."""
    if not reason.facts:
        return message("You have no partners in common.")
    return messages_n(
        "{n} common partner: {names}.",
        "{n} common partners: {names}.",
        n=len(reason.facts),
        names=some([_name(pair, fact) for fact in reason.facts]),
    )


def _partners_apart(pair: Pair, reason: Reason) -> Message:
    """Why the common partners do not count for more."""
    theirs = pair.landscape.totals.partners[pair.they]
    if THEIRS * theirs > OWN * pair.query.partner_total:
        return message("They know so many that common partners tell little.")
    if _strength_in_common(pair) < LOOSE:
        return message("The ties to your common partners are loose, as in large collaborations.")
    total = len(pair.query.partners)
    if len(reason.facts) < total:
        return message("They know {n} of your {total} partners.", n=len(reason.facts), total=total)
    return message("They know all your partners.")


def _strength_in_common(pair: Pair) -> float:
    """The mean strength of the ties of both to their common partners."""
    mine = pair.query.partners
    theirs, strength = row_of(pair.landscape.ties, pair.they)
    _, here, there = np.intersect1d(mine.at, theirs, assume_unique=True, return_indices=True)
    return float(np.concatenate([np.square(mine.weights[here]), strength[there]]).mean())


def _name(pair: Pair, fact: Fact) -> str:
    return pair.landscape.names[pair.landscape.index_of(fact.id or "")]


TEXTS = {
    "common_partners": Texts(
        label=message("You have partners in common."),
        unknown=_partners_unknown,
        found=_common_partners,
        short=_partners_apart,
    ),
}

"""Sentences about the fund that an idea is meant for."""

from __future__ import annotations

from matcher.suggest import Fact, Reason
from matcher.text import fold
from matcher.wording.message import Message, message, messages_n
from matcher.wording.suggestion.experience import NO_COLLABORATIONS, telling
from matcher.wording.suggestion.pair import Pair
from matcher.wording.suggestion.place import THEIR_MUNICIPALITY
from matcher.wording.suggestion.signal_texts import Texts, Unknown, always


def _unknown(pair: Pair, theirs: Unknown) -> Unknown:
    if not pair.query.funding_source:
        return Unknown(
            message("It is not said which funding is looked for."),
            message("Say which funding you are looking for."),
        )
    if not pair.landscape.experience.fundings:
        return Unknown(
            message("We do not know how any collaboration was funded."),
            message("Add how earlier collaborations were funded."),
        )
    return theirs


def _same(pair: Pair, reason: Reason) -> Message:
    fund, told = pair.query.funding_source or "", telling(reason)
    if not told:
        return message(
            "None of their collaborations is known to have been funded by {fund}.", fund=fund
        )
    n, titles = len(told), pair.titles(told)
    if all(_is_of(pair, fact, fund) for fact in told):
        return messages_n(
            "They took part in {n} collaboration funded by {fund}: {titles}.",
            "They took part in {n} collaborations funded by {fund}: {titles}.",
            n=n,
            fund=fund,
            titles=titles,
        )
    return messages_n(
        "They took part in {n} collaboration whose funding has a name like {fund}: {titles}.",
        "They took part in {n} collaborations whose funding is {fund} or has a name like it:"
        " {titles}.",
        n=n,
        fund=fund,
        titles=titles,
    )


def _is_of(pair: Pair, fact: Fact, fund: str) -> bool:
    """Whether a collaboration had this very funding."""
    known = pair.landscape.experience
    at = int(known.funding[pair.collaboration(fact)])
    return at >= 0 and fold(known.fundings[at]) == fold(fund)


def _goes_there(pair: Pair, reason: Reason) -> Message:
    fund = pair.query.funding_source or ""
    if not reason.facts:
        return message(
            "No collaboration in their area is known to have been funded by {fund}.", fund=fund
        )
    return message(
        "In {area} there are collaborations funded by {fund} or something with a name like it.",
        area=reason.facts[0].id or "",
        fund=fund,
    )


TEXTS = {
    "same_funding": Texts(
        label=message("They have taken part in collaborations with the same funding."),
        unknown=lambda pair: _unknown(pair, NO_COLLABORATIONS),
        found=_same,
        short=always(
            message("Others have taken part in more with such funding, or in smaller groups.")
        ),
    ),
    "area_funded": Texts(
        label=message("The funding often goes to where they are."),
        unknown=lambda pair: _unknown(pair, THEIR_MUNICIPALITY),
        found=_goes_there,
        short=always(message("In other areas more of the collaborations have had such funding.")),
    ),
}

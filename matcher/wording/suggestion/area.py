"""Sentences about the area that is asked for, and areas that are named."""

from __future__ import annotations

from matcher.suggest import Reason
from matcher.wording.message import Listed, Message, message, messages_n
from matcher.wording.suggestion.experience import NO_COLLABORATIONS
from matcher.wording.suggestion.pair import Pair, some
from matcher.wording.suggestion.place import THEIR_MUNICIPALITY
from matcher.wording.suggestion.signal_texts import Texts, Unknown
from matcher.wording.suggestion.written import no_text


def _worked_unknown(pair: Pair) -> Unknown:
    if len(pair.query.areas):
        return NO_COLLABORATIONS
    return Unknown(
        pair.said(
            message("We do not know where you have worked."),
            message("We know of no earlier collaborations where the idea belongs."),
        ),
        pair.said(
            message("Begin an idea, and say which area it is to be in."),
            message("Say which area it is to be in."),
        ),
    )


def _worked(pair: Pair, reason: Reason) -> Message:
    if not reason.facts:
        return message(
            "None of their collaborations is known to have been in {area}.", area=_area(pair)
        )
    if _number(pair) == 1:
        return message(
            "Their one collaboration was in {area}: {titles}.",
            area=_area(pair),
            titles=pair.titles(reason.facts),
        )
    return messages_n(
        "{n} of their {total} collaborations was in {area}: {titles}.",
        "{n} of their {total} collaborations were in {area}: {titles}.",
        n=len(reason.facts),
        total=_number(pair),
        area=_area(pair),
        titles=pair.titles(reason.facts),
    )


def _elsewhere(pair: Pair, reason: Reason) -> Message:
    if len(reason.facts) < _number(pair):
        return message("Their other collaborations were elsewhere, or we do not know where.")
    return messages_n(
        "They have taken part in only {n} collaboration.",
        "They have taken part in only {n} collaborations.",
        n=_number(pair),
    )


def _area(pair: Pair) -> Listed:
    names = pair.landscape.experience.area_names
    return some([names[at] for at in pair.query.areas.tolist()])


def _number(pair: Pair) -> int:
    return int(pair.landscape.activity.number[pair.they])


def _named_unknown(pair: Pair) -> Unknown:
    if not pair.query.text.text and not pair.query.funding_source:
        return no_text(pair)
    return THEIR_MUNICIPALITY


def _named(pair: Pair, reason: Reason) -> Message:
    if not reason.facts:
        return pair.written(
            message("Their area is not named in texts about you."),
            message("Their area is not named in the idea."),
        )
    area = reason.facts[0].id or ""
    return pair.written(
        message("{area} is named in texts about you.", area=area),
        message("{area} is named in the idea.", area=area),
    )


TEXTS = {
    "worked_in_area": Texts(
        label=message("They have worked in the area."),
        unknown=_worked_unknown,
        found=_worked,
        short=_elsewhere,
    ),
    "area_named": Texts(
        label=message("Their area is named in the text."),
        unknown=_named_unknown,
        found=_named,
        short=_named,
    ),
}

"""Sentences about sectors."""

from __future__ import annotations

from matcher.suggest import Reason
from matcher.wording.message import Message, message
from matcher.wording.suggestion.pair import Pair
from matcher.wording.suggestion.signal_texts import Texts, Unknown


def _sector_unknown(pair: Pair) -> Unknown:
    if pair.query.sector < 0 and not pair.query.sectors:
        return Unknown(
            pair.said(
                message("We do not know your sector."),
                message("The idea does not say which sectors must be in."),
            ),
            pair.said(
                message("Say which sector you are from."),
                message("Say which sectors must be in."),
            ),
        )
    return Unknown(
        message("We do not know their sector."), message("Look up which sector they are from.")
    )


def _other_sector(pair: Pair, reason: Reason) -> Message:
    """Their sector, seen from the asker's or from what is missing."""
    if not reason.facts:
        if pair.query.sectors:
            return message("They are not from a sector that is missing.")
        return message("They are from the same sector as you.")
    if pair.query.sectors:
        return {
            "association": message("They are an association, which is wanted."),
            "public": message("They are a public body, which is wanted."),
            "business": message("They are a business, which is wanted."),
        }[reason.facts[0].id or ""]
    return {
        "association": message("Unlike you, they are an association."),
        "public": message("Unlike you, they are a public body."),
        "business": message("Unlike you, they are a business."),
    }[reason.facts[0].id or ""]


TEXTS = {
    "other_sector": Texts(
        label=message("They come from another sector than yours."),
        unknown=_sector_unknown,
        found=_other_sector,
        short=_other_sector,
    ),
}

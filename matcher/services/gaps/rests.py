"""On how much the gaps rest, in words."""

from __future__ import annotations

from matcher.network.gaps.rests import Rests
from matcher.network.measures.coverage import ENOUGH
from matcher.wording.message import Message, message, messages_n


def lines_about(rests: Rests, *, brokers: bool = False) -> list[Message]:
    """What is known of how many; for brokers also whether that is enough to name them."""
    if not rests.organisations:
        return []
    lines = [
        messages_n(
            "Ties are known for {share} % of the {n} organisation.",
            "Ties are known for {share} % of the {n} organisations.",
            n=rests.organisations,
            share=round(100 * rests.share),
        ),
        message(
            "{needs} % have said what they need, {offers} % what they offer, {place} % where they"
            " are.",
            needs=_percent(rests.with_needs, rests),
            offers=_percent(rests.with_offers, rests),
            place=_percent(rests.with_place, rests),
        ),
    ]
    if brokers and not rests.enough:
        lines.append(too_little())
    return lines


def too_little() -> Message:
    """Why nobody should be named as a broker."""
    return message(
        "That is less than {enough} %: too little to name anybody on whom the network hangs. Ties"
        " that nobody has told us of may hold it together.",
        enough=round(100 * ENOUGH),
    )


def _percent(number: int, rests: Rests) -> int:
    return round(100 * number / rests.organisations)

"""Sentences about how near two are."""

from __future__ import annotations

import numpy as np

from matcher.signals import Query
from matcher.signals.place import kilometres as kilometres_apart
from matcher.suggest import Reason
from matcher.wording.message import Message, message
from matcher.wording.suggestion.pair import Pair
from matcher.wording.suggestion.signal_texts import Texts, Unknown

# Below it a distance says no more than "next door": addresses are points, houses are not.
NEXT_DOOR_KM = 0.1
# From here on tenths of a kilometre tell nothing.
FAR_KM = 10.0

THEIR_MUNICIPALITY = Unknown(
    message("We do not know which municipality they are in."),
    message("Look up which municipality they are in."),
)


def kilometres(km: float) -> Message:
    """A distance, as exact as it is useful."""
    if km < NEXT_DOOR_KM:
        return message("Less than 100 metres")
    return message("{km} km", km=round(km) if km >= FAR_KM else km)


def _place_unknown(pair: Pair) -> Unknown:
    if not _placed(pair.query):
        return Unknown(
            pair.said(
                message("We do not know where you are."),
                message("The idea does not say where."),
            ),
            pair.said(message("Say where you are."), message("Say where the idea belongs.")),
        )
    if not _has_place(pair, pair.they):
        return Unknown(
            message("We do not know where they are."), message("Ask them where they are.")
        )
    return Unknown(
        pair.said(
            message("We do not know how far apart you are."),
            message("We do not know how far away they are."),
        ),
        message("Write the addresses in full."),
    )


def _distance(pair: Pair, reason: Reason) -> Message:
    """How far apart the two are, or which area both are in."""
    if not reason.facts:
        km = float(kilometres_apart(pair.landscape, pair.query, np.array([pair.they]))[0])
        if np.isnan(km):
            return pair.said(
                message("They are in another municipality than you."),
                message("They are in another municipality than the idea."),
            )
        return message("{distance} apart.", distance=kilometres(km))
    fact = reason.facts[0]
    if fact.amount is not None:
        return message("{distance} apart.", distance=kilometres(fact.amount))
    if fact.kind == "postcode":
        return message("Both have postcode {postcode}.", postcode=fact.id or "")
    return pair.said(
        message("Both are in {area}.", area=fact.id or ""),
        message("They are in {area}, where the idea belongs.", area=fact.id or ""),
    )


def _placed(query: Query) -> bool:
    codes = (query.municipality, query.district, query.postcode)
    return max(codes) >= 0 or not np.isnan(query.point[0])


def _has_place(pair: Pair, row: int) -> bool:
    places = pair.landscape.places
    codes = (places.municipality[row], places.district[row], places.postcode[row])
    return max(codes) >= 0 or not np.isnan(places.lat[row])


TEXTS = {
    "nearness": Texts(
        label=message("You are near each other."),
        unknown=_place_unknown,
        found=_distance,
        short=_distance,
    ),
}

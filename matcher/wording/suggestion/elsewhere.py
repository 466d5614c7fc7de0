"""Sentences about place, partners and sector."""

from __future__ import annotations

import numpy as np

from matcher.landscape.arrays import row_of
from matcher.signals import Query
from matcher.signals.partners import OWN, THEIRS
from matcher.signals.place import kilometres as kilometres_apart
from matcher.suggest import Fact, Reason
from matcher.wording.message import Message, message, messages_n
from matcher.wording.suggestion.pair import Pair, some

# Below it a distance says no more than "next door": addresses are points, houses are not.
NEXT_DOOR_KM = 0.1
# Ties as in collaborations of more than five, on average.
LOOSE = 0.25
# From here on tenths of a kilometre tell nothing.
FAR_KM = 10.0


def kilometres(km: float) -> Message:
    """A distance, as exact as it is useful."""
    if km < NEXT_DOOR_KM:
        return message("Less than 100 metres")
    return message("{km} km", km=round(km) if km >= FAR_KM else km)


def nearness(pair: Pair, reason: Reason) -> Message:
    """How far apart the two are, or which area both are in."""
    if reason.value is None:
        if not _placed(pair.query):
            return message("We do not know where you are.")
        if not _has_place(pair, pair.they):
            return message("We do not know where they are.")
        return message("We do not know how far apart you are.")
    if not reason.facts:
        km = float(kilometres_apart(pair.landscape, pair.query, np.array([pair.they]))[0])
        if np.isnan(km):
            return message("They are in another municipality than you.")
        return message("{distance} apart.", distance=kilometres(km))
    fact = reason.facts[0]
    if fact.amount is not None:
        return message("{distance} apart.", distance=kilometres(fact.amount))
    if fact.kind == "postcode":
        return message("Both have postcode {postcode}.", postcode=fact.id or "")
    return message("Both are in {area}.", area=fact.id or "")


def common_partners(pair: Pair, reason: Reason) -> Message:
    """The partners in common by name, or the first of them."""
    if reason.value is None:
        if not len(pair.query.partners):
            return message("We know of no partners of yours.")
        return message("We know of no partners of theirs.")
    if not reason.facts:
        return message("You have no partners in common.")
    return messages_n(
        "{n} common partner: {names}.",
        "{n} common partners: {names}.",
        n=len(reason.facts),
        names=some([_name(pair, fact) for fact in reason.facts]),
    )


def partners_apart(pair: Pair, reason: Reason) -> Message:
    """Why the common partners do not count for more."""
    if not reason.facts or reason.value is None:
        return common_partners(pair, reason)
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


def other_sector(pair: Pair, reason: Reason) -> Message:
    """Their sector, seen from the asker's."""
    if reason.value is None:
        if pair.query.sector < 0:
            return message("We do not know your sector.")
        return message("We do not know their sector.")
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


def _name(pair: Pair, fact: Fact) -> str:
    return pair.landscape.names[pair.landscape.index_of(fact.id or "")]


def _placed(query: Query) -> bool:
    codes = (query.municipality, query.district, query.postcode)
    return max(codes) >= 0 or not np.isnan(query.point[0])


def _has_place(pair: Pair, row: int) -> bool:
    places = pair.landscape.places
    codes = (places.municipality[row], places.district[row], places.postcode[row])
    return max(codes) >= 0 or not np.isnan(places.lat[row])

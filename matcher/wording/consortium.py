"""Consortia as the command line, the API and the pages show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matcher.brief import Slot
from matcher.compose import Consortia, Consortium, Member, Uncovered
from matcher.landscape import SECTORS, Landscape
from matcher.text import fold
from matcher.wording.labels import sector_label
from matcher.wording.message import Message, Value, Words, listed, message, messages_n
from matcher.wording.say import say


def spoken_consortia(
    found: Consortia, landscape: Landscape, brief: Mapping[str, Any], language: str
) -> dict[str, Any]:
    """The answer as plain data, every text in a language.

    Slots are known by their names, which are the brief's own words in every language; `label` is
    what a slot is called where a term says it. An organisation that is hidden and was already in
    is named, for the brief names it.
    """
    return {
        "brief": dict(brief),
        "consortia": [
            {
                **_consortium(each, found, landscape, language),
                "text": say(how_sure(each, first=each is found.consortia[0]), language),
            }
            for each in found.consortia
        ],
        "greedy": _consortium(found.greedy, found, landscape, language),
        "candidates": found.candidates,
        "slots": [
            {
                "name": slot.name,
                "label": say(slot_label(slot, landscape), language),
                "needs": [landscape.vocabularies["capacity"].ids[term] for term in slot.needs],
                "sector": SECTORS[slot.sector] if slot.sector >= 0 else None,
            }
            for slot in found.slots
        ],
    }


def slot_label(slot: Slot, landscape: Landscape) -> Value:
    """What a slot is called: the label of its one need, if it is named by that, else its name."""
    if len(slot.needs) == 1:
        words = landscape.vocabularies["capacity"]
        (term,) = slot.needs
        label = Words(da=words.da[term], en=words.en[term])
        if fold(slot.name) in {fold(each) for each in (words.ids[term], label.da, label.en)}:
            return label
    return slot.name


def how_sure(consortium: Consortium, *, first: bool = True) -> Message:
    """Whether it is the cheapest (of a later one: but for those before it), or how far from it."""
    if consortium.optimal and first:
        return message("No cheaper one covers as much.")
    if consortium.optimal:
        return message("None but those before it covers as much for less.")
    if consortium.gap is None:
        return message("Whether a cheaper one covers as much is not known.")
    return message(
        "The cheapest one may cost up to {percent} % less.", percent=consortium.gap * 100
    )


def why_empty(empty: Uncovered, slots: Sequence[Slot], landscape: Landscape) -> Message:
    """Why nobody fills a place, and where that helps, what to change."""
    slot = Slot(name="", sector=-1) if empty.slot is None else slots[empty.slot]
    sector = slot.sector if empty.sector is None else empty.sector
    match empty.why:
        case "no_room":
            return message("Somebody could fill it if more members are allowed.")
        case "left_out":
            return message("Those who could fill it are excluded, too far away or not open to it.")
        case "not_together":
            return message(
                "Each part is offered ({needs}), but not all by one organisation. Split the slot.",
                needs=_terms(slot.needs, landscape),
            )
        case "too_small":
            return message("Nobody who offers it has as much as is needed.")
        case "other_sector":
            return message(
                "Those who offer it are of other sectors than {sector}.", sector=_sector(sector)
            )
        case "nobody" if empty.lacking:
            return message(
                "Nobody who could be asked offers {needs}.",
                needs=_terms(empty.lacking, landscape),
            )
        case "nobody":
            return message("There is nobody to ask of the sector {sector}.", sector=_sector(sector))


def introductions(number: int) -> Message:
    """How many have to be introduced."""
    return messages_n("{n} new introduction", "{n} new introductions", n=number)


def _consortium(
    one: Consortium, found: Consortia, landscape: Landscape, language: str
) -> dict[str, Any]:
    names = [slot.name for slot in found.slots]
    return {
        "members": [_member(member, names, landscape) for member in one.members],
        "cost": one.cost,
        "optimal": one.optimal,
        "gap": one.gap,
        "introductions": one.introductions,
        "uncovered": [_name(empty, names) for empty in one.uncovered],
        "reserves": {
            name: [_organisation(row, landscape) for row in rows]
            for name, rows in zip(names, one.reserves, strict=True)
        },
        "why_uncovered": [
            {
                "name": _name(empty, names),
                "reason": empty.why,
                "text": say(why_empty(empty, found.slots, landscape), language),
            }
            for empty in one.uncovered
        ],
        "text": say(how_sure(one), language),
    }


def _member(member: Member, names: Sequence[str], landscape: Landscape) -> dict[str, Any]:
    return {
        **_organisation(member.organisation, landscape),
        "slots": [names[slot] for slot in member.slots],
        "sectors": [SECTORS[sector] for sector in member.sectors],
        "cost": member.cost,
        "already_in": member.already_in,
        "introduction": member.introduction,
        "steps": member.steps,
        "km": member.km,
    }


def _organisation(row: int, landscape: Landscape) -> dict[str, Any]:
    return {"id": landscape.ids[row], "name": landscape.names[row]}


def _name(empty: Uncovered, names: Sequence[str]) -> str:
    """A slot by its name, a sector by our word for it."""
    if empty.slot is not None:
        return names[empty.slot]
    return SECTORS[empty.sector] if empty.sector is not None else ""


def _terms(terms: Sequence[int], landscape: Landscape) -> Value:
    words = landscape.vocabularies["capacity"]
    return listed([Words(da=words.da[term], en=words.en[term]) for term in terms])


def _sector(sector: int) -> Message:
    return sector_label(SECTORS[sector] if sector >= 0 else None)

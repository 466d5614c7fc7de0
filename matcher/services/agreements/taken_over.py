"""What an agreement takes over from elsewhere: parties, purpose, funding, the law on children."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.partnership.agreement import Content, certificate_of, purpose_confirmed, texts_of
from matcher.partnership.agreement_texts import Section
from matcher.partnership.written import Grid
from matcher.wording.kroner import kroner
from matcher.wording.message import Words, message
from matcher.wording.say import say

PARTY, ROLE, CONTACT = message("Party"), message("Role"), message("Contact person")
CONTACT_POINTS, DEPUTY = message("E-mail and phone"), message("Deputy")


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenOver:
    """What a section has before anything is written into it."""

    facts: tuple[tuple[str, str], ...] = ()
    paragraphs: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()


def taken_over(content: Content, section: Section, language: str, *, contacts: bool) -> TakenOver:
    """What a section takes over, in one language; contact persons only if asked for."""
    match section.takes_over:
        case "parties":
            return TakenOver(grids=_parties(content, language, contacts=contacts))
        case "purpose":
            return _purpose(content, language)
        case "child_protection":
            said = texts_of(content).said[f"certificate_{certificate_of(content)}"]
            return TakenOver(paragraphs=(say(said, language),))
        case "funding":
            return TakenOver(facts=_funding(content, language))
        case None:
            return TakenOver()


def _parties(content: Content, language: str, *, contacts: bool) -> tuple[Grid, ...]:
    columns = (PARTY, CONTACT, CONTACT_POINTS, DEPUTY) if contacts else (PARTY, ROLE)
    rows = tuple(
        _contacts(each) if contacts else (each["name"], each["role"] or "–")
        for each in content["parties"]
    )
    if not rows:
        return ()
    return (Grid(columns=tuple(say(each, language) for each in columns), rows=rows),)


def _contacts(party: dict[str, Any]) -> tuple[str, ...]:
    def together(*fields: str) -> str:
        return ", ".join(party[field] for field in fields if party.get(field)) or "–"

    return (
        party["name"],
        together("contact_name"),
        together("contact_email", "contact_phone"),
        together("deputy_name", "deputy_email"),
    )


def _purpose(content: Content, language: str) -> TakenOver:
    purpose, said = content["purpose"], texts_of(content).said
    facts = [
        (say(Words(**answer["heading"]), language), answer["text"]) for answer in purpose["answers"]
    ]
    if not facts:
        state = "purpose_missing"
        facts = [(say(message("Purpose"), language), purpose["plain"])] if purpose["plain"] else []
    else:
        state = "purpose_confirmed" if purpose_confirmed(content) else "purpose_open"
    if content["target_groups"]:
        labels = [say(Words(da=e["da"], en=e["en"]), language) for e in content["target_groups"]]
        facts.append((say(message("Target groups"), language), "; ".join(labels)))
    return TakenOver(facts=tuple(facts), paragraphs=(say(said[state], language),))


def _funding(content: Content, language: str) -> tuple[tuple[str, str], ...]:
    funding = content["funding"]
    told = (
        (message("Funded by"), funding["source"]),
        (message("Amount of funding"), _amount(funding["amount"], language)),
        (message("Funding ends"), _day(funding["end"], language)),
    )
    return tuple((say(label, language), text) for label, text in told if text)


def _amount(amount: float | None, language: str) -> str | None:
    return None if amount is None else kroner(amount, language)


def _day(day: str | None, language: str) -> str | None:
    return None if day is None else say(date.fromisoformat(day), language)

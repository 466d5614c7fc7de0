"""The records of collaborations that are carried on, each as far as its number says.

Of four collaborations one has but begun with the purpose, one waits for some answers, one has a
text that not all have confirmed, one a text that all have. Of three one has no agreement, one a
draft, one a version that all accepted and a newer one that half have. Of five one takes a pulse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from matcher.partnership import agreement
from matcher.partnership.agreement_texts import agreement_texts
from matcher.partnership.anchoring_texts import anchoring_texts
from matcher.partnership.pulse_texts import pulse_texts
from matcher.partnership.purpose_texts import purpose_texts
from matcher.store.documents.anchoring import EMPTY as NO_PLAN
from matcher.store.documents.anchoring import EMPTY_TALK
from matcher.store.tables import (
    Acceptance,
    Agreement,
    AgreementVersion,
    AnchoringPlan,
    Base,
    Partnership,
    Party,
    PersonalLink,
    Pulse,
    PulseAnswer,
    Purpose,
    PurposeAnswer,
    PurposeConfirmation,
    Shortlist,
    ShortlistEntry,
    ShortlistStep,
    Talk,
)
from matcher.store.tables.base import new_id, now

PEOPLE = 1_000  # contact persons, each of several parties
LISTED = 10  # collaborations that came of one shortlist, and candidates on it
STEPS = ("contacted", "answered", "met", "agreed")
TEXT = "Fordi vi vil det sammen, og fordi de, som det er for, har bedt om det. " * 4

Row = tuple[type[Base], dict[str, Any]]
Rows = Iterable[Row]


@dataclass(frozen=True, kw_only=True, slots=True)
class Here:
    """A collaboration with its number, who of the house answers for it, and who takes part."""

    number: int
    id: str
    title: str
    owner: str
    begun: date
    members: tuple[str, ...]

    def party(self, member: str) -> str:
        """The id of an organisation as a party."""
        return new_id(self.id, member)


def rows_of(collaborations: Iterable[Here], today: date) -> Iterator[Row]:
    """All their records."""
    there = list(collaborations)
    for at in range(0, len(there), LISTED):
        yield from _shortlist(there[at : at + LISTED])
    person = 0
    for one in there:
        listed = new_id("list", str(one.number // LISTED))
        yield Partnership, {"id": one.id, "owner_id": one.owner, "shortlist_id": listed}
        for member in one.members:
            yield from _party(one, member, person)
            person = (person + 1) % PEOPLE
        yield from _purpose(one)
        yield from _agreement(one)
        yield from _anchoring(one, today)
        yield from _pulses(one, today)


def _shortlist(some: Sequence[Here]) -> Iterator[Row]:
    key = new_id("list", str(some[0].number // LISTED))
    yield Shortlist, {"id": key, "title": f"Liste {some[0].number // LISTED}",
                      "organisation_id": some[0].members[0]}  # fmt: skip
    candidates = sorted({member for one in some for member in one.members})[:LISTED]
    for place, member in enumerate(candidates):
        taken = STEPS[: 1 + place % len(STEPS)]
        yield ShortlistEntry, {"shortlist_id": key, "organisation_id": member, "position": place,
                               "status": taken[-1], "added": _at(some[0].begun)}  # fmt: skip
        for position, state in enumerate(taken):
            yield (
                ShortlistStep,
                {
                    "shortlist_id": key,
                    "organisation_id": member,
                    "position": position,
                    "state": state,
                    "came_from": STEPS[position - 1] if position else "suggested",
                    "day": some[0].begun + timedelta(7 * position),
                    "by": "Owner",
                    "by_id": some[0].owner,
                },
            )


def _party(one: Here, member: str, person: int) -> Iterator[Row]:
    yield (
        Party,
        {
            "id": one.party(member),
            "collaboration_id": one.id,
            "organisation_id": member,
            "contact_name": f"Contact {person}",
            "contact_email": f"contact-{person}@samspil.example",
        },
    )
    yield (
        PersonalLink,
        {
            "id": new_id("link", one.party(member)),
            "subject": "party",
            "subject_id": one.party(member),
            "created": _at(one.begun),
            "expires": now() + timedelta(300),
        },
    )


def _purpose(one: Here) -> Iterator[Row]:
    come = one.number % 4
    texts = {each.id: TEXT for each in purpose_texts().questions}
    heard = {"heard": "yes", "heard_how": TEXT}
    for place, member in enumerate(one.members if come else ()):
        if come > 1 or place % 2:
            yield PurposeAnswer, {"party_id": one.party(member), "answered": _at(one.begun),
                                  "name": "Contact",
                                  "content": {"texts": texts, **heard}}  # fmt: skip
        if come == 3 or (come == 2 and place % 2):
            yield PurposeConfirmation, {"party_id": one.party(member), "edition": 1,
                                        "name": "Contact"}  # fmt: skip
    if come > 1:
        yield Purpose, {"id": one.id,
                        "content": {"texts": texts, **heard, "laid_open": False,
                                    "edition": 1}}  # fmt: skip


def _agreement(one: Here) -> Iterator[Row]:
    come = one.number % 3
    if not come:
        return
    sections = _sections(one)
    yield Agreement, {"id": one.id, "content": {"sections": sections}}
    for number in (1, 2) if come == 2 else ():
        key = new_id(one.id, "version", str(number))
        yield AgreementVersion, {
            "id": key,
            "collaboration_id": one.id,
            "number": number,
            "made_by": "Owner",
            "content": {**agreement.EMPTY, "title": one.title, "sections": sections,
                        "parties": [_named(member) for member in one.members]},
        }  # fmt: skip
        for place, member in enumerate(one.members):
            if number == 1 or place % 2:
                yield Acceptance, {"agreement_version_id": key, "party_id": one.party(member),
                                   "name": "Contact"}  # fmt: skip


def _sections(one: Here) -> dict[str, dict[str, Any]]:
    parts = dict.fromkeys(one.members, "takes_part")
    said = {"text": TEXT, "yes_no": True,
            "grid": [{"task": f"Opgave {n}", "parts": parts} for n in range(8)]}  # fmt: skip
    return {
        section.id: {
            field.id: said[field.kind] if field.kind in said else next(iter(field.choices))
            for field in section.fields
            if field.kind in said or field.choices
        }
        for section in agreement_texts().sections
    }


def _named(member: str) -> dict[str, Any]:
    contacts = ("contact_name", "contact_email", "contact_phone", "deputy_name", "deputy_email")
    return {"organisation": member, "name": f"Aktør {int(member[1:])}", "role": None,
            **dict.fromkeys(contacts)}  # fmt: skip


def _anchoring(one: Here, today: date) -> Iterator[Row]:
    texts = anchoring_texts()
    if one.number % 2:
        answers = {each.id: TEXT for each in texts.questions}
        yield AnchoringPlan, {"id": one.id, "content": {**NO_PLAN, "answers": answers}}
    for number, kind in enumerate(("start", "midway")):
        held = one.begun + timedelta(200 * number)
        if held > today:
            return
        decisions = [
            {"id": new_id(one.id, kind, str(n)), "what": f"Beslutning {n}", "owner": "Contact",
             "party": one.party(one.members[n % len(one.members)]),
             "day": (held + timedelta(90 * (n + 1))).isoformat(),
             "done": held.isoformat() if n % 2 else None}
            for n in range(3)
        ]  # fmt: skip
        yield Talk, {
            "id": new_id(one.id, kind),
            "collaboration_id": one.id,
            "content": {**EMPTY_TALK, "kind": kind, "held": held.isoformat(), "log": TEXT,
                        "agenda": {each.id: TEXT for each in texts.domains},
                        "decisions": decisions},
        }  # fmt: skip


def _pulses(one: Here, today: date) -> Iterator[Row]:
    asked = [today - timedelta(days) for days in (400, 220) if one.begun < today - timedelta(days)]
    if one.number % 5 == 0:
        asked.append(today - timedelta(5))
    places = {each.id: 1 + one.number % 5 for each in pulse_texts().questions}
    for day in asked:
        key = new_id(one.id, "pulse", day.isoformat())
        yield Pulse, {"id": key, "collaboration_id": one.id, "opened": day,
                      "until": day + timedelta(14), "opened_by": "Owner"}  # fmt: skip
        for member in one.members[: -1 if day + timedelta(14) >= today else None]:
            yield PulseAnswer, {"pulse_id": key, "party_id": one.party(member),
                                "content": {"answers": places, "open": []}}  # fmt: skip


def _at(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)

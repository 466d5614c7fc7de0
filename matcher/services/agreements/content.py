"""What the agreement of a collaboration says today: its draft with all that it takes over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.errors import Refusal
from matcher.partnership.agreement import Content, with_dates, without_empty
from matcher.partnership.purpose_texts import purpose_texts
from matcher.services.vocabularies import Vocabularies
from matcher.store import documents
from matcher.store.documents.agreements import EMPTY
from matcher.store.queries import organisations, parties, purposes
from matcher.store.queries.terms import terms
from matcher.store.session import Session
from matcher.wording.message import message

_CONTACTS = ("contact_name", "contact_email", "contact_phone", "deputy_name", "deputy_email")


@dataclass(frozen=True, kw_only=True, slots=True)
class Today:
    """An agreement as it is now: the records behind it, and what it says.

    `draft` is what has been written, by section; `content` the whole with what is taken over.
    """

    title: str
    recorded: str | None
    start: str | None
    end: str | None
    draft: Mapping[str, Any]
    content: Content


def today(session: Session, collaboration_id: str, as_of: date) -> Today:
    """The agreement of a collaboration on a day; Refusal (not_found) if there is none such."""
    found = documents.read(session, "collaboration", [collaboration_id])
    if collaboration_id not in found:
        raise Refusal("not_found", message("There is no such collaboration."))
    collaboration = found[collaboration_id]
    kept = documents.read(session, "agreement", [collaboration_id])
    sections = kept.get(collaboration_id, EMPTY)["sections"]
    start, end = collaboration["start"], collaboration["end"]
    return Today(
        title=collaboration["title"],
        recorded=collaboration["agreement"],
        start=start,
        end=end,
        draft=sections,
        content={
            "title": collaboration["title"],
            "sections": without_empty(with_dates(sections, start=start, end=end)),
            "parties": _parties(session, collaboration_id, collaboration, as_of),
            "purpose": _purpose(session, collaboration_id, collaboration),
            "target_groups": _target_groups(session, collaboration["target_groups"]),
            "funding": {
                "source": collaboration["funding_source"],
                "amount": collaboration["funding_amount"],
                "end": collaboration["funding_end"],
            },
        },
    )


def _parties(
    session: Session, collaboration_id: str, collaboration: Mapping[str, Any], as_of: date
) -> list[dict[str, Any]]:
    """Who takes part on the day: as parties, or as participants before anything has been done."""
    lines = parties.of(session, collaboration_id, as_of)
    known = {
        line.organisation_id: {
            "organisation": line.organisation_id,
            "name": line.name,
            "role": line.role,
            **{field: getattr(line, field) for field in _CONTACTS},
        }
        for line in lines
        if not line.left
    }
    others = {
        each["organisation"]: each["role"]
        for each in collaboration["participants"]
        if each["organisation"] not in {line.organisation_id for line in lines}
        and (each["until"] is None or each["until"] >= as_of.isoformat())
    }
    names = organisations.names(session, set(others))
    newcomers = [
        {"organisation": key, "name": names[key], "role": role, **dict.fromkeys(_CONTACTS)}
        for key, role in others.items()
    ]
    return [*known.values(), *sorted(newcomers, key=lambda each: str(each["name"]))]


def _purpose(
    session: Session, collaboration_id: str, collaboration: Mapping[str, Any]
) -> dict[str, Any]:
    """The shared purpose with who confirmed it; what the collaboration says where there is none."""
    agreed = purposes.confirmed_purpose(session, collaboration_id)
    texts = agreed.texts if agreed else {}
    return {
        "answers": [
            {
                "id": each.id,
                "heading": {"da": each.heading.da, "en": each.heading.en},
                "text": texts[each.id],
            }
            for each in purpose_texts().questions
            if texts.get(each.id)
        ],
        "confirmed_by": list(agreed.confirmed_by) if agreed else [],
        "plain": None if texts else collaboration["purpose"],
    }


def _target_groups(session: Session, chosen: list[str]) -> list[dict[str, Any]]:
    words = Vocabularies(terms(session))
    ages = {line.id: line.ages for line in words.lines if line.vocabulary == "target_group"}
    labels = {key: words.words("target_group", key) for key in chosen}
    return [
        {
            "id": key,
            "da": label.da,
            "en": label.en,
            "ages": list(ages.get(key, (None, None))),
        }
        for key, label in labels.items()
    ]

"""What the agreement of a collaboration says today: its draft with all that it takes over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.errors import Refusal
from matcher.partnership.agreement import Content, with_dates, without_empty
from matcher.partnership.agreement_texts import agreement_texts
from matcher.partnership.purpose_texts import purpose_texts
from matcher.services.vocabularies import Vocabularies
from matcher.store import documents
from matcher.store.documents.agreements import EMPTY
from matcher.store.queries import organisations, parties, purposes
from matcher.store.queries.parties import PartyLine
from matcher.store.queries.purposes import AgreedPurpose
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
    found = todays(session, [collaboration_id], as_of)
    if collaboration_id not in found:
        raise Refusal("not_found", message("There is no such collaboration."))
    return found[collaboration_id]


def todays(session: Session, collaborations: Collection[str], as_of: date) -> dict[str, Today]:
    """The agreements of these collaborations on a day; unknown ids are left out."""
    found = documents.read(session, "collaboration", collaborations)
    drafts = documents.read(session, "agreement", found)
    lines = parties.lines(session, as_of, found)
    agreed = purposes.confirmed_purposes(session, found)
    words = Vocabularies(terms(session))
    ages = {line.id: line.ages for line in words.lines if line.vocabulary == "target_group"}
    newcomers = {key: _newcomers(each, lines.get(key, ()), as_of) for key, each in found.items()}
    names = organisations.names(session, {who for those in newcomers.values() for who in those})
    return {
        key: _today(
            collaboration,
            drafts.get(key, EMPTY)["sections"],
            parties=[*_parties(lines.get(key, ())), *_named(newcomers[key], names)],
            purpose=_purpose(agreed.get(key), collaboration["purpose"]),
            target_groups=_target_groups(words, ages, collaboration["target_groups"]),
        )
        for key, collaboration in found.items()
    }


def _today(
    collaboration: Mapping[str, Any], sections: Mapping[str, Any], **taken_over: Any
) -> Today:
    start, end = collaboration["start"], collaboration["end"]
    return Today(
        title=collaboration["title"],
        recorded=collaboration["agreement"],
        start=start,
        end=end,
        draft=sections,
        content={
            "title": collaboration["title"],
            "edition": agreement_texts().edition,
            "sections": without_empty(with_dates(sections, start=start, end=end)),
            **taken_over,
            "funding": {
                "source": collaboration["funding_source"],
                "amount": collaboration["funding_amount"],
                "end": collaboration["funding_end"],
            },
        },
    )


def _parties(lines: Iterable[PartyLine]) -> list[dict[str, Any]]:
    """The parties that take part."""
    return [
        {
            "organisation": line.organisation_id,
            "name": line.name,
            "role": line.role,
            **{field: getattr(line, field) for field in _CONTACTS},
        }
        for line in lines
        if not line.left
    ]


def _newcomers(
    collaboration: Mapping[str, Any], lines: Iterable[PartyLine], as_of: date
) -> dict[str, str | None]:
    """The roles of those who take part on the day and are no party yet, by organisation."""
    known = {line.organisation_id for line in lines}
    return {
        each["organisation"]: each["role"]
        for each in collaboration["participants"]
        if each["organisation"] not in known
        and (each["until"] is None or each["until"] >= as_of.isoformat())
    }


def _named(newcomers: Mapping[str, str | None], names: Mapping[str, str]) -> list[dict[str, Any]]:
    found = [
        {"organisation": key, "name": names[key], "role": role, **dict.fromkeys(_CONTACTS)}
        for key, role in newcomers.items()
    ]
    return sorted(found, key=lambda each: str(each["name"]))


def _purpose(agreed: AgreedPurpose | None, plain: str | None) -> dict[str, Any]:
    """The shared purpose with who confirmed it; what the collaboration says where there is none."""
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
        "plain": None if texts else plain,
    }


def _target_groups(
    words: Vocabularies, ages: Mapping[str, tuple[int | None, int | None]], chosen: list[str]
) -> list[dict[str, Any]]:
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

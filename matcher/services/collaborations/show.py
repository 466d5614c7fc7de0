"""One collaboration with its participants, for its page and its form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.errors import Refusal
from matcher.services.access import Actor, may, require, visible
from matcher.services.collaborations.form import form_of
from matcher.services.collaborations.timing import State, state, warning
from matcher.services.forms import Form
from matcher.services.installation import Installation
from matcher.services.references import organisations_in
from matcher.services.vocabularies import Vocabularies
from matcher.services.way import Way, way_of
from matcher.store import documents
from matcher.store.asked_once import asked_once
from matcher.store.queries import collaborations, organisations, parties
from matcher.store.queries.organisations import OrganisationLine
from matcher.store.queries.terms import terms
from matcher.text import danish_key
from matcher.wording.message import Message, Words, message


@dataclass(frozen=True, kw_only=True, slots=True)
class Participant:
    """An organisation that takes part, with its role and its own dates."""

    organisation: OrganisationLine
    role: str | None
    since: date | None
    until: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CollaborationPage:
    """What a collaboration's page tells; participants are in Danish order of their names.

    `shortlist` (id, title) is the one that it came of, if of any; `way` how far it has come, None
    where fewer than two take part.
    """

    id: str
    version: int
    title: str
    state: State
    warning: Message | None
    start: date | None
    end: date | None
    purpose: str | None
    area: str | None
    funding_source: str | None
    funding_amount: float | None
    funding_end: date | None
    agreement: str | None
    themes: tuple[Words, ...]
    target_groups: tuple[Words, ...]
    participants: tuple[Participant, ...]
    sources: tuple[tuple[str, str], ...]
    shortlist: tuple[str, str] | None
    way: Way | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CollaborationFormPage:
    """A form with what it was filled from; one for a new collaboration has version 0."""

    title: str
    version: int
    form: Form
    vocabularies: Vocabularies


def show_collaboration(
    installation: Installation, actor: Actor, collaboration_id: str, *, as_of: date
) -> CollaborationPage:
    """The collaboration as this person may see it; Refusal (not_found) if there is none."""
    require(actor, "show_collaboration")
    with installation.reading() as session, asked_once(session):
        head = parties.head(session, collaboration_id)
        if head is None:
            raise _no_such()
        found = documents.read(session, "collaboration", [collaboration_id])
        document = visible(actor, _there(found, collaboration_id))
        partners = organisations.lines_of(session, organisations_in("collaboration", document))
        words = Vocabularies(terms(session))
        sources = collaborations.sources(session, collaboration_id)
        way = None
        if len(document["participants"]) > 1 and may(actor, "show_partnership"):
            way = way_of(installation, session, actor, collaboration_id, as_of)
    start, end, funding_end = (_day(document[name]) for name in ("start", "end", "funding_end"))
    return CollaborationPage(
        id=collaboration_id,
        version=head.version,
        title=document["title"],
        state=state(start, end, as_of),
        warning=warning(end, funding_end, as_of),
        start=start,
        end=end,
        purpose=document["purpose"],
        area=document["area"],
        funding_source=document["funding_source"],
        funding_amount=document["funding_amount"],
        funding_end=funding_end,
        agreement=document["agreement"],
        themes=tuple(words.words("theme", term) for term in document["themes"]),
        target_groups=tuple(
            words.words("target_group", term) for term in document["target_groups"]
        ),
        participants=_participants(document["participants"], partners),
        sources=sources,
        shortlist=head.origin,
        way=way,
    )


def edit_collaboration(
    installation: Installation,
    actor: Actor,
    collaboration_id: str | None = None,
    *,
    participant: str | None = None,
) -> CollaborationFormPage:
    """The form of a collaboration, or an empty one that begins with a participant (an id)."""
    require(actor, "save_collaboration")
    with installation.reading() as session:
        words = Vocabularies(terms(session))
        if collaboration_id is None:
            begins = [participant] if participant else []
            document: dict[str, Any] = {"title": "", "participants": [_bare(key) for key in begins]}
            version = 0
        else:
            found = documents.read(session, "collaboration", [collaboration_id])
            document = _there(found, collaboration_id)
            version = collaborations.version(session, collaboration_id) or 0
        names = organisations.names(session, organisations_in("collaboration", document))
    return CollaborationFormPage(
        title=document["title"],
        version=version,
        form=form_of(document, names),
        vocabularies=words,
    )


def _there(found: dict[str, dict[str, Any]], key: str) -> dict[str, Any]:
    if key not in found:
        raise _no_such()
    return found[key]


def _no_such() -> Refusal:
    return Refusal("not_found", message("There is no such collaboration."))


def _bare(organisation: str) -> dict[str, Any]:
    return {"organisation": organisation, "role": None, "since": None, "until": None}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _participants(
    rows: list[dict[str, Any]], lines: dict[str, OrganisationLine]
) -> tuple[Participant, ...]:
    found = [
        Participant(
            organisation=lines[row["organisation"]],
            role=row["role"],
            since=_day(row["since"]),
            until=_day(row["until"]),
        )
        for row in rows
    ]
    return tuple(
        sorted(found, key=lambda one: (danish_key(one.organisation.name), one.organisation.id))
    )

"""Builders of records: each writes through documents, as pages and imports do.

`where` is a Database or an Installation. What is not named is empty; terms must be loaded first
(`make_terms` makes a few).
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

from matcher.services.access import Actor
from matcher.services.installation import Installation
from matcher.services.parties import carried_on
from matcher.services.personal_links import Subject, line, link_of
from matcher.services.shortlists import StepText, take_step
from matcher.services.verdicts.give import verdict_id
from matcher.store import documents
from matcher.store.database import Database
from matcher.store.documents import briefs, collaborations, organisations
from matcher.store.tables import CollaborationIdentity, OrganisationIdentity, Term
from matcher.store.tables.base import new_id
from matcher.store.unit_of_work import UnitOfWork

Where = Database | Installation

READER = Actor(role="reader", id="reader", name="Læser")
EDITOR = Actor(role="editor", id="editor", name="Redaktør")
ADMINISTRATOR = Actor(role="administrator", id="administrator", name="Administrator")

TERMS = {
    "capacity": {
        "meeting-room": ("Mødelokale", "Meeting room"),
        "volunteers": ("Frivillige", "Volunteers"),
        "transport": ("Kørsel", "Transport"),
    },
    "theme": {
        "loneliness": ("Ensomhed", "Loneliness"),
        "green": ("Grønne byrum", "Green spaces"),
        "food": ("Åben mad", "Open food"),
    },
    "target_group": {"older": ("Ældre", "Older people"), "young": ("Unge", "Young people")},
    "kind": {"club": ("Klub", "Club"), "school": ("Skole", "School")},
}


def make_terms(where: Where) -> None:
    """The words of TERMS, in the vocabularies that they stand under."""
    with _writing(where, EDITOR) as work:
        work.session.add_all(
            Term(vocabulary=vocabulary, id=key, da=da, en=en, synonyms=[], group=None)
            for vocabulary, terms in TERMS.items()
            for key, (da, en) in terms.items()
        )
        work.commit()


def make_organisation(
    where: Where,
    name: str = "Valby Beboerhus",
    *,
    id: str | None = None,  # noqa: A002 – what the field is called
    sources: Iterable[tuple[str, str]] = (),
    actor: Actor = EDITOR,
    **fields: Any,
) -> str:
    """An organisation with these fields; offers and needs may be term ids. Gives its id."""
    for side in ("offers", "needs"):
        fields[side] = sorted(
            (
                make_capacity(each) if isinstance(each, str) else each
                for each in fields.get(side, ())
            ),
            key=organisations.capacity_order,
        )
    for words in ("themes", "target_groups"):
        fields[words] = sorted(fields.get(words, ()))
    key = _create(where, "organisation", id, {**organisations.EMPTY, "name": name, **fields}, actor)
    _know_from(where, OrganisationIdentity, "organisation_id", key, sources)
    return key


def make_capacity(term: str, **fields: Any) -> dict[str, Any]:
    """Something offered or needed, as documents hold it."""
    return {**dict.fromkeys(("note", "amount", "unit", "when", "until")), "term": term, **fields}


def make_collaboration(
    where: Where,
    title: str = "Fælles måltider",
    participants: Iterable[str | dict[str, Any]] = (),
    *,
    id: str | None = None,  # noqa: A002 – what the field is called
    sources: Iterable[tuple[str, str]] = (),
    actor: Actor = EDITOR,
    **fields: Any,
) -> str:
    """A collaboration of these organisations (ids, or whole participants). Gives its id."""
    taking_part = sorted(
        (make_participant(each) if isinstance(each, str) else each for each in participants),
        key=lambda each: str(each["organisation"]),
    )
    document = {
        **collaborations.EMPTY,
        "title": title,
        **{name: _iso(value) for name, value in fields.items()},
        "participants": taking_part,
    }
    key = _create(where, "collaboration", id, document, actor)
    _know_from(where, CollaborationIdentity, "collaboration_id", key, sources)
    return key


def make_participant(organisation: str, **fields: Any) -> dict[str, Any]:
    """Somebody who takes part, as documents hold it."""
    dated = {name: _iso(value) for name, value in fields.items()}
    return {"organisation": organisation, "role": None, "since": None, "until": None, **dated}


def make_tie(where: Where, a: str, b: str, *, actor: Actor = EDITOR, **fields: Any) -> str:
    """A reported tie between two organisations. Gives its id."""
    evidence = dict.fromkeys(("kind", "source", "reporter", "date", "end", "confidence"))
    given = {name: _iso(value) for name, value in fields.items()}
    return _create(where, "tie", None, {"a": a, "b": b, **evidence, **given}, actor)


def make_shortlist(
    where: Where,
    title: str = "Partnere til høstfesten",
    organisation: str | None = None,
    entries: Iterable[str] = (),
    *,
    actor: Actor = EDITOR,
) -> str:
    """A shortlist with these candidates, all only suggested. Gives its id."""
    listed = [
        {
            "organisation": each,
            "status": "suggested",
            "note": None,
            "added": "2026-01-02T03:04:05+00:00",
            "why": None,
            "steps": [],
        }
        for each in entries
    ]
    document = {
        "title": title,
        "organisation": organisation,
        "brief": None,
        "entries": listed,
    }
    return _create(where, "shortlist", None, document, actor)


def make_parties(
    where: Installation, collaboration: str, *, actor: Actor = EDITOR, **contact: Any
) -> dict[str, str]:
    """Carry a collaboration on here; gives the party's id by organisation. All get this contact."""
    with where.writing(actor) as work:
        parties = carried_on(work, collaboration, date.today())
        if contact:
            found = documents.read(work.session, "party", [each.id for each in parties])
            after = {key: {**document, **contact} for key, document in found.items()}
            documents.write(work, "party", after, before=found)
        work.commit()
    return {each.organisation_id: each.id for each in parties}


def make_personal_link(
    where: Installation, subject: Subject, subject_id: str, *, actor: Actor = EDITOR
) -> str:
    """A personal link to a party, an event or a calendar; gives its path."""
    with where.writing(actor) as work:
        link = link_of(work, subject, subject_id)
        work.commit()
    return line(where, link).path


def make_verdict(
    where: Where,
    candidate: str,
    verdict: str = "not_relevant",
    *,
    asker: str | None = None,
    brief: str | None = None,
    actor: Actor = EDITOR,
    **fields: Any,
) -> str:
    """What an editor said of a candidate for an organisation or for a brief. Gives its id."""
    document = {
        **dict.fromkeys(("reason", "note")),
        "asker": asker,
        "brief": brief,
        "candidate": candidate,
        "verdict": verdict,
        "given": "2026-01-02T03:04:05+00:00",
        "given_by_id": actor.id,
        "given_by": actor.name,
        **fields,
    }
    return _create(where, "verdict", verdict_id(asker, brief, candidate), document, actor)


def make_brief(
    where: Where,
    title: str = "Fællesspisning for ældre",
    *,
    id: str | None = None,  # noqa: A002 – what the field is called
    actor: Actor = EDITOR,
    **content: Any,
) -> str:
    """A brief of which this is said, in ids. Gives its id."""
    return _create(where, "brief", id, {**briefs.EMPTY, "title": title, **content}, actor)


def make_recipe(where: Where, name: str = "ours", nearness: float = 1.0) -> str:
    """A recipe with one weight, made by an editor. Gives its name."""
    document = {
        "text": recipe_text(name, nearness),
        "made": "2026-01-02T03:04:05+00:00",
        "made_by": EDITOR.name,
    }
    return _create(where, "recipe", name, document, EDITOR)


def recipe_text(name: str = "ours", nearness: float = 1.0) -> str:
    """A recipe that counts nothing but how near somebody is."""
    return f'name = "{name}"\n\n[weights]\nnearness = {nearness}\n'


def _create(
    where: Where, record: str, key: str | None, document: dict[str, Any], actor: Actor
) -> str:
    key = key or new_id()
    with _writing(where, actor) as work:
        documents.write(work, record, {key: document}, before={})
        work.commit()
    return key


def _know_from(
    where: Where, table: type[Any], owner: str, key: str, sources: Iterable[tuple[str, str]]
) -> None:
    rows = [table(**{"source": s, "source_id": i, owner: key}) for s, i in sources]
    if not rows:
        return
    with _writing(where, EDITOR) as work:
        work.session.add_all(rows)
        work.commit()


def _writing(where: Where, actor: Actor) -> AbstractContextManager[UnitOfWork]:
    if isinstance(where, Database):
        return where.writing(actor.id, actor.name)
    return where.writing(actor)


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def make_step(
    where: Installation,
    shortlist: str,
    candidate: str,
    state: str,
    *,
    day: date | None = None,
    as_of: date | None = None,
    actor: Actor = EDITOR,
    **said: str,
) -> None:
    """Note a step with a candidate, today unless said; `said` is note, next_day, reason."""
    today = as_of or date.today()
    text = StepText(state=state, day=(day or today).isoformat(), **said)
    take_step(where, actor, shortlist, candidate, text, as_of=today)

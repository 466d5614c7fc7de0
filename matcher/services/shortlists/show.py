"""Seeing which shortlists there are, and one with its candidates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from matcher.errors import Refusal
from matcher.partnership.steps import Step, due_day, mark_of
from matcher.services.access import Actor, may_be_passed_on, may_see, require, visible
from matcher.services.installation import Installation
from matcher.services.shortlists.candidate import steps_of
from matcher.services.shortlists.why import Why, why_from_json
from matcher.services.vocabularies import Vocabularies
from matcher.store import documents
from matcher.store.queries import shortlists
from matcher.store.queries.organisations import names
from matcher.store.queries.shortlists import LastStep, ShortlistLine
from matcher.store.queries.terms import terms
from matcher.store.session import Session
from matcher.wording.message import Words, message

CONTACT_POINTS = ("email", "phone")


@dataclass(frozen=True, kw_only=True, slots=True)
class EntryView:
    """A candidate on a shortlist, with what the one who asks may see.

    `id` and `name` are the organisation's. `contact` has e-mail, phone, contact person and website
    as far as they are known and may be seen; `withheld` says that there are others, and
    `may_be_passed_on` whether e-mail and phone may leave the house. `note` is None for those who
    may not see it, `why` for a candidate that was not suggested. Of `steps`, the oldest first, they
    see the states and days alone. `mark` goes into forms that add to the steps.
    """

    id: str
    name: str
    sector: str | None
    kind: Words | None
    area: str | None
    hidden: bool
    status: str
    steps: tuple[Step, ...]
    mark: str
    note: str | None
    added: datetime
    why: Why | None
    contact: Mapping[str, str]
    withheld: bool
    may_be_passed_on: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ShortlistView:
    """A shortlist; `organisation` (id, name) is whom it is for, None for an idea.

    `brief` (id, title) is the kept idea that it is for, if any, and `collaborations` (id, title)
    are those that came of it; holders of a link are told of neither.
    """

    id: str
    title: str
    organisation: tuple[str, str] | None
    brief: tuple[str, str] | None
    collaborations: tuple[tuple[str, str], ...]
    updated: datetime
    entries: tuple[EntryView, ...]


def list_shortlists(
    installation: Installation, actor: Actor, *, as_of: date | None = None
) -> tuple[ShortlistLine, ...]:
    """All shortlists, the one that was changed last first; `as_of` asks how much is overdue."""
    require(actor, "list_shortlists")
    with installation.reading() as session:
        found = shortlists.lines(session)
        if as_of is None:
            return found
        steps = shortlists.last_steps(session)
    overdue = Counter(each.shortlist[0] for each in steps if _is_overdue(each, as_of))
    return tuple(replace(line, overdue=overdue[line.id]) for line in found)


def show_shortlist(installation: Installation, actor: Actor, shortlist_id: str) -> ShortlistView:
    """A shortlist with its candidates in their order; Refusal (not_found) if there is none.

    A holder of a link sees those only that are not hidden.
    """
    require(actor, "show_shortlist", shortlist_id)
    with installation.reading() as session:
        document = documents.read(session, "shortlist", [shortlist_id]).get(shortlist_id)
        updated = shortlists.updated(session, shortlist_id)
        if document is None or updated is None:
            raise no_such_shortlist()
        candidates = [entry["organisation"] for entry in document["entries"]]
        found = documents.read(session, "organisation", candidates)
        vocabularies = Vocabularies(terms(session))
        owner = document["organisation"]
        owners = names(session, [owner] if owner else [])
        outside = actor.role == "link"
        brief = None if outside else _brief(session, document["brief"])
        begun = () if outside else shortlists.collaborations_from(session, shortlist_id)
    entries = (
        _entry(actor, entry, found[entry["organisation"]], vocabularies)
        for entry in document["entries"]
    )
    return ShortlistView(
        id=shortlist_id,
        title=document["title"],
        organisation=(owner, owners[owner]) if owner else None,
        brief=brief,
        collaborations=begun,
        updated=updated,
        entries=tuple(each for each in entries if not (each.hidden and outside)),
    )


def shortlists_with(
    installation: Installation, actor: Actor, organisations: Collection[str]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """For each of these organisations the shortlists (id, title) that it is on, if any."""
    require(actor, "list_shortlists")
    with installation.reading() as session:
        return shortlists.holding(session, organisations)


def no_such_shortlist() -> Refusal:
    """What is said of a shortlist that is not there, or no longer."""
    return Refusal(
        "not_found",
        message("There is no such shortlist."),
        message("It may have been deleted. Its history can bring it back."),
    )


def _entry(
    actor: Actor,
    entry: Mapping[str, Any],
    organisation: Mapping[str, Any],
    vocabularies: Vocabularies,
) -> EntryView:
    seen, steps = visible(actor, organisation), steps_of(entry)
    kind = organisation["kind"]
    fields = (*CONTACT_POINTS, "contact_person", "website")
    return EntryView(
        id=entry["organisation"],
        name=organisation["name"],
        sector=organisation["sector"],
        kind=vocabularies.words("kind", kind) if kind else None,
        area=organisation["district"] or organisation["municipality"],
        hidden=organisation["hidden"],
        status=entry["status"],
        steps=tuple(_seen(actor, step) for step in steps),
        mark=mark_of(entry["status"], steps),
        note=entry["note"] if may_see(actor, "note", entry) else None,
        added=datetime.fromisoformat(entry["added"]),
        why=None if entry["why"] is None else why_from_json(entry["why"]),
        contact={field: seen[field] for field in fields if seen.get(field)},
        withheld=any(organisation[field] and field not in seen for field in CONTACT_POINTS),
        may_be_passed_on=may_be_passed_on(organisation),
    )


def _seen(actor: Actor, step: Step) -> Step:
    """A step as the one who asks may see it: who is outside sees how far it has come, no more."""
    return Step(state=step.state, day=step.day) if actor.role == "link" else step


def _brief(session: Session, key: str | None) -> tuple[str, str] | None:
    found = documents.read(session, "brief", [key] if key else [])
    return None if key is None or key not in found else (key, str(found[key]["title"]))


def _is_overdue(last: LastStep, today: date) -> bool:
    day = due_day(Step(state=last.state, day=last.day, next_day=last.next_day))
    return day is not None and day <= today

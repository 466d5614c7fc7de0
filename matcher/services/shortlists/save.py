"""Making a shortlist, giving it another title or owner, deleting it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from matcher.exchange.fault import Fault
from matcher.exchange.text_cells import plain
from matcher.services.access import Actor, require
from matcher.services.forms import Errors, Saved, refuse_errors
from matcher.services.installation import Installation
from matcher.services.references import find_organisation
from matcher.services.shortlists.show import no_such_shortlist
from matcher.services.shortlists.together import settled
from matcher.store import documents
from matcher.store.queries import organisations
from matcher.store.tables.base import new_id
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message

LONGEST_TITLE = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """What a person writes of a shortlist: its title, and whom it is for by name or id.

    `organisation_id` comes from choosing in a list and counts while it goes with the name.
    """

    title: str = ""
    organisation: str = ""
    organisation_id: str = ""


def create_shortlist(installation: Installation, actor: Actor, heading: Heading) -> Saved:
    """Make an empty shortlist. Refusal (invalid) with `fields` for what is wrong."""
    require(actor, "save_shortlist")
    with installation.writing(actor) as work:
        key = new_id()
        document = {**read_heading(work, heading), "brief": None, "entries": []}
        documents.write(work, "shortlist", {key: document}, before={})
        work.commit()
    return Saved(id=key, created=True, changed=True)


def change_shortlist(
    installation: Installation,
    actor: Actor,
    shortlist_id: str,
    heading: Heading,
    before: Heading | None = None,
) -> Saved:
    """Give a shortlist this title and owner.

    `before` is what the form was filled with; None does not ask. Refusal: invalid with `fields`;
    not_found; conflict when somebody else changed the same meanwhile (see `settled`).
    """
    require(actor, "save_shortlist")
    with installation.writing(actor) as work:
        document = shortlist_in(work, shortlist_id)
        now = _heading(work, document)
        texts = settled(_texts(heading), _texts(before) if before else {}, _texts(now))
        wanted = replace(heading, **texts)
        if wanted.organisation == now.organisation:
            wanted = replace(wanted, organisation_id=now.organisation_id)
        after = {**document, **read_heading(work, wanted)}
        done = documents.write(
            work, "shortlist", {shortlist_id: after}, before={shortlist_id: document}
        )
        work.commit()
    return Saved(id=shortlist_id, created=False, changed=bool(done["updated"]))


def delete_shortlist(installation: Installation, actor: Actor, shortlist_id: str) -> str:
    """Delete a shortlist with its candidates, and give its title; the history can bring it back.

    Refusal (not_found) if there is none.
    """
    require(actor, "save_shortlist")
    with installation.writing(actor) as work:
        document = shortlist_in(work, shortlist_id)
        documents.write(work, "shortlist", {shortlist_id: None}, before={shortlist_id: document})
        work.commit()
    return str(document["title"])


def shortlist_in(work: UnitOfWork, shortlist_id: str) -> dict[str, Any]:
    """A shortlist's document; Refusal (not_found) if there is none."""
    found = documents.read(work.session, "shortlist", [shortlist_id])
    if shortlist_id not in found:
        raise no_such_shortlist()
    return found[shortlist_id]


def _heading(work: UnitOfWork, document: dict[str, Any]) -> Heading:
    owner = document["organisation"] or ""
    name = organisations.names(work.session, [owner]).get(owner, "")
    return Heading(title=document["title"], organisation=name, organisation_id=owner)


def _texts(heading: Heading) -> dict[str, str]:
    return {"title": plain(heading.title), "organisation": plain(heading.organisation)}


def read_heading(work: UnitOfWork, heading: Heading) -> dict[str, Any]:
    """The fields of the document that the heading asks for."""
    errors: Errors = {}
    title, owner = plain(heading.title), None
    if not title:
        errors["title"] = message("Write a title.")
    elif len(title) > LONGEST_TITLE:
        errors["title"] = message("Write at most {limit} characters.", limit=LONGEST_TITLE)
    try:
        owner = find_organisation(work, plain(heading.organisation), heading.organisation_id)
    except Fault as fault:
        errors["organisation"] = fault.reason
    refuse_errors(errors)
    return {"title": title, "organisation": owner}

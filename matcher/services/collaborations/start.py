"""Starting a collaboration with those on a shortlist who have agreed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.errors import Refusal
from matcher.exchange.dates import first_day
from matcher.exchange.fault import Fault
from matcher.exchange.text_cells import plain
from matcher.services.access import Actor, require
from matcher.services.forms import Errors, Saved, refuse_errors
from matcher.services.installation import Installation
from matcher.services.parties.making import carried_on
from matcher.services.shortlists.make import title_for
from matcher.services.shortlists.save import LONGEST_TITLE, shortlist_in
from matcher.services.shortlists.show import no_such_shortlist
from matcher.store import documents
from matcher.store.documents.collaborations import EMPTY
from matcher.store.documents.partnerships import EMPTY as EMPTY_PARTNERSHIP
from matcher.store.queries import history
from matcher.store.queries.organisations import names
from matcher.store.queries.people import account_of
from matcher.store.queries.shortlists import collaborations_from
from matcher.store.session import Session
from matcher.store.tables.base import new_id
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message
from matcher.wording.say import LANGUAGES, say

_TEXT = 5000
_FEWEST = 2
_TAKEN_OVER = ("area", "funding_source", "themes", "target_groups")
"""What a collaboration has from the idea without being asked again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StartText:
    """What a person says of a collaboration that is to start.

    `id` is made with the form, so that pressing twice starts one; `together` are the ids of those
    who come along.
    """

    id: str = ""
    title: str = ""
    purpose: str = ""
    start: str = ""
    together: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Starting:
    """The form as it begins; `offered` (id, name) may come along, `begun` (id, title) came before.

    Offered are the one that the shortlist is for, first, and those who have agreed.
    """

    shortlist: tuple[str, str]
    offered: tuple[tuple[str, str], ...]
    begun: tuple[tuple[str, str], ...]
    text: StartText


def starting(
    installation: Installation, actor: Actor, shortlist_id: str, *, as_of: date
) -> Starting:
    """What the form of a collaboration from this shortlist begins with.

    Refusal: not_found for no such shortlist; invalid where nobody has agreed yet.
    """
    require(actor, "save_partnership")
    with installation.reading() as session:
        document = documents.read(session, "shortlist", [shortlist_id]).get(shortlist_id)
        if document is None:
            raise no_such_shortlist()
        offered = _offered(session, document)
        brief = _brief(session, document)
        begun = collaborations_from(session, shortlist_id)
    return Starting(
        shortlist=(shortlist_id, document["title"]),
        offered=tuple(offered.items()),
        begun=begun,
        text=StartText(
            id=new_id(),
            title=brief.get("title") or _own_title(document, offered),
            purpose=brief.get("purpose") or "",
            start=as_of.isoformat(),
            together=tuple(offered),
        ),
    )


def start_collaboration(
    installation: Installation, actor: Actor, shortlist_id: str, text: StartText, *, as_of: date
) -> Saved:
    """Start a collaboration: with its participants, what the idea says, and the parties' contacts.

    Whoever starts it answers for it. That they agreed by word of mouth is known; what is written
    comes later. The same form sent twice starts one. Refusal: not_found; invalid with `fields`.
    """
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        shortlist = shortlist_in(work, shortlist_id)
        there = documents.read(work.session, "partnership", [text.id]).get(text.id)
        if there is not None and there["shortlist_id"] == shortlist_id:
            return Saved(id=text.id, created=False, changed=False)
        document = _read(text, _offered(work.session, shortlist))
        brief = _brief(work.session, shortlist)
        taken_over = {name: brief[name] for name in _TAKEN_OVER if name in brief}
        key = _own_id(work, text.id)
        collaboration = {**EMPTY, **taken_over, **document, "agreement": "oral"}
        partnership = {
            **EMPTY_PARTNERSHIP,
            "owner_id": account_of(work),
            "shortlist_id": shortlist_id,
        }
        documents.write(work, "collaboration", {key: collaboration}, before={})
        documents.write(work, "partnership", {key: partnership}, before={})
        carried_on(work, key, as_of)
        work.commit()
    return Saved(id=key, created=True, changed=True)


def _offered(session: Session, shortlist: Mapping[str, Any]) -> dict[str, str]:
    """Who may come along, with their names; Refusal (invalid) where nobody has agreed."""
    agreed = [each["organisation"] for each in shortlist["entries"] if each["status"] == "agreed"]
    if not agreed:
        raise Refusal(
            "invalid",
            message("Nobody on this shortlist has agreed yet."),
            message("Note the step “Agreed” with those who have said yes."),
        )
    owner = [shortlist["organisation"]] if shortlist["organisation"] else []
    called = names(session, [*owner, *agreed])
    return {key: called[key] for key in (*owner, *agreed)}


def _own_title(shortlist: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """The shortlist's title, unless it is the one that lists for an organisation begin with.

    A collaboration is not called after whom partners were looked for.
    """
    title = str(shortlist["title"])
    name = names.get(shortlist["organisation"] or "", "")
    given = {say(title_for(name), language) for language in LANGUAGES}
    return "" if title in given else title


def _brief(session: Session, shortlist: Mapping[str, Any]) -> Mapping[str, Any]:
    key = shortlist["brief"]
    return documents.read(session, "brief", [key]).get(key, {}) if key else {}


def _read(text: StartText, offered: Mapping[str, str]) -> dict[str, Any]:
    errors: Errors = {}
    title, purpose, start = plain(text.title), plain(text.purpose), None
    if not title:
        errors["title"] = message("Write a title.")
    elif len(title) > LONGEST_TITLE:
        errors["title"] = message("Write at most {limit} characters.", limit=LONGEST_TITLE)
    if len(purpose) > _TEXT:
        errors["purpose"] = message("Write at most {limit} characters.", limit=_TEXT)
    try:
        start = first_day(plain(text.start) or None)
    except Fault as fault:
        errors["start"] = fault.reason
    together = [key for key in offered if key in text.together]
    if set(text.together) - offered.keys():
        errors["together"] = message("Choose from the list.")
    elif len(together) < _FEWEST:
        errors["together"] = message("A collaboration is between two at least.")
    refuse_errors(errors)
    return {
        "title": title,
        "purpose": purpose or None,
        "start": None if start is None else start.isoformat(),
        "participants": _participants(together),
    }


def _participants(together: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {"organisation": key, "role": None, "since": None, "until": None}
        for key in sorted(together)
    ]


def _own_id(work: UnitOfWork, asked: str) -> str:
    """The id that the form was made with, unless it is none or was used for something else."""
    if not re.fullmatch("[0-9a-z]{10}", asked):
        return new_id()
    used = documents.read(work.session, "collaboration", [asked])
    return new_id() if used or history.newest(work.session, "collaboration", asked) else asked

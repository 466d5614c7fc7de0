"""Seeing which views of the map are kept, and one as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from matcher.errors import Refusal
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.views.content import ViewText, text_of
from matcher.store import documents
from matcher.store.queries import history, organisations, views
from matcher.store.queries.views import ViewLine
from matcher.text import danish_key
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptView:
    """A saved view as it stands.

    `gone` are those of the organisations it names that have been deleted since: by id what each
    was called. `ends` are those that its conditions name and that are there, hidden ones among
    them: by id what each is called.
    """

    id: str
    version: int
    updated: datetime
    text: ViewText
    gone: Mapping[str, str]
    ends: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Neighbours:
    """The views before and after one in the list, as (id, title), the list taken as a ring.

    None where there is no other. `place` counts from 1.
    """

    before: tuple[str, str] | None
    after: tuple[str, str] | None
    place: int
    count: int


NAMING = ("around", "path_to")
"""The conditions that name an organisation."""


def list_views(installation: Installation, actor: Actor) -> tuple[ViewLine, ...]:
    """All views that are kept, by title in Danish order."""
    require(actor, "list_views")
    with installation.reading() as session:
        found = views.lines(session)
    return tuple(sorted(found, key=lambda line: (danish_key(line.title), line.id)))


def show_view(installation: Installation, actor: Actor, view_id: str) -> KeptView:
    """A view as it stands; Refusal (not_found) if there is none.

    Holders of a link may see the one that their link is for, and are told of nobody who has gone.
    """
    require(actor, "show_view", view_id)
    with installation.reading() as session:
        document = view_among(documents.read(session, "view", [view_id]), view_id)
        written = views.stamp(session, view_id)
        text = text_of(document)
        named = {*text.hidden, *text.selected, *_named(text)}
        known = {} if actor.role == "link" else organisations.names(session, named)
        missing = set() if actor.role == "link" else named - known.keys()
        called = history.last_names(session, "organisation", missing)
    if written is None:
        raise no_such_view()
    return KeptView(
        id=view_id,
        version=written.version,
        updated=written.updated,
        text=text,
        gone={key: called[key] for key in sorted(missing) if key in called},
        ends={key: known[key] for key in sorted(_named(text)) if key in known},
    )


def neighbours(installation: Installation, actor: Actor, view_id: str) -> Neighbours:
    """The views before and after one, to step through them. Refusal (not_found)."""
    lines = list_views(installation, actor)
    place = next((at for at, line in enumerate(lines) if line.id == view_id), None)
    if place is None:
        raise no_such_view()
    if len(lines) == 1:
        return Neighbours(before=None, after=None, place=1, count=1)
    before, after = lines[place - 1], lines[(place + 1) % len(lines)]
    return Neighbours(
        before=(before.id, before.title),
        after=(after.id, after.title),
        place=place + 1,
        count=len(lines),
    )


def view_among(found: Mapping[str, dict[str, Any]], view_id: str) -> dict[str, Any]:
    """A view's document among those that were read; Refusal (not_found) if it is not there."""
    if view_id not in found:
        raise no_such_view()
    return found[view_id]


def no_such_view() -> Refusal:
    """What is said of a view that is not there, or no longer."""
    return Refusal(
        "not_found",
        message("There is no such view."),
        message("It may have been deleted. Its history can bring it back."),
    )


def _named(text: ViewText) -> set[str]:
    return {text.conditions[key] for key in NAMING if key in text.conditions}

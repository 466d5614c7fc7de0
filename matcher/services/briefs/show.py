"""Seeing which briefs there are, and one with whom it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from matcher.errors import Refusal
from matcher.exchange.brief_file import brief_of
from matcher.exchange.brief_text import BriefText
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.references import organisations_in
from matcher.store import documents
from matcher.store.queries import briefs, history, organisations
from matcher.store.queries.briefs import BriefLine
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class BriefView:
    """A brief with the names of the organisations in it.

    `text` is what it says, in ids, without those who have been deleted since; `gone` are they: by
    id what each was called.
    """

    id: str
    version: int
    title: str
    created: datetime
    updated: datetime
    text: BriefText
    names: Mapping[str, str]
    gone: Mapping[str, str]


def list_briefs(installation: Installation, actor: Actor) -> tuple[BriefLine, ...]:
    """All briefs, the one that was changed last first."""
    require(actor, "list_briefs")
    with installation.reading() as session:
        return briefs.lines(session)


def show_brief(installation: Installation, actor: Actor, brief_id: str) -> BriefView:
    """A brief as it stands; Refusal (not_found) if there is none."""
    require(actor, "show_brief")
    with installation.reading() as session:
        document = brief_among(documents.read(session, "brief", [brief_id]), brief_id)
        written = briefs.stamp(session, brief_id)
        named = organisations_in("brief", document)
        names = organisations.names(session, named)
        missing = named - names.keys()
        called = history.last_names(session, "organisation", missing)
    if written is None:
        raise no_such_brief()
    return BriefView(
        id=brief_id,
        version=written.version,
        title=document["title"],
        created=written.created,
        updated=written.updated,
        text=_without(brief_of(document), missing),
        names=names,
        gone={key: called.get(key, key) for key in sorted(missing)},
    )


def brief_among(found: Mapping[str, dict[str, Any]], brief_id: str) -> dict[str, Any]:
    """A brief's document among those that were read; Refusal (not_found) if it is not there."""
    if brief_id not in found:
        raise no_such_brief()
    return found[brief_id]


def no_such_brief() -> Refusal:
    """What is said of a brief that is not there, or no longer."""
    return Refusal(
        "not_found",
        message("There is no such brief."),
        message("It may have been deleted. Its history can bring it back."),
    )


def _without(text: BriefText, gone: set[str]) -> BriefText:
    """The brief without those who are gone."""
    return replace(
        text,
        asker=None if text.asker in gone else text.asker,
        members=tuple(key for key in text.members if key not in gone),
        exclude=tuple(key for key in text.exclude if key not in gone),
    )

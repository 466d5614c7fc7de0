"""Putting candidates on a shortlist, with the reasons of the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.brief import Brief
from matcher.errors import Refusal
from matcher.exchange.brief_text import BriefText
from matcher.services.access import Actor, require
from matcher.services.briefs_meant import brief_meant
from matcher.services.installation import Installation
from matcher.services.recipes import recipe_named
from matcher.services.shortlists.candidate import new_entry, refuse_gone
from matcher.services.shortlists.listed import why_listed
from matcher.services.shortlists.save import Heading, read_heading, shortlist_in
from matcher.services.shortlists.why import Why, whys
from matcher.services.suggest_partners import suggest_only
from matcher.services.whom import rows_meant
from matcher.store import documents
from matcher.store.queries.organisations import names
from matcher.store.tables.base import new_id
from matcher.store.unit_of_work import UnitOfWork
from matcher.text import fold
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class Added:
    """A candidate (id, name) and the shortlist (id, title) it is on.

    `new` is False when it was on it already: then nothing has changed.
    """

    shortlist: tuple[str, str]
    candidate: tuple[str, str]
    new: bool


def add_candidate(
    installation: Installation,
    actor: Actor,
    who: str,
    shortlist: str | Heading,
    *,
    as_of: date,
    chosen: str = "",
    brief: BriefText | None = None,
    saved: str | None = None,
    listed: Mapping[str, Any] | None = None,
) -> Added:
    """Put an organisation (id or name) last on a shortlist (its id), or on a new one.

    `chosen` is the id that came from choosing in a list; it counts while it goes with the name.
    What it would be suggested for on the day is kept with it: for the `brief`, else for the one
    that the shortlist is for; nothing when there is neither, or when the organisation may never be
    suggested. `saved` is the brief's id where it is kept: a new shortlist is for it. `listed` are
    the settings of the list that it was chosen from: then what that list says of it is kept.
    Refusal: not_found; ambiguous; invalid, with `fields` where a new shortlist's heading is at
    fault, and as `brief_meant`.
    """
    require(actor, "save_shortlist")
    landscape, (row,) = rows_meant(installation, [_meant(installation, who, chosen)], as_of)
    candidate = (landscape.ids[row], landscape.names[row])
    asked = brief or _owner(installation, shortlist)
    why = None
    if listed is not None:
        why = why_listed(installation, actor, candidate[0], asked, listed, as_of=as_of)
    why = why or _why(installation, candidate[0], asked, as_of)
    with installation.writing(actor) as work:
        key, document, before = _opened(work, shortlist, saved)
        on_it = any(each["organisation"] == candidate[0] for each in document["entries"])
        if not on_it:
            _refuse_owner(document, candidate)
            refuse_gone(work, {candidate[0]})
            entries = [*document["entries"], new_entry(candidate[0], why)]
            documents.write(
                work, "shortlist", {key: {**document, "entries": entries}}, before=before
            )
            work.commit()
    return Added(shortlist=(key, document["title"]), candidate=candidate, new=not on_it)


def _meant(installation: Installation, who: str, chosen: str) -> str:
    with installation.reading() as session:
        called = names(session, [chosen] if chosen else []).get(chosen)
    return chosen if called is not None and fold(called) == fold(who) else who


def _owner(installation: Installation, shortlist: str | Heading) -> str | None:
    """The id of the organisation that a shortlist is, or is going to be, for."""
    if isinstance(shortlist, Heading):
        return shortlist.organisation_id or None
    with installation.reading() as session:
        found = documents.read(session, "shortlist", [shortlist])
    return found[shortlist]["organisation"] if shortlist in found else None


def _why(
    installation: Installation, candidate: str, asked: BriefText | str | None, as_of: date
) -> Why | None:
    """What it would be suggested for, to an idea or an organisation (its id)."""
    landscape = installation.landscape(as_of)
    who: Brief | int
    if isinstance(asked, BriefText):
        landscape, who = brief_meant(installation, asked, as_of)
    elif asked is None or asked not in landscape.index:
        return None
    else:
        who = landscape.index_of(asked)
    if candidate not in landscape.index:  # deleted a moment ago
        return None
    found = suggest_only(landscape, who, landscape.index_of(candidate), recipe_named(installation))
    return next(iter(whys(found, landscape)), None)


def _opened(
    work: UnitOfWork, shortlist: str | Heading, saved: str | None
) -> tuple[str, dict[str, Any], dict[str, dict[str, Any]]]:
    """The id and document of a shortlist, new or not, and what of it was there before."""
    if isinstance(shortlist, Heading):
        return new_id(), {**read_heading(work, shortlist), "brief": saved, "entries": []}, {}
    document = shortlist_in(work, shortlist)
    return shortlist, document, {shortlist: document}


def _refuse_owner(document: Mapping[str, Any], candidate: tuple[str, str]) -> None:
    if document["organisation"] == candidate[0]:
        raise Refusal(
            "invalid",
            message("The shortlist is for {name} itself.", name=candidate[1]),
            message("Choose another organisation."),
        )

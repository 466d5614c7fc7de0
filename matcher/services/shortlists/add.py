"""Putting candidates on a shortlist, with the reasons of the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.errors import Refusal
from matcher.landscape import Landscape
from matcher.recipe import load_recipe
from matcher.services import references
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.shortlists.save import Heading, read_heading, shortlist_in
from matcher.services.shortlists.why import Why, why_to_json, whys
from matcher.services.suggest_partners import suggest_only, suggest_partners
from matcher.services.whom import rows_meant
from matcher.store import documents
from matcher.store.queries.organisations import names
from matcher.store.tables.base import new_id, now
from matcher.store.unit_of_work import UnitOfWork
from matcher.text import fold
from matcher.wording.message import Message, message
from matcher.wording.say import say

RECIPE = "partners"


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
) -> Added:
    """Put an organisation (id or name) last on a shortlist (its id), or on a new one.

    `chosen` is the id that came from choosing in a list; it counts while it goes with the name.
    What it would be suggested for on the day is kept with it; nothing when the shortlist is for
    an idea, or when the organisation may never be suggested. Refusal: not_found; ambiguous;
    invalid, with `fields` where a new shortlist's heading is at fault.
    """
    require(actor, "save_shortlist")
    landscape, (row,) = rows_meant(installation, [_meant(installation, who, chosen)], as_of)
    candidate = (landscape.ids[row], landscape.names[row])
    owner = _owner(installation, shortlist)
    why = _why(landscape, owner, row)
    with installation.writing(actor) as work:
        key, document, before = _opened(work, shortlist)
        on_it = any(each["organisation"] == candidate[0] for each in document["entries"])
        if not on_it:
            _refuse_owner(document, candidate)
            _refuse_gone(work, {candidate[0]})
            entries = [*document["entries"], _entry(candidate[0], why)]
            documents.write(
                work, "shortlist", {key: {**document, "entries": entries}}, before=before
            )
            work.commit()
    return Added(shortlist=(key, document["title"]), candidate=candidate, new=not on_it)


def make_from_suggestions(
    installation: Installation,
    actor: Actor,
    who: str,
    *,
    as_of: date,
    top: int = 5,
    language: str = "da",
) -> str:
    """Keep the best suggestions for an organisation as a new shortlist, and give its id.

    Refusal as in `suggest_partners`.
    """
    require(actor, "save_shortlist")
    found = suggest_partners(installation, actor, who, as_of=as_of, top=top)
    landscape, asker = found.landscape, found.asker
    rows = [each.organisation for each in found.list.suggestions]
    kept = zip(rows, whys(found.list, landscape), strict=True)
    key = new_id()
    document = {
        "title": say(title_for(landscape.names[asker]), language),
        "organisation": landscape.ids[asker],
        "entries": [_entry(landscape.ids[row], why) for row, why in kept],
    }
    with installation.writing(actor) as work:
        _refuse_gone(work, references.organisations_in("shortlist", document))
        documents.write(work, "shortlist", {key: document}, before={})
        work.commit()
    return key


def title_for(name: str) -> Message:
    """What a shortlist for an organisation is called until somebody finds a better title."""
    return message("Partners for {name}", name=name)


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


def _why(landscape: Landscape, owner: str | None, candidate: int) -> Why | None:
    if owner is None or owner not in landscape.index:
        return None
    asker = landscape.index_of(owner)
    found = suggest_only(landscape, asker, candidate, load_recipe(RECIPE))
    return next(iter(whys(found, landscape)), None)


def _opened(
    work: UnitOfWork, shortlist: str | Heading
) -> tuple[str, dict[str, Any], dict[str, dict[str, Any]]]:
    """The id and document of a shortlist, new or not, and what of it was there before."""
    if isinstance(shortlist, Heading):
        return new_id(), {**read_heading(work, shortlist), "entries": []}, {}
    document = shortlist_in(work, shortlist)
    return shortlist, document, {shortlist: document}


def _refuse_owner(document: Mapping[str, Any], candidate: tuple[str, str]) -> None:
    if document["organisation"] == candidate[0]:
        raise Refusal(
            "invalid",
            message("The shortlist is for {name} itself.", name=candidate[1]),
            message("Choose another organisation."),
        )


def _refuse_gone(work: UnitOfWork, wanted: set[str]) -> None:
    """Refusal (not_found) if an organisation was deleted since the landscape was read."""
    if wanted - names(work.session, wanted).keys():
        raise Refusal("not_found", message("There is no such organisation."))


def _entry(organisation: str, why: Why | None) -> dict[str, Any]:
    return {
        "organisation": organisation,
        "status": "suggested",
        "note": None,
        "added": now().isoformat(),
        "why": None if why is None else why_to_json(why),
    }

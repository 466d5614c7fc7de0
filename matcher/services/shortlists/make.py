"""Making a shortlist of the best suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from matcher.errors import Refusal
from matcher.landscape import Landscape
from matcher.services import references
from matcher.services.access import Actor, require
from matcher.services.briefs import show_brief
from matcher.services.briefs_meant import brief_meant
from matcher.services.installation import Installation
from matcher.services.recipes import recipe_named
from matcher.services.shortlists.candidate import new_entry, refuse_gone
from matcher.services.shortlists.why import whys
from matcher.services.suggest_for_brief import suggest_for_brief
from matcher.services.suggest_partners import suggest_only, suggest_partners
from matcher.store import documents
from matcher.store.tables.base import new_id
from matcher.suggest import SuggestionList
from matcher.wording.message import Message, message
from matcher.wording.say import say


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
    heading = (say(title_for(landscape.names[asker]), language), landscape.ids[asker])
    return _kept(installation, actor, heading, found.list, landscape)


def make_from_brief(
    installation: Installation,
    actor: Actor,
    brief_id: str,
    *,
    as_of: date,
    top: int = 5,
    include_current: bool = False,
    newness: float = 0.0,
    also_small: int = 0,
) -> str:
    """Keep the best suggestions for an idea that is kept as a new shortlist, and give its id.

    It is called as the idea, and for whom the idea is. Refusal: not_found for no such idea, and as
    `suggest_for_brief`.
    """
    require(actor, "save_shortlist")
    view = show_brief(installation, actor, brief_id)
    found = suggest_for_brief(
        installation,
        actor,
        view.text,
        as_of=as_of,
        top=top,
        include_current=include_current,
        newness=newness,
        also_small=also_small,
        saved=brief_id,
    )
    heading = (view.title, view.text.asker)
    return _kept(installation, actor, heading, found.list, found.landscape, brief_id)


def make_of_members(
    installation: Installation,
    actor: Actor,
    brief_id: str,
    members: Sequence[str],
    *,
    as_of: date,
) -> str:
    """Keep these organisations (ids) as a new shortlist for an idea, and give its id.

    It is called as the idea, and for whom the idea is; whoever may not be suggested for it is on
    it without reasons. Refusal: not_found for no such idea or organisation; as `brief_meant`;
    invalid for nobody.
    """
    require(actor, "save_shortlist")
    view = show_brief(installation, actor, brief_id)
    landscape, brief = brief_meant(installation, view.text, as_of)
    if not members:
        raise Refusal("invalid", message("Nobody is chosen."), message("Choose somebody."))
    if set(members) - landscape.index.keys():
        raise Refusal("not_found", message("There is no such organisation."))
    recipe = recipe_named(installation)
    entries = []
    for key in dict.fromkeys(members):
        found = suggest_only(landscape, brief, landscape.index_of(key), recipe)
        entries.append(new_entry(key, next(iter(whys(found, landscape)), None)))
    return _written(installation, actor, (view.title, view.text.asker), entries, brief_id)


def title_for(name: str) -> Message:
    """What a shortlist for an organisation is called until somebody finds a better title."""
    return message("Partners for {name}", name=name)


def _kept(
    installation: Installation,
    actor: Actor,
    heading: tuple[str, str | None],
    found: SuggestionList,
    landscape: Landscape,
    brief: str | None = None,
) -> str:
    """Keep a list as a new shortlist with this title, for this organisation; gives its id."""
    rows = [each.organisation for each in found.suggestions]
    kept = zip(rows, whys(found, landscape), strict=True)
    entries = [new_entry(landscape.ids[row], why) for row, why in kept]
    return _written(installation, actor, heading, entries, brief)


def _written(
    installation: Installation,
    actor: Actor,
    heading: tuple[str, str | None],
    entries: list[dict[str, Any]],
    brief: str | None,
) -> str:
    title, owner = heading
    key = new_id()
    document = {"title": title, "organisation": owner, "brief": brief, "entries": entries}
    with installation.writing(actor) as work:
        refuse_gone(work, references.organisations_in("shortlist", document))
        documents.write(work, "shortlist", {key: document}, before={})
        work.commit()
    return key

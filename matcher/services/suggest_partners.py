"""Partners for an organisation, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.landscape import Landscape
from matcher.recipe import Recipe, load_recipe
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.whom import rows_meant
from matcher.store.queries.shortlists import declined_for
from matcher.suggest import Options, SuggestionList, suggest


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggested:
    """Suggestions for an organisation (`asker`), the landscape they speak of and the recipe."""

    asker: int
    list: SuggestionList
    landscape: Landscape
    recipe: Recipe


def suggest_partners(
    installation: Installation,
    actor: Actor,
    who: str,
    *,
    as_of: date,
    top: int = 10,
    recipe: str = "partners",
    include_current: bool = False,
) -> Suggested:
    """The `top` best partners for the organisation meant by `who`, as of a day.

    Those who declined on a shortlist for it are not suggested to it again. Refusal: not_found or
    ambiguous (see `rows_meant`), not_found for an unknown recipe, invalid for fewer than one.
    """
    require(actor, "suggest_partners")
    used = load_recipe(recipe)
    landscape, (asker,) = rows_meant(installation, [who], as_of)
    with installation.reading() as session:
        declined = declined_for(session, landscape.ids[asker])
    options = Options(
        top=top,
        include_current=include_current,
        exclude=frozenset(landscape.index[key] for key in declined if key in landscape.index),
    )
    found = suggest(landscape, asker, used, options)
    return Suggested(asker=asker, list=found, landscape=landscape, recipe=used)


def suggest_only(
    landscape: Landscape, asker: int, candidate: int, recipe: Recipe
) -> SuggestionList:
    """The list with this one candidate, a current partner or not.

    Empty where it may never be suggested: to itself and its family, hidden, closed to partners.
    """
    others = frozenset(range(len(landscape))) - {candidate}
    return suggest(landscape, asker, recipe, Options(top=1, include_current=True, exclude=others))

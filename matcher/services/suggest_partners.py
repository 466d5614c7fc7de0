"""Partners for an organisation, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.brief import Brief
from matcher.landscape import Landscape
from matcher.recipe import Recipe
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.recipes import recipe_named
from matcher.services.turned_down import turned_down
from matcher.services.whom import rows_meant
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
    recipe: str | None = None,
    include_current: bool = False,
    newness: float = 0.0,
    also_small: int = 0,
) -> Suggested:
    """The `top` best partners for the organisation meant by `who`, as of a day.

    Without a recipe's name, the one in use decides; `newness` and `also_small` are the settings of
    `Options`. Those who declined on a shortlist for it, or on whom a verdict was given that leaves
    them out, are not suggested to it again. Refusal: not_found or ambiguous (see `rows_meant`); as
    `recipe_named`; invalid as `Options` says.
    """
    require(actor, "suggest_partners")
    used = recipe_named(installation, recipe)
    landscape, (asker,) = rows_meant(installation, [who], as_of)
    gone = turned_down(installation, asker=landscape.ids[asker])
    options = Options(
        top=top,
        include_current=include_current,
        exclude=frozenset(landscape.index[key] for key in gone if key in landscape.index),
        newness=newness,
        also_small=also_small,
    )
    found = suggest(landscape, asker, used, options)
    return Suggested(asker=asker, list=found, landscape=landscape, recipe=used)


def suggest_only(
    landscape: Landscape, who: int | Brief, candidate: int, recipe: Recipe
) -> SuggestionList:
    """The list for an organisation or an idea with this one candidate, a current partner or not.

    Empty where it may never be suggested: to itself and its family, hidden, closed to partners.
    """
    others = frozenset(range(len(landscape))) - {candidate}
    return suggest(landscape, who, recipe, Options(top=1, include_current=True, exclude=others))

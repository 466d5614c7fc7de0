"""Partners for an idea, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.exchange.brief_text import BriefText
from matcher.landscape import Landscape
from matcher.recipe import Recipe
from matcher.services.access import Actor, require
from matcher.services.briefs_meant import brief_meant
from matcher.services.installation import Installation
from matcher.services.recipes import recipe_named
from matcher.services.turned_down import turned_down
from matcher.suggest import Options, SuggestionList, suggest


@dataclass(frozen=True, kw_only=True, slots=True)
class SuggestedForBrief:
    """Suggestions for an idea, how they were asked for, the landscape they speak of, the recipe."""

    list: SuggestionList
    options: Options
    landscape: Landscape
    recipe: Recipe


def suggest_for_brief(
    installation: Installation,
    actor: Actor,
    text: BriefText,
    *,
    as_of: date,
    top: int = 10,
    recipe: str | None = None,
    include_current: bool = False,
    newness: float = 0.0,
    also_small: int = 0,
    saved: str | None = None,
) -> SuggestedForBrief:
    """The `top` best partners for an idea, as of a day; `saved` is its id, where it is kept.

    The options are those of `suggest_partners`. Not suggested are also those who declined on a
    shortlist for its asker, and those on whom a verdict that leaves them out was given, for the
    idea or for its asker. Refusal: as `brief_meant`, `recipe_named` and `Options`.
    """
    require(actor, "suggest_partners")
    used = recipe_named(installation, recipe)
    landscape, brief = brief_meant(installation, text, as_of)
    asker = None if brief.asker is None else landscape.ids[brief.asker]
    gone = turned_down(installation, asker=asker, brief=saved)
    options = Options(
        top=top,
        include_current=include_current,
        exclude=frozenset(landscape.index[key] for key in gone if key in landscape.index),
        newness=newness,
        also_small=also_small,
    )
    found = suggest(landscape, brief, used, options)
    return SuggestedForBrief(list=found, options=options, landscape=landscape, recipe=used)

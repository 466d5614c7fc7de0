"""The set of partners that together covers a brief."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.brief import Brief
from matcher.compose import Consortia, compose
from matcher.exchange.brief_text import BriefText
from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray
from matcher.services.access import Actor, require
from matcher.services.briefs_meant import brief_meant
from matcher.services.installation import Installation
from matcher.services.recipes import recipe_named
from matcher.store.queries.shortlists import declined_for, declined_for_brief
from matcher.store.queries.verdicts import VerdictLine, verdicts_for

_AGAINST = frozenset({"not_relevant", "hide"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Composed:
    """The consortia with the landscape whose rows they speak of, and what was asked."""

    consortia: Consortia
    landscape: Landscape
    brief: Brief
    text: BriefText


def compose_consortium(
    installation: Installation,
    actor: Actor,
    text: BriefText,
    *,
    as_of: date,
    size: int | None = None,
    alternatives: int = 3,
    recipe: str | None = None,
    saved: str | None = None,
) -> Composed:
    """The cheapest consortium for a brief as of a day, other ones, and the greedy one.

    Those who declined on a shortlist of the asker's, and those with a verdict against them from
    the asker or for the brief (`saved` is its id, where it has one), are not asked; those one is
    in touch with already are. What a member costs stands in the recipe, the one in use unless
    one is named. Refusal: as `brief_meant`
    and `compose`; not_found for an unknown recipe.
    """
    require(actor, "compose_consortium")
    used = recipe_named(installation, recipe)
    landscape, brief = brief_meant(installation, text, as_of)
    found = compose(
        landscape,
        brief,
        used.compose,
        size=size,
        alternatives=alternatives,
        candidates=_not_refused(installation, landscape, brief, saved),
    )
    return Composed(consortia=found, landscape=landscape, brief=brief, text=text)


def _not_refused(
    installation: Installation, landscape: Landscape, brief: Brief, saved: str | None
) -> BoolArray:
    """Mask of those who have not declined and were not turned down."""
    gone: set[str] = set()
    verdicts: list[VerdictLine] = []
    with installation.reading() as session:
        if brief.asker is not None:
            asker = landscape.ids[brief.asker]
            gone |= set(declined_for(session, asker))
            verdicts += verdicts_for(session, asker=asker).values()
        if saved is not None:
            gone |= set(declined_for_brief(session, saved))
            verdicts += verdicts_for(session, brief=saved).values()
    gone |= {line.candidate[0] for line in verdicts if line.verdict in _AGAINST}
    mask = np.ones(len(landscape), np.bool_)
    mask[[landscape.index[key] for key in gone if key in landscape.index]] = False
    return mask

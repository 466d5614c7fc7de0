"""What can be chosen in a brief's form."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.vocabularies import Vocabularies
from matcher.store.queries import organisations
from matcher.store.queries.organisations import KnownAreas
from matcher.store.queries.terms import terms


@dataclass(frozen=True, kw_only=True, slots=True)
class Offered:
    """The words of the vocabularies, and the areas that organisations are in."""

    vocabularies: Vocabularies
    areas: KnownAreas


def offered(installation: Installation, actor: Actor) -> Offered:
    """What the form offers to choose from."""
    require(actor, "suggest_partners")
    with installation.reading() as session:
        return Offered(
            vocabularies=Vocabularies(terms(session)), areas=organisations.areas(session)
        )

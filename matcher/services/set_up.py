"""A database ready for use: newest schema and the shipped vocabularies."""

from __future__ import annotations

from collections.abc import Iterable

from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.store.migrate import migrate
from matcher.store.queries.organisations import OrganisationFilter, count
from matcher.store.vocabulary import TermLike, load_terms


def set_up(installation: Installation, actor: Actor, terms: Iterable[TermLike]) -> None:
    """Bring the schema to the newest step and load the vocabularies; may be run any time again."""
    require(actor, "set_up")
    migrate(installation.database)
    with installation.writing(actor) as work:
        work.touch("term", load_terms(work.session, terms))
        work.commit()


def is_empty(installation: Installation, actor: Actor) -> bool:
    """Whether no organisation is recorded yet."""
    require(actor, "set_up")
    with installation.reading() as session:
        return count(session, OrganisationFilter(hidden=True)) == 0

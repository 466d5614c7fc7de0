"""The texts that an organisation's form begins with."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.errors import Refusal
from matcher.services.access import Actor, require
from matcher.services.forms import Form
from matcher.services.installation import Installation
from matcher.services.organisations.form import form_of
from matcher.services.vocabularies import Vocabularies
from matcher.store import documents
from matcher.store.queries import organisations, profiles
from matcher.store.queries.organisations import KnownAreas
from matcher.store.queries.terms import terms
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class FormPage:
    """A form with what it was filled from and what can be chosen in it.

    A record that is yet to come has no name and version 0.
    """

    name: str
    version: int
    form: Form
    vocabularies: Vocabularies
    areas: KnownAreas


def edit_organisation(
    installation: Installation, actor: Actor, organisation_id: str | None = None
) -> FormPage:
    """The form of an organisation, or an empty one; Refusal (not_found) if there is none."""
    require(actor, "save_organisation")
    with installation.reading() as session:
        words, known = Vocabularies(terms(session)), organisations.areas(session)
        if organisation_id is None:
            return FormPage(name="", version=0, form=form_of({}), vocabularies=words, areas=known)
        document = documents.read(session, "organisation", [organisation_id]).get(organisation_id)
        if document is None:
            raise Refusal("not_found", message("There is no such organisation."))
        parent = document["parent"]
        names = organisations.names(session, [parent]) if parent else {}
        return FormPage(
            name=document["name"],
            version=profiles.version(session, organisation_id) or 0,
            form=form_of(document, names.get(parent, "")),
            vocabularies=words,
            areas=known,
        )

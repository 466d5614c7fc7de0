"""Deleting an organisation that nothing refers to."""

from __future__ import annotations

from matcher.errors import Refusal
from matcher.services.access import Actor, require
from matcher.services.history.removal import remove
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.wording.message import message


def delete_organisation(installation: Installation, actor: Actor, organisation_id: str) -> str:
    """Delete an organisation and say what it was called; its history can bring it back.

    Refusal: not_found; conflict (details: `uses`) while collaborations, ties, shortlists or units
    refer to it: it can be hidden instead.
    """
    require(actor, "delete_organisation")
    with installation.writing(actor) as work:
        found = documents.read(work.session, "organisation", [organisation_id])
        if organisation_id not in found:
            raise Refusal("not_found", message("There is no such organisation."))
        remove(work, "organisation", organisation_id, found[organisation_id])
        work.commit()
    return str(found[organisation_id]["name"])

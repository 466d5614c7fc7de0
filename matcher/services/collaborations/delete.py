"""Deleting a collaboration."""

from __future__ import annotations

from matcher.errors import Refusal
from matcher.services.access import Actor, require
from matcher.services.history.removal import remove
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.wording.message import message


def delete_collaboration(installation: Installation, actor: Actor, collaboration_id: str) -> str:
    """Delete a collaboration and say what it was called; its history can bring it back.

    Refusal (not_found) if there is none.
    """
    require(actor, "delete_collaboration")
    with installation.writing(actor) as work:
        found = documents.read(work.session, "collaboration", [collaboration_id])
        if collaboration_id not in found:
            raise Refusal("not_found", message("There is no such collaboration."))
        remove(work, "collaboration", collaboration_id, found[collaboration_id])
        work.commit()
    return str(found[collaboration_id]["title"])

"""Deleting a collaboration."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.errors import Refusal
from matcher.services.access import Actor, require
from matcher.services.history.removal import remove
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.store.queries import parties
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import Message, listed, message

_KEPT: Mapping[str, Message] = {
    "purpose": message("a purpose"),
    "answers": message("answers of its parties"),
    "agreement": message("a draft of an agreement"),
    "versions": message("versions of its agreement"),
    "plan": message("an anchoring plan"),
    "talks": message("anchoring talks"),
    "pulses": message("pulses"),
}
"""What a collaboration may have that other people wrote."""


def delete_collaboration(installation: Installation, actor: Actor, collaboration_id: str) -> str:
    """Delete a collaboration and say what it was called; its history can bring it back.

    Its parties go with it and come back with it. Refusal: not_found if there is none; conflict
    (with `kept`) where more was written than a deletion may take along.
    """
    require(actor, "delete_collaboration")
    with installation.writing(actor) as work:
        found = documents.read(work.session, "collaboration", [collaboration_id])
        if collaboration_id not in found:
            raise Refusal("not_found", message("There is no such collaboration."))
        _refuse_carried_far(found[collaboration_id]["title"], work, collaboration_id)
        remove(work, "collaboration", collaboration_id, found[collaboration_id])
        work.commit()
    return str(found[collaboration_id]["title"])


def _refuse_carried_far(title: str, work: UnitOfWork, collaboration_id: str) -> None:
    kept = parties.carried_far(work.session, collaboration_id)
    if kept:
        written = listed([_KEPT[kind] for kind in kept])
        raise Refusal(
            "conflict",
            message("“{title}” cannot be deleted: it has {kept}.", title=title, kept=written),
            message("Give it an end date instead: then it is over, and what was written stays."),
            kept=list(kept),
        )

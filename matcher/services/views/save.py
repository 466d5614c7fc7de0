"""Keeping a view of the map, deleting one."""

from __future__ import annotations

from typing import Any

from matcher.services.access import Actor, require
from matcher.services.conflicts import refuse_other_version
from matcher.services.forms import Saved, refuse_errors
from matcher.services.history.removal import remove
from matcher.services.installation import Installation
from matcher.services.views.content import ViewText, document_of, faults
from matcher.services.views.show import view_among
from matcher.store import documents
from matcher.store.queries.views import stamp
from matcher.store.tables.base import new_id
from matcher.store.unit_of_work import UnitOfWork


def save_view(
    installation: Installation,
    actor: Actor,
    text: ViewText,
    *,
    view_id: str | None = None,
    version: int | None = None,
) -> Saved:
    """Keep a new view, or make the one that is there be as it is said.

    Conditions and look are kept as they are said: read them first. `version` is the one that was
    changed; None does not ask. Refusal: invalid with `fields`; not_found; conflict, with the
    `document` that is there now and its `version`, when somebody else saved meanwhile. A view
    that says the same as before is not written again.
    """
    require(actor, "save_view")
    refuse_errors(faults(text))
    with installation.writing(actor) as work:
        before = {} if view_id is None else _there(work, view_id)
        if view_id is not None:
            written = stamp(work.session, view_id)
            refuse_other_version(
                version=version, now=None if written is None else written.version, document=before
            )
        key = view_id or new_id()
        done = documents.write(
            work,
            "view",
            {key: document_of(text)},
            before={} if view_id is None else {key: before},
        )
        work.commit()
    return Saved(id=key, created=bool(done["created"]), changed=not done["unchanged"])


def delete_view(installation: Installation, actor: Actor, view_id: str) -> str:
    """Delete a view and give its title; the history can bring it back. Refusal (not_found)."""
    require(actor, "save_view")
    with installation.writing(actor) as work:
        document = _there(work, view_id)
        remove(work, "view", view_id, document)
        work.commit()
    return str(document["title"])


def _there(work: UnitOfWork, view_id: str) -> dict[str, Any]:
    return view_among(documents.read(work.session, "view", [view_id]), view_id)

"""Two people at the same record: who saves second is told, and loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from matcher.errors import Refusal
from matcher.services.access import Actor
from matcher.services.forms import Form, merge
from matcher.services.history.show import tell_all
from matcher.services.history.tell import organisations_told
from matcher.services.history.values import Known
from matcher.services.vocabularies import Vocabularies
from matcher.store.queries import history, organisations
from matcher.store.queries.terms import terms
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message


def refuse_conflict(
    work: UnitOfWork,
    record: str,
    record_id: str,
    *,
    version: int | None,
    now: int,
    typed: Form,
    form_at: Callable[[dict[str, Any]], Form],
    current: dict[str, Any],
    actor: Actor,
    beside: Collection[str] = (),
) -> None:
    """Refusal (conflict) when the record is at another version than the form was filled from.

    Its details: `form`, what was typed on top of what is there now; `version`, the one to save it
    as; `changes`, what the others did. Version None asks nothing.

    A form may be about several kinds of record under one id: `beside` are the others, none of
    whose fields are called like another's, and versions are the sum of theirs.
    """
    if version is None or version == now:
        return
    later = history.changes(
        work.session, [record, *beside], record_id, offset=0, limit=max(0, now - max(0, version))
    )
    base = dict(current)
    for change in later:
        base.update(change.before or {})
    known = Known(
        organisations.names(work.session, organisations_told(later)),
        Vocabularies(terms(work.session)),
    )
    raise Refusal(
        "conflict",
        message("Somebody else has changed this while you were writing."),
        message("Look at what they changed. What you wrote yourself is kept below: save it again."),
        form=merge(typed, form_at(base), form_at(current)),
        version=now,
        changes=tell_all(actor, later, known, {}),
    )


def refuse_other_version(
    *, version: int | None, now: int | None, document: Mapping[str, Any]
) -> None:
    """Refusal (conflict) when a document is at another version than the one that was changed.

    Its details: the `document` that is there now, and its `version`. Version None asks nothing;
    `now` is None where it was never written.
    """
    if version is None or now is None or version == now:
        return
    raise Refusal(
        "conflict",
        message("Somebody else has changed this while you were writing."),
        message("What you wrote is kept below. Save again to replace what they wrote."),
        version=now,
        document=dict(document),
    )

"""The history of a record, and the newest changes of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.services.access import Actor, require
from matcher.services.history.fields import FIELDS
from matcher.services.history.tell import ToldChange, name_said, organisations_told, tell
from matcher.services.history.values import Known
from matcher.services.installation import Installation
from matcher.services.paging import pages_of
from matcher.services.vocabularies import Vocabularies
from matcher.store.queries import history, organisations
from matcher.store.queries.history import ChangeLine
from matcher.store.queries.terms import terms

PER_PAGE = 25


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """A page of changes, newest first; `record_name` is empty for the history of everything."""

    record_name: str | None
    exists: bool
    changes: tuple[ToldChange, ...]
    page: int
    pages: int


def show_history(
    installation: Installation,
    actor: Actor,
    record: str | None = None,
    record_id: str | None = None,
    *,
    page: int = 1,
) -> History:
    """What was changed in a record, or in all when none is named. A deleted one still has it."""
    require(actor, "show_history")
    records = list(FIELDS) if record is None else [record]
    with installation.reading() as session:
        page, pages = pages_of(history.count(session, records, record_id), page, PER_PAGE)
        lines = history.changes(
            session, records, record_id, offset=(page - 1) * PER_PAGE, limit=PER_PAGE
        )
        wanted = {(line.record, line.record_id) for line in lines}
        names = history.record_names(session, wanted)
        known = Known(
            organisations.names(session, organisations_told(lines)), Vocabularies(terms(session))
        )
    told = tell_all(actor, lines, known, names)
    own = (record or "", record_id or "")
    return History(
        record_name=names.get(own) or next((each.record_name for each in told), None),
        exists=own in names,
        changes=told,
        page=page,
        pages=pages,
    )


def tell_all(
    actor: Actor,
    lines: Sequence[ChangeLine],
    known: Known,
    names: dict[tuple[str, str], str],
) -> tuple[ToldChange, ...]:
    """The changes in words; `names` are those of the records that are there now.

    A record that is gone is called what its last change says.
    """
    called = dict(names)
    for line in lines:
        name = name_said(line, known)
        if name:
            called.setdefault((line.record, line.record_id), name)
    return tuple(
        tell(
            actor,
            line,
            known,
            called.get((line.record, line.record_id)),
            there=(line.record, line.record_id) in names,
        )
        for line in lines
    )

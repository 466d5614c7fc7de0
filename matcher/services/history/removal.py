"""Taking a record away so that it can come back as it was, and bringing it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.errors import Refusal
from matcher.services.history.lost import lost
from matcher.store import documents
from matcher.store.documents import (
    agreements,
    anchoring,
    briefs,
    collaborations,
    events,
    organisations,
    partnerships,
    purposes,
    views,
)
from matcher.store.queries import history, identities, parties, profiles, recipes
from matcher.store.queries.verdicts import referring_to
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import Message, Value, listed, message, messages_n

_EMPTY: Mapping[str, Mapping[str, Any]] = {
    "organisation": organisations.EMPTY,
    "collaboration": collaborations.EMPTY,
    "brief": briefs.EMPTY,
    "view": views.EMPTY,
    "partnership": partnerships.EMPTY,
    "party": partnerships.EMPTY_PARTY,
    "purpose": purposes.EMPTY,
    "agreement": agreements.EMPTY,
    "anchoring_plan": anchoring.EMPTY,
    "talk": anchoring.EMPTY_TALK,
    "event": events.EMPTY,
    "intention": events.EMPTY_INTENTION,
}


def remove(
    work: UnitOfWork,
    record: str,
    record_id: str,
    document: dict[str, Any],
    *,
    undoes: int | None = None,
) -> None:
    """Delete a record; Refusal (conflict, with `uses`) when others refer to it, or it is in use.

    Verdicts that name it go with it, and the parties to a collaboration. The history keeps which,
    and where the record was known from, so that it is recognised again if it comes back.
    """
    if record == "organisation":
        refuse_used(document["name"], profiles.used_by(work.session, record_id))
    if record == "recipe":
        _refuse_in_use(work, record_id)
    verdicts = referring_to(work.session, record, record_id)
    documents.write(work, "verdict", dict.fromkeys(verdicts))
    together = _belonging(work, record, record_id)
    for kind, key in together:
        documents.write(work, kind, {key: None})
    sources = identities.of(work.session, record, record_id)
    documents.write(work, record, {record_id: None}, before={record_id: document}, undoes=undoes)
    noted = history.newest(work.session, record, record_id)
    kept = {"sources": sources, "verdicts": verdicts, "together": together}
    if noted is not None and any(kept.values()):
        history.keep_beside(work.session, noted.id, {k: v for k, v in kept.items() if v})


def bring_back(
    work: UnitOfWork, record: str, record_id: str, kept: Mapping[str, Any], *, undoes: int
) -> None:
    """Create a record that was deleted, under its own id, from what the history kept of it.

    What went with it comes back too, but for verdicts and parties whose other end is gone by now.
    """
    beside = {"sources", "verdicts", "together"}
    document = {**_EMPTY.get(record, {}), **{k: v for k, v in kept.items() if k not in beside}}
    documents.write(work, record, {record_id: document}, before={}, undoes=undoes)
    history.keep_version(work.session, record, record_id)
    identities.put_back(work.session, record, record_id, kept.get("sources", []))
    for kind, key in reversed(kept.get("together", [])):
        _bring_back_too(work, kind, key)
    for verdict_id in kept.get("verdicts", []):
        _bring_back_too(work, "verdict", verdict_id)


def _belonging(work: UnitOfWork, record: str, record_id: str) -> list[tuple[str, str]]:
    """The records (kind, id) that cannot be without this one, those first that name others."""
    if record != "collaboration":
        return []
    ids = parties.ids(work.session, record_id)
    carried_on = documents.read(work.session, "partnership", [record_id])
    return [*(("party", each) for each in ids), *(("partnership", each) for each in carried_on)]


def _bring_back_too(work: UnitOfWork, record: str, record_id: str) -> None:
    deleted = history.newest(work.session, record, record_id)
    if deleted is None or deleted.action != "deleted" or deleted.before is None:
        return
    document = {**_EMPTY.get(record, {}), **deleted.before}
    if lost(work, record, record_id, document) is None:
        documents.write(work, record, {record_id: document}, before={}, undoes=deleted.id)
        history.keep_version(work.session, record, record_id)


def _refuse_in_use(work: UnitOfWork, name: str) -> None:
    used = recipes.in_use(work.session)
    if used is not None and used.name == name:
        raise Refusal(
            "conflict",
            message("The recipe “{name}” is in use.", name=name),
            message("Choose another one first."),
        )


def refuse_used(name: str, uses: Mapping[str, int]) -> None:
    """Refusal (conflict) that says in how many records an organisation is, if it is in any."""
    said: list[Value] = [_use(kind, n) for kind, n in uses.items() if n]
    if said:
        raise Refusal(
            "conflict",
            message("{name} cannot be deleted: it has {uses}.", name=name, uses=listed(said)),
            message("Hide it instead: then it is left out of search, lists and suggestions."),
            uses={kind: n for kind, n in uses.items() if n},
        )


def _use(kind: str, n: int) -> Message:
    match kind:
        case "units":
            return messages_n("{n} unit of its own", "{n} units of its own", n=n)
        case "collaborations":
            return messages_n("{n} collaboration", "{n} collaborations", n=n)
        case "ties":
            return messages_n("{n} reported tie", "{n} reported ties", n=n)
        case "shortlists":
            return messages_n("a place on {n} shortlist", "a place on {n} shortlists", n=n)
        case "parties":
            return messages_n("a part in {n} agreement", "a part in {n} agreements", n=n)
        case "sign_ups":
            return messages_n("{n} sign-up to an event", "{n} sign-ups to events", n=n)
        case "intentions":
            return messages_n("{n} intention", "{n} intentions", n=n)
        case _:
            return messages_n("{n} shortlist of its own", "{n} shortlists of its own", n=n)

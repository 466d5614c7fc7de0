"""Rows of ties into records, each with its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from matcher.exchange.fault import Fault
from matcher.exchange.rows import Table, TieIn
from matcher.services.importing.call import Call
from matcher.services.importing.desk import Desk, Document
from matcher.services.importing.fill import fill
from matcher.services.importing.new_ids import free_id
from matcher.services.importing.register import Register
from matcher.wording.message import message

_EVIDENCE = ("kind", "source", "reporter", "date")
Evidence = tuple[str | None, ...]


@dataclass(slots=True)
class _Told:
    """A row, the two it is between, and its values; the record once it is found."""

    ends: tuple[str, str]
    values: dict[str, Any]
    default_source: str | None
    record_id: str | None = None


def fill_ties(call: Call, organisations: Register) -> None:
    """Add and change ties, and count them.

    A tie is the same when it is between the same two, of the same kind and from the same evidence
    (source, reporter, date); a date or source that one of them lacks does not make two. A file
    without a column for the source is the source itself.
    """
    desk = call.desks["tie"]
    there: dict[frozenset[str], list[str]] = defaultdict(list)
    for record_id, document in desk.items():
        there[frozenset((document["a"], document["b"]))].append(record_id)
    ids: list[str] = []
    for at, table in call.of("ties"):
        told = _told(call, at, table, organisations)
        free = {pair: list(records) for pair, records in there.items()}
        for known in (_with_same_evidence, _with_fitting_evidence):
            for each in told:
                if each.record_id is None:
                    _recognise(desk, free.get(frozenset(each.ends), []), each, known)
        for each in told:
            ids.append(_write(desk, each))
            if ids[-1] not in there[frozenset(each.ends)]:
                there[frozenset(each.ends)].append(ids[-1])
    call.tally.count_documents("ties", desk, ids, without=frozenset())


def _told(call: Call, at: int, table: Table, organisations: Register) -> list[_Told]:
    """The rows of a table that can be taken, each tie once."""
    seen: dict[tuple[frozenset[str], Evidence], int] = {}
    named = "source" in table.layout.columns
    found = []
    for row in table.rows:
        ends = _ends(call, at, table, row, organisations)
        if ends is None:
            continue
        values = _values(row)
        first = seen.setdefault((frozenset(ends), _evidence(values)), row.row)
        if first != row.row:
            why = message("Row {row} says the same tie.", row=str(first))
            call.rejections.reject(at, table, row.row, None, None, why)
            continue
        found.append(_Told(ends, values, None if named else call.origins.sources[at]))
    return found


def _ends(
    call: Call, at: int, table: Table, row: TieIn, organisations: Register
) -> tuple[str, str] | None:
    """The two organisations; None for a row that is rejected."""
    found = []
    for column, written in (("from", row.a), ("to", row.b)):
        try:
            found.append(organisations.find(written, table.group, call.origins.of_group(at)))
        except Fault as fault:
            call.rejections.reject(at, table, row.row, column, written, fault.reason)
            return None
    if found[0] == found[1]:
        why = message("A tie is between two organisations.")
        call.rejections.reject(at, table, row.row, "to", row.b, why)
        return None
    return found[0], found[1]


def _values(row: TieIn) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "source": row.source,
        "reporter": row.reporter,
        "date": row.date.isoformat() if row.date else None,
        "end": row.end.isoformat() if row.end else None,
        "confidence": row.confidence,
    }


def _recognise(
    desk: Desk,
    free: list[str],
    told: _Told,
    known: Callable[[Document, _Told], bool],
) -> None:
    """Take the only record between the two that is known by its evidence."""
    fitting = [record_id for record_id in free if known(desk[record_id], told)]
    if len(fitting) == 1 or (fitting and known is _with_same_evidence):
        told.record_id = fitting[0]
        free.remove(fitting[0])


def _write(desk: Desk, told: _Told) -> str:
    record_id = told.record_id
    if record_id is None:
        told.values["source"] = told.values["source"] or told.default_source
        evidence = [value or "" for value in _evidence(told.values)]
        record_id = free_id(desk, "tie", *sorted(told.ends), *evidence)
        desk.create(record_id).update(a=told.ends[0], b=told.ends[1])
    fill(desk.edit(record_id), told.values)
    return record_id


def _evidence(tie: Document) -> Evidence:
    return tuple(tie[field] for field in _EVIDENCE)


def _with_same_evidence(there: Document, told: _Told) -> bool:
    source = told.values["source"] or told.default_source
    return _evidence(there) == _evidence({**told.values, "source": source})


def _with_fitting_evidence(there: Document, told: _Told) -> bool:
    """Whether nothing that both say of the evidence is different."""
    if any(there[field] != told.values[field] for field in ("kind", "reporter")):
        return False
    return all(
        there[field] is None or told.values[field] is None or there[field] == told.values[field]
        for field in ("source", "date")
    )

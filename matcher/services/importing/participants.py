"""Rows of participants into the collaborations that they belong to."""

from __future__ import annotations

from typing import Any

from matcher.exchange.fault import Fault
from matcher.exchange.rows import ParticipantIn, Table
from matcher.services.importing.call import Call
from matcher.services.importing.fill import fill
from matcher.services.importing.register import Register
from matcher.wording.message import message

_FIELDS = ("role", "since", "until")


def fill_participants(call: Call, organisations: Register, collaborations: Register) -> None:
    """Add and change participants, and count them; an organisation takes part once.

    A later row of the same organisation in the same collaboration is rejected.
    """
    taking_part: dict[str, dict[str, dict[str, Any]]] = {}
    for at, table in call.of("participants"):
        seen: dict[tuple[str, str], int] = {}
        for row in table.rows:
            pair = _pair(call, at, table, row, organisations, collaborations)
            if pair is None:
                continue
            first = seen.setdefault(pair, row.row)
            if first != row.row:
                why = message("Row {row} says already that it takes part.", row=str(first))
                call.rejections.reject(at, table, row.row, "organisation", row.organisation, why)
                continue
            collaboration, organisation = pair
            there = taking_part.setdefault(collaboration, _participants(call, collaboration))
            _take(call, there, collaboration, organisation, row)
    for collaboration, there in taking_part.items():
        after = [there[organisation] for organisation in sorted(there)]
        if after != call.desks["collaboration"][collaboration]["participants"]:
            call.desks["collaboration"].edit(collaboration)["participants"] = after


def _pair(
    call: Call,
    at: int,
    table: Table,
    row: ParticipantIn,
    organisations: Register,
    collaborations: Register,
) -> tuple[str, str] | None:
    """The collaboration and the organisation; None for a row that is rejected."""
    sources = call.origins.of_group(at)
    found = []
    for column, register in (("collaboration", collaborations), ("organisation", organisations)):
        written = getattr(row, column)
        try:
            found.append(register.find(written, table.group, sources))
        except Fault as fault:
            call.rejections.reject(at, table, row.row, column, written, fault.reason)
            return None
    return found[0], found[1]


def _participants(call: Call, collaboration: str) -> dict[str, dict[str, Any]]:
    document = call.desks["collaboration"][collaboration]
    return {each["organisation"]: each for each in document["participants"]}


def _take(
    call: Call,
    there: dict[str, dict[str, Any]],
    collaboration: str,
    organisation: str,
    row: ParticipantIn,
) -> None:
    before = there.get(organisation)
    after = dict(before or {"organisation": organisation, **dict.fromkeys(_FIELDS)})
    fill(after, {field: getattr(row, field) for field in _FIELDS})
    there[organisation] = after
    key = (collaboration, organisation)
    if before is None:
        call.tally.count("participants", key, "created")
    else:
        call.tally.count("participants", key, "unchanged" if after == before else "updated")

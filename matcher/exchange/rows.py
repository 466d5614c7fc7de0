"""Rows as they come out of a file: typed, checked one by one, not yet compared with records.

`row` is the number a spreadsheet shows. None, and an empty tuple, mean that the file says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date as day
from typing import Any

from matcher.exchange.recognise import Layout
from matcher.exchange.tables import TableName
from matcher.wording.message import Message


@dataclass(frozen=True, kw_only=True, slots=True)
class OrganisationIn:
    """An organisation of a list; `id` and `parent` as the list says them."""

    row: int
    name: str
    id: str | None = None
    sector: str | None = None
    kind: str | None = None
    parent: str | None = None
    cvr: str | None = None
    p_number: str | None = None
    advertising_protected: bool | None = None
    description: str | None = None
    website: str | None = None
    email: str | None = None
    phone: str | None = None
    contact_person: str | None = None
    may_pass_on: bool | None = None
    address: str | None = None
    postcode: str | None = None
    town: str | None = None
    municipality: str | None = None
    district: str | None = None
    lat: float | None = None
    lon: float | None = None
    themes: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    open_to_partners: bool | None = None
    source: str | None = None
    source_id: str | None = None
    hidden: bool | None = None
    notes: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CapacityIn:
    """Something an organisation offers or needs, with more than a word."""

    row: int
    organisation: str
    offers_or_needs: str
    term: str
    note: str | None = None
    amount: float | None = None
    unit: str | None = None
    when: str | None = None
    until: day | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CollaborationIn:
    """A collaboration of a list."""

    row: int
    title: str
    id: str | None = None
    start: day | None = None
    end: day | None = None
    themes: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    purpose: str | None = None
    funding_source: str | None = None
    funding_amount: float | None = None
    funding_end: day | None = None
    agreement: str | None = None
    source: str | None = None
    source_id: str | None = None
    area: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ParticipantIn:
    """That an organisation takes part in a collaboration."""

    row: int
    collaboration: str
    organisation: str
    role: str | None = None
    since: day | None = None
    until: day | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TieIn:
    """That somebody says two organisations work together."""

    row: int
    a: str
    b: str
    kind: str | None = None
    source: str | None = None
    reporter: str | None = None
    date: day | None = None
    end: day | None = None
    confidence: float | None = None


RowIn = OrganisationIn | CapacityIn | CollaborationIn | ParticipantIn | TieIn
ROW_OF: dict[TableName, type[Any]] = {
    "organisations": OrganisationIn,
    "capacities": CapacityIn,
    "collaborations": CollaborationIn,
    "participants": ParticipantIn,
    "ties": TieIn,
}
# Canonical headings that say another word than the rows do.
FIELD_OF: dict[TableName, dict[str, str]] = {
    "organisations": {},
    "capacities": {},
    "collaborations": {},
    "participants": {"from": "since", "to": "until"},
    "ties": {"from": "a", "to": "b"},
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Rejected:
    """A row that is not imported: where it stands, the cell at fault and why.

    `column` is the heading as written in the file; None when the whole row is meant.
    """

    file: str
    row: int
    column: str | None
    value: str | None
    reason: Message


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table of a file, read.

    `file` is the name that people see; `label` tells the tables of one file apart. `group` is the
    number, in the call, of the folder or file that was handed over, `group_name` what it is
    called. `own` says that Samspil itself wrote it: then ids are Samspil's own. `lost` are the ids
    and names of the rows that were rejected, with their numbers.
    """

    file: str
    label: str
    group: int
    group_name: str
    layout: Layout
    own: bool
    rows: tuple[Any, ...] = ()
    lost: tuple[tuple[tuple[str, ...], int], ...] = ()

    def with_rows(
        self, rows: tuple[Any, ...], lost: tuple[tuple[tuple[str, ...], int], ...]
    ) -> Table:
        """The same table with these rows."""
        return replace(self, rows=rows, lost=lost)

    def rejected(
        self, row: int, column: str | None, value: str | None, reason: Message
    ) -> Rejected:
        """A rejection of one of the rows, with the heading as the file has it."""
        heading = None if column is None else self.layout.heading(column) or column
        return Rejected(file=self.file, row=row, column=heading, value=value, reason=reason)

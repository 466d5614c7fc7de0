"""Files to tables of typed rows and rows that cannot be; a file that cannot be read is refused."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.errors import Refusal
from matcher.exchange import xlsx_file
from matcher.exchange.csv_file import read_csv
from matcher.exchange.limits import Limits
from matcher.exchange.mapping import HeadingMap
from matcher.exchange.parse import RowFault, called, typed_row
from matcher.exchange.recognise import Layout, fitting, known_count, recognise
from matcher.exchange.refusals import lacking, nothing_known, too_large
from matcher.exchange.rows import Rejected, Table
from matcher.exchange.sheet import Cell, Sheet
from matcher.exchange.source import Source
from matcher.wording.message import Message, Words, listed, message

# So many rows tell whether the words of a list are those of a shipped mapping.
_SAMPLE = 200


@dataclass(frozen=True, kw_only=True)
class Reading:
    """All that was read: tables in the order of the files, rejected rows, notes for the person.

    `labels` holds words of vocabularies that a mapping names in both languages, by their folded
    Danish label.
    """

    tables: tuple[Table, ...]
    rejected: tuple[Rejected, ...]
    notes: tuple[Message, ...]
    labels: dict[str, Words]


def read(sources: Sequence[Source], mapping: HeadingMap | None, limits: Limits) -> Reading:
    """Read files of any of the five tables.

    A row that cannot be is rejected, the others are read. Refusal (unreadable, too_large) when a
    file as a whole cannot be: empty, noise, no known heading, a required column missing, over a
    limit; and when no file has a row.
    """
    tables: list[Table] = []
    rejected: list[Rejected] = []
    notes: list[Message] = []
    groups: dict[object, int] = {}
    for number, source in enumerate(sources):
        group = groups.setdefault(source.folder or number, len(groups))
        for sheet, layout in _recognised(source, mapping, limits, notes):
            table, wrong = _table(source, group, sheet, layout)
            tables.append(table)
            rejected.extend(wrong)
            notes.extend(_notes(table, wrong))
    if not rejected and not any(table.rows or table.own for table in tables):
        raise Refusal("unreadable", message("There are no rows below the headings."))
    labels: dict[str, Words] = {}
    for table in tables:
        labels |= table.layout.mapping.labels
    return Reading(
        tables=tuple(tables), rejected=tuple(rejected), notes=tuple(notes), labels=labels
    )


def _recognised(
    source: Source, mapping: HeadingMap | None, limits: Limits, notes: list[Message]
) -> list[tuple[Sheet, Layout]]:
    """The file's tables with what their headings stand for; other sheets get a note."""
    sheets = _sheets(source, mapping, limits)
    found = [(sheet, recognise(sheet.headings, mapping)) for sheet in sheets]
    whole = [(sheet, layout) for sheet, layout in found if layout and not layout.missing]
    if not whole:
        for _, layout in found:
            if layout is not None:
                raise lacking(source.name, layout)
        raise nothing_known(source.name, sheets[0].headings if sheets else ())
    passed_over: list[str] = [
        sheet.label for sheet, layout in found if layout is None or layout.missing
    ]
    if passed_over:
        notes.append(
            message(
                "{file}: these sheets hold no table that is known and were passed over: {sheets}.",
                file=source.name,
                sheets=listed(tuple(passed_over)),
            )
        )
    if len(whole) == 1:
        return whole
    return [(sheet.of_file(f"{source.name} ({sheet.label})"), layout) for sheet, layout in whole]


def _sheets(source: Source, mapping: HeadingMap | None, limits: Limits) -> tuple[Sheet, ...]:
    uploaded = source.uploaded or isinstance(source.data, bytes)
    if uploaded and source.size > limits.uploaded:
        raise too_large(source.name, limits.uploaded)
    with source.open() as stream:
        start = stream.read(len(xlsx_file.MAGIC))
    if start == xlsx_file.MAGIC:
        return xlsx_file.read_xlsx(source, limits)
    return (read_csv(source, lambda headings: known_count(headings, mapping)),)


def _table(
    source: Source, group: int, sheet: Sheet, layout: Layout
) -> tuple[Table, list[Rejected]]:
    sample = list(itertools.islice(sheet.rows, _SAMPLE))
    layout = fitting(layout, [cells for _, cells in sample])
    own = {"id", "source", "source_id"} <= set(layout.columns)
    table = Table(
        file=sheet.file,
        label=sheet.label,
        group=group,
        group_name=source.folder.name if source.folder else source.stem,
        layout=layout,
        own=own,
    )
    rejected: list[Rejected] = []
    lost: list[tuple[tuple[str, ...], int]] = []
    rows = _rows(table, itertools.chain(sample, sheet.rows), sheet.strict, rejected, lost)
    return table.with_rows(tuple(rows), tuple(lost)), rejected


def _rows(
    table: Table,
    rows: Iterator[tuple[int, tuple[Cell, ...]]],
    strict: bool,
    rejected: list[Rejected],
    lost: list[tuple[tuple[str, ...], int]],
) -> Iterator[object]:
    first: dict[tuple[str | None, str], int] = {}
    for number, cells in rows:
        try:
            row = typed_row(table.layout, number, cells, strict=strict)
            _require_new(row, first)
        except RowFault as fault:
            rejected.append(table.rejected(number, fault.column, fault.value, fault.reason))
            lost.append((called(table.layout, cells), number))
        else:
            yield row


def _require_new(row: object, first: dict[tuple[str | None, str], int]) -> None:
    """RowFault if an earlier row of the table has the same id, from the same source."""
    written = getattr(row, "id", None)
    if written is None:
        return
    number = getattr(row, "row", 0)
    before = first.setdefault((getattr(row, "source", None), written), number)
    if before != number:
        raise RowFault("id", written, message("Row {row} has the same id.", row=str(before)))


def _notes(table: Table, rejected: Sequence[Rejected]) -> list[Message]:
    notes = []
    if table.layout.unused:
        notes.append(
            message(
                "{file}: these columns are not used: {columns}.",
                file=table.file,
                columns=listed(table.layout.unused),
            )
        )
    if not table.rows and not rejected:
        notes.append(message("{file} has no rows below the headings.", file=table.file))
    return notes

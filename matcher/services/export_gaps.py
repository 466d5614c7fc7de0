"""The gaps as a spreadsheet: a sheet for each kind, or one kind as CSV."""

from __future__ import annotations

from datetime import date

from matcher.exchange.shortlist_file import Cell as FileCell
from matcher.exchange.shortlist_file import Column as FileColumn
from matcher.exchange.shortlist_file import ShortlistSheet, write_csv, write_workbook
from matcher.network.picture import MapView
from matcher.services.access import Actor
from matcher.services.gaps.rests import lines_about
from matcher.services.gaps.results import BROKERS, Cell, GapTable, ShownGaps, Who
from matcher.services.installation import Installation
from matcher.services.show_gaps import show_gaps
from matcher.wording.message import message, messages_n
from matcher.wording.say import say

MOST_ROWS = 5_000
"""Rows of a sheet: styled cells take their time, and the CSV has them all."""

_WIDE, _NARROW = 30, 14


def export_gaps(
    installation: Installation,
    actor: Actor,
    view: MapView | None = None,
    *,
    kind: str = "",
    language: str = "da",
    as_of: date,
) -> bytes:
    """A workbook of all kinds, or with a `kind` its table alone as CSV; in a language.

    No cell can run as a formula. Refusal: not_found for no such kind.
    """
    found = show_gaps(installation, actor, view, as_of=as_of)
    if kind:
        return write_csv(_sheet(found, found.table(kind), language, None))
    return write_workbook([_sheet(found, table, language, MOST_ROWS) for table in found.tables])


def _sheet(found: ShownGaps, table: GapTable, language: str, most: int | None) -> ShortlistSheet:
    title = say(table.title, language)
    about = [message("As of {day}.", day=found.as_of), table.means]
    about += lines_about(found.rests, brokers=table.kind in BROKERS)
    if most is not None and table.count > most:
        about.append(
            messages_n(
                "The first {most} of {n} row; the CSV file has them all.",
                "The first {most} of {n} rows; the CSV file has them all.",
                n=table.count,
                most=most,
            )
        )
    return ShortlistSheet(
        tab=title,
        title=title,
        about=tuple(say(line, language) for line in about),
        columns=(
            *(
                FileColumn(
                    heading=say(column.heading, language),
                    width=_WIDE if column.sort == "text" else _NARROW,
                    number_format="0.#" if column.sort == "number" else "General",
                )
                for column in table.columns
            ),
            FileColumn(heading=say(message("In words"), language), width=2 * _WIDE),
        ),
        rows=tuple(
            (*(in_file(cell, language) for cell in line.cells), say(line.text, language))
            for line in table.lines(0, most)
        ),
    )


def in_file(cell: Cell, language: str) -> FileCell:
    """A cell as a file has it: numbers stay numbers, all else is text."""
    match cell:
        case None | int():
            return cell
        case float():
            return round(cell, 1)
        case Who():
            return cell.name
        case _:
            return say(cell, language)

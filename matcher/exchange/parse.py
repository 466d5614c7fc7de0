"""Cells of a row to a typed row, or the reason why not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.exchange.fault import Fault
from matcher.exchange.recognise import Layout
from matcher.exchange.rows import FIELD_OF, ROW_OF
from matcher.exchange.sheet import Cell, shown
from matcher.exchange.tables import TABLES, Column
from matcher.exchange.text_cells import plain, text, word_list
from matcher.exchange.values import READERS
from matcher.exchange.words import key, words
from matcher.wording.message import Message, listed, message


class RowFault(Exception):
    """What is wrong with a row: our column (None: the row as a whole), what it holds, and why."""

    def __init__(self, column: str | None, value: str | None, reason: Message) -> None:
        super().__init__(reason.id)
        self.column = column
        self.value = value
        self.reason = reason


def typed_row(layout: Layout, row: int, cells: tuple[Cell, ...], *, strict: bool) -> Any:
    """The row as the dataclass of its table.

    RowFault for the first cell at fault, naming the others; for a row that is longer than the
    heading where `strict` says that this means shifted cells; for what must be there and is not,
    and for an end before the start.
    """
    if strict and any(shown(cell).strip() for cell in cells[len(layout.headings) :]):
        raise RowFault(
            None,
            None,
            message(
                "The row has {cells} cells, the heading {headings}: is a separator part of a text?",
                cells=len(cells),
                headings=len(layout.headings),
            ),
        )
    values = _values(layout, cells)
    _complete(layout, values, cells)
    names = FIELD_OF[layout.table]
    fields = {names.get(column, column): value for column, value in values.items()}
    return ROW_OF[layout.table](row=row, **fields)


def called(layout: Layout, cells: tuple[Cell, ...]) -> tuple[str, ...]:
    """The id and the name that a row gives, of those it has: what others refer to it by."""
    written = [
        plain(shown(_first_filled(cells, layout.columns[column])))
        for column in ("id", "name", "title")
        if column in layout.columns
    ]
    return tuple(text for text in written if text)


def _values(layout: Layout, cells: tuple[Cell, ...]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    faults: list[tuple[str, Cell, Message]] = []
    for column, positions in layout.columns.items():
        cell = _first_filled(cells, positions)
        try:
            values[column] = _value(layout, TABLES[layout.table].column(column), cell)
        except Fault as fault:
            faults.append((column, cell, fault.reason))
    if faults:
        column, cell, reason = faults[0]
        also = [layout.heading(other) or other for other, _, _ in faults[1:]]
        if also:
            reason = message(
                "{reason} Also wrong: {columns}.", reason=reason, columns=listed(list(also))
            )
        raise RowFault(column, shown(cell), reason)
    return values


def _first_filled(cells: tuple[Cell, ...], positions: tuple[int, ...]) -> Cell:
    for position in positions:
        if position < len(cells) and shown(cells[position]).strip():
            return cells[position]
    return None


def _value(layout: Layout, column: Column, cell: Cell) -> object:
    mapped = layout.mapping.values.get(column.name)
    if mapped:
        several = column.shape in ("words", "names")
        cell = _our_words(mapped, cell) if several else _our_word(mapped, cell)
    value = READERS[column.shape](cell)
    if column.longest is not None and isinstance(value, str) and len(value) > column.longest:
        raise Fault(message("Write at most {limit} characters.", limit=column.longest))
    return value


def _our_word(mapped: Mapping[str, str], cell: Cell) -> Cell:
    written = text(cell)
    return cell if written is None else mapped.get(key(written), cell)


def _our_words(mapped: Mapping[str, str], cell: Cell) -> Cell:
    """Words of a list, each by the mapping; a whole cell that the mapping knows counts first."""
    whole = mapped.get(key(text(cell) or ""))
    if whole is not None:
        return whole
    return "|".join(mapped.get(key(word), word) for word in word_list(cell))


def _complete(layout: Layout, values: dict[str, Any], cells: tuple[Cell, ...]) -> None:
    """Fill in what follows from the rest; RowFault where something is missing or contradicts."""
    match layout.table:
        case "organisations":
            _require(values, "name", message("The name is missing."))
            if (values.get("lat") is None) != (values.get("lon") is None):
                column = "lat" if values.get("lat") is None else "lon"
                raise RowFault(
                    column, "", message("Write both latitude and longitude, or neither.")
                )
            if "sector" not in layout.columns and values.get("kind"):
                # A list whose only "type" is forening, offentlig or virksomhed tells the sector.
                values["sector"] = words("sector").get(key(values["kind"]))
        case "collaborations":
            if "title" not in layout.columns:
                values["title"] = values.get("id")
                _require(values, "id", message("The id is missing."))
            _require(values, "title", message("The title is missing."))
            _in_order(layout, values, cells, "start", "end")
        case "participants":
            _require(values, "collaboration", message("The collaboration is missing."))
            _require(values, "organisation", message("The organisation is missing."))
            _in_order(layout, values, cells, "from", "to")
        case "capacities":
            _require(values, "organisation", message("The organisation is missing."))
            _require(values, "offers_or_needs", message("Write offers or needs."))
            _require(values, "term", message("The term is missing."))
        case "ties":
            _require(values, "from", message("The organisation is missing."))
            _require(values, "to", message("The organisation is missing."))


def _require(values: dict[str, Any], column: str, reason: Message) -> None:
    if values.get(column) is None:
        raise RowFault(column, "", reason)


def _in_order(
    layout: Layout, values: dict[str, Any], cells: tuple[Cell, ...], first: str, last: str
) -> None:
    begin, end = values.get(first), values.get(last)
    if begin is not None and end is not None and end < begin:
        written = shown(_first_filled(cells, layout.columns[last]))
        raise RowFault(last, written, message("The end is before the start."))

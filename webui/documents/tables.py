"""The tables that a report can have: organisations and ties of a map, measures, gaps."""

from __future__ import annotations

from collections.abc import Sequence

from babel.numbers import format_decimal, format_percent

from matcher.network.measures import FIGURES, MEASURES, NetworkMeasures
from matcher.network.measures.coverage import ENOUGH
from matcher.network.picture import MapPicture
from matcher.services.gaps.results import Cell, GapTable, ShownGaps, Who
from matcher.wording.labels import sector_label
from matcher.wording.message import Message, Value, message, messages_n
from webui.documents.report import Column, Table
from webui.maps.words import tie_kinds

MOST_ROWS = 100
"""A report is read on paper: longer tables are cut, and say so."""
MOST_LEADING = 20
MOST_GAPS = 10
LEADING = ("degree", "harmonic", "betweenness", "constraint")
"""The measures of organisations that a report lists."""


def organisations(picture: MapPicture) -> Table:
    """The organisations of a map; the best-tied where there are too many."""
    nodes = picture.nodes
    if len(nodes) > MOST_ROWS:
        best = sorted(nodes, key=lambda node: -node.ties)[:MOST_ROWS]
        kept = {node.id for node in best}
        nodes = tuple(node for node in nodes if node.id in kept)
    return Table(
        title=message("Organisations"),
        about=_cut(len(nodes), len(picture.nodes), message("those with most ties")),
        columns=(
            Column(heading=message("Organisation")),
            Column(heading=message("Sector")),
            Column(heading=message("Kind")),
            Column(heading=message("Area")),
            Column(heading=message("Ties"), number=True),
        ),
        rows=tuple(
            (node.name, sector_label(node.sector), node.label, node.area, node.ties)
            for node in nodes
        ),
    )


def ties(picture: MapPicture) -> Table:
    """The ties of a map; the closest where there are too many."""
    names = {node.id: node.name for node in picture.nodes}
    found = picture.ties
    if len(found) > MOST_ROWS:
        close = sorted(range(len(found)), key=lambda row: (-found[row].strength, row))
        found = tuple(picture.ties[row] for row in sorted(close[:MOST_ROWS]))
    return Table(
        title=message("Who works with whom"),
        about=_cut(len(found), len(picture.ties), message("the closest")),
        columns=(
            Column(heading=message("Organisation")),
            Column(heading=message("Works with")),
            Column(heading=message("How it is known")),
            Column(heading=message("Since")),
            Column(heading=message("Until")),
        ),
        rows=tuple(
            (names[tie.a], names[tie.b], tie_kinds(tie), tie.since, tie.until) for tie in found
        ),
    )


def measures(
    known: NetworkMeasures, names: Sequence[tuple[str, str]], language: str
) -> tuple[Table, Table]:
    """The network in figures, and the organisations with most partners; `names` are (id, name).

    Measures of brokers are left out where too few ties are known to rely on them.
    """
    enough = known.coverage.enough
    figures = Table(
        title=message("The network in figures"),
        about=_coverage(known),
        columns=(
            Column(heading=message("Figure")),
            Column(heading=message("Value"), number=True),
        ),
        rows=tuple(
            (each.label, _number(known.figures.get(name), each.decimals, each.share, language))
            for name, each in FIGURES.items()
            if enough or not each.broker
        ),
    )
    values = known.by_organisation
    listed = [each for each in LEADING if enough or not MEASURES[each].broker]
    best = sorted(
        (each for each in names if each[0] in values["degree"]),
        key=lambda each: -(values["degree"][each[0]] or 0.0),
    )
    leading = Table(
        title=message("Organisations with most partners"),
        about=_coverage(known),
        columns=(
            Column(heading=message("Organisation")),
            *(Column(heading=MEASURES[each].label, number=True) for each in listed),
        ),
        rows=tuple(
            (
                name,
                *(
                    _number(values[each].get(key), MEASURES[each].decimals, False, language)
                    for each in listed
                ),
            )
            for key, name in best[:MOST_LEADING]
        ),
    )
    return figures, leading


def gaps(found: ShownGaps) -> tuple[Table, ...]:
    """The most telling gaps of each kind that there are any of."""
    return tuple(_gap_table(table) for table in found.tables if table.count)


def _gap_table(table: GapTable) -> Table:
    lines = table.lines(0, MOST_GAPS)
    return Table(
        title=table.title,
        about=(table.means, *_cut(len(lines), table.count, message("the most telling"))),
        columns=tuple(
            Column(heading=column.heading, number=column.sort == "number")
            for column in table.columns
        ),
        rows=tuple(tuple(_cell(cell) for cell in line.cells) for line in lines),
    )


def _cell(cell: Cell) -> Value | None:
    return cell.name if isinstance(cell, Who) else cell


def _cut(shown: int, count: int, which: Message) -> tuple[Message, ...]:
    if shown == count:
        return ()
    return (
        messages_n(
            "{shown} of {n} row: {which}.",
            "{shown} of {n} rows: {which}.",
            n=count,
            shown=shown,
            which=which,
        ),
    )


def _coverage(known: NetworkMeasures) -> tuple[Message, ...]:
    share = known.coverage.share
    if share is None:
        return ()
    said = message("Ties are known for {share} % of the organisations.", share=round(100 * share))
    if known.coverage.enough:
        return (said,)
    return (
        said,
        message(
            "That is less than {enough} %: too little to name who is a link between others.",
            enough=round(100 * ENOUGH),
        ),
    )


def _number(value: float | None, decimals: int, share: bool, language: str) -> str | None:
    """A number as the language writes it."""
    if value is None:
        return None
    if share:
        return str(format_percent(value, locale=language))
    places = "0" * decimals
    return str(format_decimal(value, f"#,##0.{places}" if places else "#,##0", locale=language))

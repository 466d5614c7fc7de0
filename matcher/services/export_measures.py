"""The measures of all organisations as a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from matcher.errors import Refusal
from matcher.exchange.shortlist_file import Cell, Column, ShortlistSheet, write_csv, write_xlsx
from matcher.network.measures import FIGURES, MEASURES, WHY_NOT_ENOUGH, Measure, NetworkMeasures
from matcher.services.access import Actor
from matcher.services.installation import Installation
from matcher.services.show_measures import MeasuredRow, Order, ShownMeasures, show_measures
from matcher.wording.labels import sector_label
from matcher.wording.measures import coverage_sentence, sampling_sentence
from matcher.wording.message import Message, message
from matcher.wording.say import say

WRITERS: Mapping[str, Callable[[ShortlistSheet], bytes]] = {"xlsx": write_xlsx, "csv": write_csv}
"""How each format is written, by the ending of its files."""

_ALL = 10**9


def export_measures(
    installation: Installation,
    actor: Actor,
    format: str,  # noqa: A002 – what it is called everywhere
    order: Order | None = None,
    *,
    as_of: date,
    language: str = "da",
) -> bytes:
    """The file, "xlsx" or "csv": one row an organisation, all measures, numbers not rounded.

    Refusal: invalid for another format; not_found where no measures were computed yet.
    """
    shown = show_measures(installation, actor, order, as_of=as_of, per_page=_ALL)
    if format not in WRITERS:
        raise Refusal("invalid", message("Choose a file that ends in .xlsx or .csv."))
    if shown is None:
        raise Refusal("not_found", message("The measures have not been computed yet."))
    return WRITERS[format](_sheet(shown, language, as_text=format == "csv"))


def _sheet(shown: ShownMeasures, language: str, *, as_text: bool) -> ShortlistSheet:
    found = shown.found
    called = say(message("Measures of the network"), language)
    return ShortlistSheet(
        tab=called,
        title=f"{called} {found.as_of.isoformat()}",
        about=tuple(say(line, language) for line in _about(found)),
        columns=(
            Column(heading=say(message("Organisation"), language), width=32),
            Column(heading=say(message("Sector"), language), width=14),
            *(_column(measure, language) for measure in MEASURES.values()),
        ),
        rows=tuple(_cells(row, language, as_text) for row in shown.rows),
    )


def _about(found: NetworkMeasures) -> list[Message]:
    rests = found.coverage
    lines = [coverage_sentence(rests.organisations, rests.with_ties)]
    if not rests.enough:
        lines.append(WHY_NOT_ENOUGH)
    if found.sampled is not None:
        lines.append(sampling_sentence(found.sampled.sources, rests.organisations))
    for name, figure in FIGURES.items():
        value = found.figures[name]
        if value is not None:
            shown = round(value, 4)
            lines.append(message("{figure}: {value}", figure=figure.label, value=shown))
    return lines


def _column(measure: Measure, language: str) -> Column:
    digits = "0." + "0" * measure.decimals if measure.decimals else "0"
    return Column(heading=say(measure.label, language), width=16, number_format=digits)


def _cells(row: MeasuredRow, language: str, as_text: bool) -> tuple[Cell, ...]:
    values = (_cell(name, row.values[name], language, as_text) for name in MEASURES)
    return (row.name, say(sector_label(row.sector), language), *values)


def _cell(name: str, value: float | None, language: str, as_text: bool) -> Cell:
    if value is None:
        return None
    if MEASURES[name].yes_or_no:
        return say(message("yes") if value else message("no"), language)
    if value.is_integer():
        return int(value)
    # The CSV writer rounds numbers to two decimals, which many measures do not outlive.
    return f"{value:.8g}".replace(".", ",") if as_text else value

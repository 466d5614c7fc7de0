"""The ledger as a spreadsheet: the stages, and a sheet for each way to tell them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from matcher.errors import Refusal
from matcher.exchange.shortlist_file import (
    Cell,
    Column,
    ShortlistSheet,
    write_csv,
    write_workbook,
)
from matcher.partnership.ledger import Funnel
from matcher.services.access import Actor
from matcher.services.installation import Installation
from matcher.services.ledger.results import Ledger, LedgerAsked, LedgerTable
from matcher.services.ledger.show import show_ledger
from matcher.wording.ledger import (
    KEY_LABELS,
    MEANINGS,
    STAGE_LABELS,
    TABLE_LABELS,
    judged_words,
    reason_label,
)
from matcher.wording.message import Message, Value, message
from matcher.wording.say import say

_WIDE, _NARROW = 32, 13


def export_ledger(
    installation: Installation,
    actor: Actor,
    format: str,  # noqa: A002 – what it is called everywhere
    asked: LedgerAsked | None = None,
    *,
    as_of: date,
    language: str = "da",
) -> bytes:
    """The file: "xlsx" with everything, "csv" with all tables in one; no contacts are in it.

    No cell can run as a formula. Refusal: invalid for another format, and as `show_ledger`.
    """
    found = show_ledger(installation, actor, asked, as_of=as_of, language=language)
    match format:
        case "csv":
            return write_csv(_all_tables(found, language))
        case "xlsx":
            sheets = [_stages(found, language), _reasons(found, language)]
            sheets += [_table(found, table, language) for table in found.tables]
            return write_workbook(sheets)
        case _:
            raise Refusal("invalid", message("Choose a file that ends in .xlsx or .csv."))


def _about(found: Ledger, language: str) -> tuple[str, ...]:
    as_of = message("As of {day}.", day=found.as_of)
    return tuple(say(line, language) for line in (*found.words, as_of))


def _stages(found: Ledger, language: str) -> ShortlistSheet:
    total, together = found.total, found.collaborations
    counted: list[tuple[Value, int]] = [
        (message("Collaborations started from a shortlist"), together.started),
        (message("of these with a written agreement"), together.written),
        (message("of these alive a year after the grant"), together.alive),
        (message("ended before that"), together.ended),
        (message("not known yet"), together.unknown),
    ]
    return ShortlistSheet(
        tab=say(message("Ledger"), language),
        title=say(message("Ledger"), language),
        about=(*_about(found, language), *(say(line, language) for line in MEANINGS)),
        columns=(
            Column(heading=say(message("Stage"), language), width=_WIDE),
            Column(heading=say(message("Candidates"), language), width=_NARROW),
            Column(heading=say(message("Median days"), language), width=_NARROW),
            Column(heading=say(message("Days rest on"), language), width=_NARROW),
        ),
        rows=(
            *(
                (say(STAGE_LABELS[each.key], language), each.count, each.days, each.rests_on)
                for each in total.stages
            ),
            (say(message("Declined"), language), total.declined, None, None),
            *((say(label, language), count, None, None) for label, count in counted),
        ),
    )


def _reasons(found: Ledger, language: str) -> ShortlistSheet:
    title = say(message("Why candidates declined"), language)
    return ShortlistSheet(
        tab=title,
        title=title,
        about=(*_about(found, language), say(judged_words(found.reasons.judged), language)),
        columns=(
            Column(heading=say(message("Reason"), language), width=_WIDE),
            Column(heading=say(message("Candidates"), language), width=_NARROW),
        ),
        rows=tuple(
            (say(reason_label(reason), language), count) for reason, count in found.reasons.counts
        ),
    )


def _table(found: Ledger, table: LedgerTable, language: str) -> ShortlistSheet:
    title = say(TABLE_LABELS[table.by], language)
    return ShortlistSheet(
        tab=title,
        title=title,
        about=_about(found, language),
        columns=(
            Column(heading=say(KEY_LABELS[table.by], language), width=_WIDE),
            *_columns(language),
        ),
        rows=tuple((say(row.label, language), *_cells(row.funnel)) for row in table.rows),
    )


def _all_tables(found: Ledger, language: str) -> ShortlistSheet:
    rows: Sequence[tuple[Cell, ...]] = [
        (say(TABLE_LABELS[table.by], language), say(row.label, language), *_cells(row.funnel))
        for table in found.tables
        for row in table.rows
    ]
    everything = say(message("All candidates"), language)
    return ShortlistSheet(
        tab="",
        title="",
        about=(),
        columns=(
            Column(heading=say(message("Told by"), language), width=_WIDE),
            Column(heading=say(message("Row"), language), width=_WIDE),
            *_columns(language),
        ),
        rows=((everything, "", *_cells(found.total)), *rows),
    )


def _columns(language: str) -> tuple[Column, ...]:
    headings: list[Message] = []
    for at, label in enumerate(STAGE_LABELS.values()):
        headings.append(label)
        if at and label is not STAGE_LABELS["alive"]:
            headings.append(message("{stage}: median days", stage=label))
            headings.append(message("{stage}: days rest on", stage=label))
    headings += [message("Not known yet whether alive"), message("Declined")]
    return tuple(Column(heading=say(each, language), width=_NARROW) for each in headings)


def _cells(funnel: Funnel) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for each in funnel.stages:
        cells.append(each.count)
        if each.key not in {"suggested", "alive"}:
            cells += [each.days, each.rests_on]
    return (*cells, funnel.unknown, funnel.declined)

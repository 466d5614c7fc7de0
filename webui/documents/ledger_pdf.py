"""The ledger for a funder: two pages, tagged and for everybody to read (PDF/UA-1).

However much there is to tell, it is two pages: the largest rows, and the others together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matcher.partnership.ledger import Funnel, Stage
from matcher.partnership.ledger_entry import STAGES
from matcher.services.ledger import Ledger, LedgerRow, LedgerTable
from matcher.wording.ledger import (
    KEY_LABELS,
    MEANINGS,
    STAGE_LABELS,
    TABLE_LABELS,
    UNDER_COUNTS,
    days_short,
    days_words,
    judged_words,
    not_known_words,
    reason_label,
)
from matcher.wording.message import Message, Value, message, messages_n
from webui.documents.poster import plain
from webui.documents.typeset import typeset

MOST = {"period": 4, "theme": 7, "sector": 4, "district": 7}
"""Rows of each table: so many, and the others, fit on two pages whatever they are called."""

MOST_REASONS = 4
LONGEST = 36
"""Letters of a label; what is longer would take a second line from another row."""

SOURCE = message(
    "Made with Samspil. Counted are organisations, never persons; no contact persons are in it."
)


def ledger_pdf(found: Ledger, language: str) -> bytes:
    """The file."""
    return typeset("ledger", _data(found, language), "pdf")


def _data(found: Ledger, language: str) -> dict[str, Any]:
    def text(value: Value) -> str:
        return plain(value, language)

    as_of = message("As known on {day}.", day=found.as_of)
    return {
        "title": text(message("From suggestion to lasting collaboration")),
        "language": language,
        "day": [found.as_of.year, found.as_of.month, found.as_of.day],
        "about": " ".join(text(each) for each in (*found.words, as_of)),
        "stages": {
            "title": text(message("How far candidates have come")),
            "columns": [
                text(each)
                for each in (
                    message("Stage"),
                    message("Candidates"),
                    message("Share of all"),
                    message("From the stage before"),
                )
            ],
            "rows": [_stage(stage, found.total, language) for stage in found.total.stages],
        },
        "together": [text(each) for each in _together(found)],
        "reasons": _reasons(found, language),
        "period": _part(found.table("period"), language),
        "parts": [_part(table, language) for table in found.tables if table.by != "period"],
        "meanings": {
            "title": text(message("How it is counted")),
            "lines": [text(each) for each in MEANINGS],
        },
        "source": text(SOURCE),
    }


def _stage(stage: Stage, total: Funnel, language: str) -> dict[str, Any]:
    share = stage.count / total.entries if total.entries else 0.0
    note = not_known_words(total) if stage.key == "alive" else None
    took = days_words(stage)
    return {
        "label": plain(STAGE_LABELS[stage.key], language),
        "note": "" if note is None else plain(note, language),
        "count": plain(stage.count, language),
        "share": share,
        "percent": plain(message("{share} %", share=round(100 * share)), language),
        "days": "–" if took is None else plain(took, language),
    }


def _together(found: Ledger) -> list[Message]:
    together = found.collaborations
    if not together.started:
        return []
    return [
        messages_n(
            "{n} collaboration was started from these lists, {written} with a written agreement.",
            "{n} collaborations were started from these lists, {written} with a written agreement.",
            n=together.started,
            written=together.written,
        ),
        message(
            "Of these {alive} were alive a year after the grant and {ended} had ended; of "
            "{unknown} it is not known yet.",
            alive=together.alive,
            ended=together.ended,
            unknown=together.unknown,
        ),
    ]


def _reasons(found: Ledger, language: str) -> dict[str, Any]:
    counts, judged = found.reasons.counts, found.reasons.judged
    note = judged_words(judged) if judged else None if counts else message("Nobody has declined.")
    rows: list[tuple[Value, int]] = [(reason_label(key), n) for key, n in counts[:MOST_REASONS]]
    if rest := sum(number for _key, number in counts[MOST_REASONS:]):
        rows.append((message("Other reasons"), rest))
    return {
        "title": plain(message("Why candidates declined"), language),
        "note": "" if note is None else plain(note, language),
        "columns": [plain(each, language) for each in (message("Reason"), message("Candidates"))],
        "rows": [
            {
                "label": plain(label, language),
                "cells": [{"count": plain(number, language), "note": ""}],
            }
            for label, number in rows
        ],
    }


def _part(table: LedgerTable, language: str) -> dict[str, Any]:
    rows = table.rows
    most = MOST[table.by]
    # The newest periods, the largest of all others.
    shown, rest = (
        (rows[-most:], rows[:-most]) if table.by == "period" else (rows[:most], rows[most:])
    )
    told = [_row(row, language) for row in shown]
    if rest:
        others = message("Earlier") if table.by == "period" else message("Others")
        together = _summed(others, rest, language)
        told = [together, *told] if table.by == "period" else [*told, together]
    headings = [KEY_LABELS[table.by], *STAGE_LABELS.values()]
    return {
        "title": plain(TABLE_LABELS[table.by], language),
        "note": plain(UNDER_COUNTS, language) if table.by in {"period", "theme"} else "",
        "columns": [plain(each, language) for each in headings],
        "rows": told,
    }


def _row(row: LedgerRow, language: str) -> dict[str, Any]:
    return {
        "label": _short(plain(row.label, language)),
        "cells": [
            {"count": plain(stage.count, language), "note": _days(stage, language)}
            for stage in row.funnel.stages
        ],
    }


def _summed(label: Message, rows: Sequence[LedgerRow], language: str) -> dict[str, Any]:
    """Several rows as one; medians cannot be put together, so it has none."""
    sums = [sum(row.funnel.stages[place].count for row in rows) for place in range(len(STAGES))]
    return {
        "label": plain(label, language),
        "cells": [{"count": plain(number, language), "note": ""} for number in sums],
    }


def _days(stage: Stage, language: str) -> str:
    took = days_short(stage)
    return "" if took is None else plain(took, language)


def _short(label: str) -> str:
    return label if len(label) <= LONGEST else label[: LONGEST - 1].rstrip() + "…"

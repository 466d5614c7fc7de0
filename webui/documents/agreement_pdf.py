"""A written agreement as PDF: tagged, with a title and a language, for everybody to read."""

from __future__ import annotations

from typing import Any

from matcher.partnership.written import Grid, Signature, Written, WrittenSection
from matcher.wording.message import Value
from webui.documents.agreement import (
    ACCEPTED,
    BY,
    DATE_TO_SIGN,
    DAY,
    EMPTY,
    PARTY,
    accepted_by,
    edition,
)
from webui.documents.blocks import blocks
from webui.documents.letters import letters
from webui.documents.poster import plain
from webui.documents.typeset import typeset


def agreement_pdf(written: Written) -> bytes:
    """The file, PDF/UA-1."""
    return typeset("agreement", _data(written), "pdf")


def _data(written: Written) -> dict[str, Any]:
    language = written.language
    return {
        "title": plain(written.title, language),
        "edition": plain(edition(written), language),
        "language": language,
        "day": [written.day.year, written.day.month, written.day.day],
        "sections": [_section(each) for each in written.sections],
        "empty": plain(EMPTY, language),
        "accepted": {
            "heading": plain(ACCEPTED, language),
            "columns": [plain(each, language) for each in (PARTY, BY, DAY)],
            "rows": [_signature(each, language) for each in written.signatures],
        },
    }


def _section(section: WrittenSection) -> dict[str, Any]:
    return {
        "heading": letters().known(section.heading),
        "facts": [
            {"label": letters().known(label), "blocks": _blocks(text)}
            for label, text in section.facts
        ],
        "blocks": [block for text in section.paragraphs for block in _blocks(text)],
        "grids": [_grid(each) for each in section.grids],
        "empty": section.empty,
    }


def _blocks(text: str) -> list[dict[str, Any]]:
    return [
        {"lines": [letters().known(line) for line in block.text.split("\n")], "item": block.item}
        for block in blocks(text)
    ]


def _grid(grid: Grid) -> dict[str, Any]:
    return {
        "columns": [letters().known(each) for each in grid.columns],
        "rows": [[letters().known(cell) for cell in row] for row in grid.rows],
    }


def _signature(signature: Signature, language: str) -> list[str]:
    day: Value = DATE_TO_SIGN if signature.day is None else signature.day
    return [
        letters().known(signature.party),
        plain(accepted_by(signature), language),
        plain(day, language),
    ]

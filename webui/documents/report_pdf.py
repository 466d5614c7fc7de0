"""The report as PDF: tagged, with a title and a language, for everybody to read (PDF/UA-1)."""

from __future__ import annotations

from typing import Any

from matcher.wording.message import Value
from webui.documents.poster import described, legend_data, plain
from webui.documents.report import NOTHING, SOURCE, Part, Report, Table
from webui.documents.scene import Frame, scene
from webui.documents.typeset import typeset

PICTURE = Frame(width=481.0, height=420.0)
"""As wide as a page of A4 between its margins, in points."""


def report_pdf(report: Report) -> bytes:
    """The file."""
    return typeset("report", _data(report), "pdf")


def _data(report: Report) -> dict[str, Any]:
    language = report.language
    return {
        "title": plain(report.title, language),
        "about": plain(report.about, language),
        "language": language,
        "day": [report.as_of.year, report.as_of.month, report.as_of.day],
        "introduction": [plain(each, language) for each in report.paragraphs],
        "parts": [_part(part, language) for part in report.parts],
        "tables": [_table(table, language) for table in report.tables],
        "nothing": plain(NOTHING, language),
        "source": plain(SOURCE, language),
    }


def _part(part: Part, language: str) -> dict[str, Any]:
    drawn = part.sheet
    return {
        "title": plain(drawn.title, language),
        "note": plain(part.note, language),
        "conditions": _texts(drawn.conditions, language),
        "scene": scene(drawn.picture, drawn.styled, PICTURE),
        "alt": described(drawn),
        "legend": legend_data(drawn.styled.legend, language),
        "notes": _texts(drawn.styled.legend.notes, language),
        "text": _texts(part.text, language),
        "tables": [_table(table, language) for table in part.tables],
    }


def _table(table: Table, language: str) -> dict[str, Any]:
    return {
        "title": plain(table.title, language),
        "about": _texts(table.about, language),
        "columns": [
            {"heading": plain(column.heading, language), "number": column.number}
            for column in table.columns
        ],
        "rows": [
            ["" if cell is None else plain(cell, language) for cell in row] for row in table.rows
        ],
    }


def _texts(values: tuple[Value, ...], language: str) -> list[str]:
    return [plain(value, language) for value in values]

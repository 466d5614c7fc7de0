"""The report for Word: styles and headings, pictures with alternative texts, real tables."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import _Row as Row

from matcher.exchange.xml_text import xml_text
from matcher.wording.message import Value
from matcher.wording.say import say
from webui.documents.picture import picture
from webui.documents.poster import described
from webui.documents.report import NOTHING, SOURCE, Part, Report, Table
from webui.documents.scene import Frame
from webui.documents.word import as_header, new_document, saved
from webui.maps.look import LegendSection

PICTURE = Frame(width=481.0, height=420.0)
PPI = 200.0


def report_docx(report: Report) -> bytes:
    """The file."""
    made = new_document(report.title, report.language, report.as_of)
    made.add_heading(xml_text(report.title), 0)
    _say(made, report.about, report.language, "Subtitle")
    for paragraph in report.paragraphs:
        _say(made, paragraph, report.language)
    for part in report.parts:
        _part(made, part, report.language)
    for table in report.tables:
        _table(made, table, 1, report.language)
    _say(made, SOURCE, report.language)
    return saved(made)


def _part(made: Docx, part: Part, language: str) -> None:
    drawn = part.sheet
    made.add_heading(_text(drawn.title, language), 1)
    for line in (*([part.note] if part.note else ()), *drawn.conditions):
        _say(made, line, language)
    image = io.BytesIO(picture(drawn, PICTURE, "png", ppi=PPI))
    shape = made.add_picture(image, width=Pt(PICTURE.width * 0.9))
    # What is read aloud in the place of the picture.
    shape._inline.docPr.set("descr", xml_text(described(drawn)))
    for section in drawn.styled.legend.sections:
        _say(made, _legend(section, language), language, "Caption")
    for line in (*drawn.styled.legend.notes, *part.text):
        _say(made, line, language)
    for table in part.tables:
        _table(made, table, 2, language)


def _legend(section: LegendSection, language: str) -> str:
    """A section of the legend as one line, for who cannot see the one in the picture."""
    entries = (
        say(each.label, language)
        + ("" if each.count is None else f" ({say(each.count, language)})")
        for each in section.entries
    )
    return f"{say(section.title, language)}: {'; '.join(entries)}"


def _table(made: Docx, table: Table, level: int, language: str) -> None:
    made.add_heading(_text(table.title, language), level)
    for line in table.about:
        _say(made, line, language)
    if not table.rows:
        _say(made, NOTHING, language)
        return
    drawn = made.add_table(rows=1, cols=len(table.columns), style="Light Grid Accent 1")
    _fill(drawn.rows[0], table, [column.heading for column in table.columns], language)
    as_header(drawn.rows[0])
    for row in table.rows:
        _fill(drawn.add_row(), table, row, language)


def _fill(row: Row, table: Table, values: Sequence[Value | None], language: str) -> None:
    for cell, column, value in zip(row.cells, table.columns, values, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.text = "" if value is None else _text(value, language)
        if column.number:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _say(made: Docx, value: Value, language: str, style: str | None = None) -> None:
    made.add_paragraph(_text(value, language), style)


def _text(value: Value, language: str) -> str:
    return xml_text(say(value, language))

"""A written agreement for Word: to be read, changed and signed; styles, not hand formatting."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as Docx
from docx.shared import Pt
from docx.table import Table

from matcher.exchange.xml_text import xml_text
from matcher.partnership.written import Signature, Written, WrittenSection
from matcher.wording.message import Value, message
from matcher.wording.say import say
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
from webui.documents.blocks import Block, blocks
from webui.documents.word import add_field, as_header, keep_whole, new_document, saved

TABLE = "Light Grid Accent 1"
TO_SIGN_ON = Pt(34)
"""How high a row of the signatures is: a hand needs room."""


def agreement_docx(written: Written) -> bytes:
    """The file."""
    made = new_document(written.title, written.language, written.day)
    made.add_heading(xml_text(written.title), 0)
    made.add_paragraph(_text(edition(written), written.language), "Subtitle")
    for section in written.sections:
        _section(made, section, written.language)
    if written.signatures:
        _signatures(made, written.signatures, written.language)
    _footer(made, written)
    return saved(made)


def _section(made: Docx, section: WrittenSection, language: str) -> None:
    made.add_heading(xml_text(section.heading), 1)
    if section.empty:
        made.add_paragraph(_text(EMPTY, language)).runs[0].style = "Emphasis"
    for label, text in section.facts:
        _fact(made, label, text)
    for paragraph in section.paragraphs:
        for block in blocks(paragraph):
            _block(made, block)
    for grid in section.grids:
        _table(made, grid.columns, grid.rows)


def _fact(made: Docx, label: str, text: str) -> None:
    """A label with its text behind it; what is longer than a line follows beneath."""
    first, *others = blocks(text) or [Block(text="")]
    paragraph = made.add_paragraph()
    paragraph.add_run(f"{xml_text(label)}: ", "Strong")
    if first.item:
        others = [first, *others]
    else:
        paragraph.add_run(xml_text(first.text))
    for block in others:
        _block(made, block)


def _block(made: Docx, block: Block) -> None:
    made.add_paragraph(xml_text(block.text), "List Bullet" if block.item else None)


def _table(made: Docx, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    drawn = made.add_table(rows=1, cols=len(columns), style=TABLE)
    as_header(drawn.rows[0])
    for cell, heading in zip(drawn.rows[0].cells, columns, strict=True):
        cell.text = xml_text(heading)
    for row in rows:
        added = drawn.add_row()
        keep_whole(added)
        for cell, text in zip(added.cells, row, strict=True):
            cell.text = xml_text(text)
    made.add_paragraph()  # Word joins tables that follow each other
    return drawn


def _signatures(made: Docx, signatures: Sequence[Signature], language: str) -> None:
    made.add_heading(_text(ACCEPTED, language), 1)
    rows = [
        (
            each.party,
            _text(accepted_by(each), language),
            _text(DATE_TO_SIGN if each.day is None else each.day, language),
        )
        for each in signatures
    ]
    drawn = _table(made, [_text(each, language) for each in (PARTY, BY, DAY)], rows)
    for row in drawn.rows[1:]:
        row.height = TO_SIGN_ON


def _footer(made: Docx, written: Written) -> None:
    """Title, version and page on every page: sheets are parted from each other."""
    paragraph = made.sections[0].footer.paragraphs[0]
    about = message("{title}. {edition}", title=written.title, edition=edition(written))
    paragraph.add_run(_text(about, written.language) + "\t\t")
    add_field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    add_field(paragraph, "NUMPAGES")


def _text(value: Value, language: str) -> str:
    return xml_text(say(value, language))

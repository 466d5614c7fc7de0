"""What all documents for Word share: their language and properties, and tables read out well."""

from __future__ import annotations

import io
from datetime import date, datetime, time

from docx import Document
from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Row as Row
from docx.text.paragraph import Paragraph

from matcher.exchange.xml_text import xml_text

LANGUAGES = {"da": "da-DK", "en": "en-GB"}


def new_document(title: str, language: str, day: date) -> Docx:
    """An empty document with its properties, in a language."""
    made = Document()
    about = made.core_properties
    about.title, about.author = xml_text(title), "Samspil"
    about.language = LANGUAGES[language]
    about.created = about.modified = datetime.combine(day, time())
    about.comments = ""
    normal = made.styles["Normal"]
    normal.font.size = Pt(10.5)
    # What spelling and reading aloud go by: the language of every text that has none of its own.
    told = OxmlElement("w:lang")
    told.set(qn("w:val"), LANGUAGES[language])
    normal.element.get_or_add_rPr().append(told)
    return made


def as_header(row: Row) -> None:
    """Let a row be repeated on every page, and read out with its cells."""
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(header)


def keep_whole(row: Row) -> None:
    """Let no page end within a row."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def add_field(paragraph: Paragraph, code: str) -> None:
    """A text that Word computes, such as PAGE or NUMPAGES."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"  # until it is computed
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def saved(made: Docx) -> bytes:
    """The file."""
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()

"""Reports for a meeting, read back with what reads such files."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn

from matcher.wording.map_text import map_text
from tests.matcher.network.makers import make_nasty, make_picture
from tests.webui.documents.makers import AS_OF, NASTY, make_map, make_sheet
from tests.webui.documents.test_poster import tags
from webui.documents.report import Part, Report
from webui.documents.report_docx import report_docx
from webui.documents.report_pdf import report_pdf
from webui.documents.tables import MOST_ROWS, organisations, ties


def make_report(language: str = "da") -> Report:
    """A report of a map with its tables, of an empty one, and with texts that would be markup."""
    picture = make_nasty()
    return Report(
        title=f"Netværket {NASTY}",
        audience="Socialudvalget",
        introduction='Første afsnit\nfortsat.\n\n#import "x" <b>Andet</b>',
        parts=(
            Part(
                sheet=make_sheet(picture, language),
                note="Til mødet",
                text=map_text(picture),
                tables=(organisations(picture), ties(picture)),
            ),
            Part(sheet=make_sheet(make_picture(theme="song"), language)),
        ),
        tables=(organisations(make_picture(theme="song")),),
        as_of=AS_OF,
        language=language,
    )


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_pdf_is_for_everybody(language: str) -> None:
    with pikepdf.open(io.BytesIO(report_pdf(make_report(language)))) as pdf:
        with pdf.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"
            assert str(told["dc:title"]).startswith("Netværket #evil[$x$]")
        assert str(pdf.Root.Lang) == language
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        kinds = [str(each.S) for each in tags(pdf)]
        assert kinds.count("/Figure") == 2
        assert all(str(each.Alt) for each in tags(pdf) if each.S == "/Figure")
        assert kinds.count("/Table") == 2  # an empty table is a sentence
        assert kinds.count("/TH") == 10
        assert [each for each in kinds if each in {"/H1", "/H2"}] == ["/H1", "/H2", "/H2"] + [
            "/H1"
        ] * 2


def test_the_word_document_has_headings_tables_and_a_described_picture() -> None:
    read = Document(io.BytesIO(report_docx(make_report("en"))))
    assert read.core_properties.title.startswith("Netværket #evil[$x$]")
    assert read.core_properties.language == "en-GB"
    styles = [each.style.name for each in read.paragraphs if each.style is not None]
    assert styles[0] == "Title"
    headings = [name for name in styles if name.startswith("Heading")]
    assert headings == ["Heading 1", "Heading 2", "Heading 2", "Heading 1", "Heading 1"]
    assert "Første afsnit fortsat." in [each.text for each in read.paragraphs]
    assert '#import "x" <b>Andet</b>' in [each.text for each in read.paragraphs]
    assert len(read.inline_shapes) == 2
    for shape in read.inline_shapes:
        assert shape._inline.docPr.get("descr").startswith("Netværket i Byen")
    table = read.tables[0]
    assert [cell.text for cell in table.rows[0].cells][:2] == ["Organisation", "Sector"]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert len(table.rows) == 5
    normal = read.styles["Normal"].element.rPr.find(qn("w:lang"))
    assert normal.get(qn("w:val")) == "en-GB"


def test_a_report_of_words_alone() -> None:
    bare = Report(title="Kun ord", as_of=AS_OF)
    assert report_pdf(bare).startswith(b"%PDF")
    assert Document(io.BytesIO(report_docx(bare))).paragraphs[0].text == "Kun ord"
    control = replace(bare, title="Lodret\x0b tab", audience="\x00")
    assert Document(io.BytesIO(report_docx(control))).paragraphs[0].text == "Lodret tab"


def test_long_tables_are_cut_and_say_so() -> None:
    picture = make_map(MOST_ROWS + 20)
    for table in (organisations(picture), ties(picture)):
        assert len(table.rows) == MOST_ROWS
        assert len(table.about) == 1
    fewest = min(row[-1] for row in organisations(picture).rows)  # type: ignore[type-var]
    listed = {row[0] for row in organisations(picture).rows}
    assert all(node.ties <= fewest for node in picture.nodes if node.name not in listed)  # type: ignore[operator]

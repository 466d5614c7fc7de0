"""A written agreement on paper, read back with what reads such files."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn

from matcher.partnership.written import Grid, Signature, Written, WrittenSection
from tests.webui.documents.makers import NASTY
from tests.webui.documents.test_poster import tags
from webui.documents.agreement_docx import agreement_docx
from webui.documents.agreement_pdf import agreement_pdf

LONG = "Plejehjemmet for mennesker med demens og deres pårørende i den gamle del af byen, afsnit B"
PARTIES = (LONG, "Sangforeningen", "Kommunen", "Gymnasiet", "Bageriet", "Frivilligcenteret")
MARKUP = '#import "x" <b>$y$</b> = ikke en overskrift'


def make_written(language: str = "da", number: int | None = 3) -> Written:
    """Six parties and fifteen tasks, a section that nobody wrote, half of the signatures."""
    tasks = tuple(
        (f"Opgave {number}", *("Ansvarlig" if number % 6 == at else "–" for at in range(6)))
        for number in range(15)
    )
    return Written(
        title=f"Sang {NASTY}",
        number=number,
        day=date(2026, 12, 4),
        language=language,
        sections=(
            WrittenSection(id="degree", heading="Grad", facts=(("Grad", "Fælles opgaver"),)),
            WrittenSection(
                id="purpose",
                heading="Formål",
                facts=(("Mål", "- synge\n- spise"),),
                paragraphs=(f"Første\nlinje\n\n{MARKUP}", "Emoji 👵 og 日本 og \x0b lodret"),
            ),
            WrittenSection(
                id="tasks",
                heading="Hvem gør hvad",
                grids=(Grid(columns=("Opgave", *PARTIES), rows=tasks),),
            ),
            WrittenSection(id="insurance", heading="Forsikring", empty=True),
        ),
        signatures=tuple(
            Signature(
                party=name,
                person="Leder Prøve" if at < 2 else None,
                day=date(2026, 12, 5 + at) if at < 3 else None,
            )
            for at, name in enumerate(PARTIES)
        ),
    )


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_pdf_is_for_everybody(language: str) -> None:
    with pikepdf.open(io.BytesIO(agreement_pdf(make_written(language)))) as pdf:
        with pdf.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"
            assert str(told["dc:title"]).startswith("Sang #evil[$x$]")
        assert str(pdf.Root.Lang) == language
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(pdf.Root.MarkInfo.Marked)
        assert len(pdf.pages) == 2
        kinds = [str(each.S) for each in tags(pdf)]
        assert kinds.count("/H1") == 5
        assert kinds.count("/Table") == 2
        assert kinds.count("/TH") == 7 + 3
        assert kinds.count("/THead") == 2
        assert kinds.count("/LI") == 2


def test_the_word_document_is_made_of_styles() -> None:
    read = Document(io.BytesIO(agreement_docx(make_written("en"))))
    assert read.core_properties.title.startswith("Sang #evil[$x$]")
    assert read.core_properties.language == "en-GB"
    styles = [each.style.name for each in read.paragraphs if each.style is not None]
    assert styles[:2] == ["Title", "Subtitle"]
    assert styles.count("Heading 1") == 5
    assert styles.count("List Bullet") == 2
    assert read.paragraphs[1].text == "Version 3, 4 December 2026"
    texts = [each.text for each in read.paragraphs]
    assert "Degree" not in texts
    assert "Grad: Fælles opgaver" in texts
    assert MARKUP in texts
    assert "Første\nlinje" in texts
    for paragraph in read.paragraphs:
        for run in paragraph.runs:  # what it looks like is said by its style alone
            allowed = {qn("w:rStyle"), qn("w:noProof")}
            assert run._r.rPr is None or {each.tag for each in run._r.rPr} <= allowed
    grid, signed = read.tables
    for table in (grid, signed):
        assert table.style is not None
        assert table.style.name != "Normal Table"
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows[1:])
    assert (len(grid.rows), len(grid.columns)) == (16, 7)
    assert grid.cell(0, 1).text == LONG
    rows = [[cell.text for cell in row.cells] for row in signed.rows[1:]]
    assert rows[0] == [LONG, "Leder Prøve", "5 December 2026"]
    assert rows[2] == ["Kommunen", "Accepted in its name", "7 December 2026"]
    assert rows[5] == ["Frivilligcenteret", "Name and signature:", "Date:"]


def test_every_page_of_the_word_document_says_which_agreement_it_is_of() -> None:
    read = Document(io.BytesIO(agreement_docx(make_written("en", number=None))))
    footer = read.sections[0].footer.paragraphs[0]
    assert footer.text.startswith("Sang #evil[$x$]")
    assert "Draft, 4 December 2026" in footer.text
    codes = [each.get(qn("w:instr")) for each in footer._p.iter(qn("w:fldSimple"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_an_empty_section_says_so_in_both() -> None:
    read = Document(io.BytesIO(agreement_docx(make_written("en"))))
    texts = [each.text for each in read.paragraphs]
    assert texts[texts.index("Forsikring") + 1] == "Nothing has been written here yet."


def test_an_agreement_of_which_nothing_is_written() -> None:
    bare = Written(
        title="Kun et navn", number=None, day=date(2026, 1, 1), language="da",
        sections=(), signatures=(),
    )  # fmt: skip
    assert agreement_pdf(bare).startswith(b"%PDF")
    assert Document(io.BytesIO(agreement_docx(bare))).paragraphs[0].text == "Kun et navn"
    section = WrittenSection(id="x", heading="Ét", facts=(("A", ""),))
    odd = replace(bare, title="\x00", sections=(section,))
    assert Document(io.BytesIO(agreement_docx(odd))).paragraphs[-1].text == "A: "
    assert agreement_pdf(replace(odd, title="Navn")).startswith(b"%PDF")

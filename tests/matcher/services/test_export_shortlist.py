"""A shortlist as the file that people take along."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from matcher.errors import Refusal
from matcher.services.access import OPERATOR, Actor
from matcher.services.export_shortlist import export_shortlist
from matcher.services.installation import Installation
from matcher.services.shortlists import add_candidate, change_note, show_shortlist
from tests.factories import (
    ADMINISTRATOR,
    EDITOR,
    READER,
    make_organisation,
    make_shortlist,
    make_step,
)
from tests.neighbourhood import AS_OF, make_neighbourhood


@pytest.fixture
def shortlist(installation: Installation) -> str:
    """School, café, and the closed one, which has no reasons."""
    make_neighbourhood(installation)
    key = make_shortlist(installation, "Høstfest", "house")
    for candidate in ("school", "cafe", "closed"):
        add_candidate(installation, EDITOR, candidate, key, as_of=AS_OF)
    make_step(installation, key, "cafe", "met", as_of=AS_OF, next_day="2026-03-09")
    change_note(installation, EDITOR, key, "cafe", "=2+2")
    return key


def table(installation: Installation, key: str, actor: Actor = READER) -> list[dict[str, str]]:
    """The CSV's rows by English heading."""
    data = export_shortlist(installation, actor, key, "csv", language="en", as_of=AS_OF)
    reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    return list(reader)


def test_each_candidate_is_a_row_with_all_there_is(
    installation: Installation, shortlist: str
) -> None:
    school, cafe, closed = table(installation, shortlist)
    assert school["Organisation"] == "Ålholm Skole"
    assert (school["Sector"], school["Kind"], school["Area"]) == ("Public body", "School", "Valby")
    assert (school["Status"], school["Note"]) == ("Suggested", "")
    assert school["Introduction"] == "You work with Brobyggerne, who has worked with Ålholm Skole."
    assert "They offer what you need: Meeting room." in school["Reasons"].split("\n")
    assert school["Website"] == "https://skole.example"
    assert (cafe["Status"], cafe["Note"]) == ("Met", "'=2+2")
    assert (cafe["Last step"], cafe["Next day"]) == ("2026-03-01", "2026-03-09")
    assert (cafe["By"], school["Last step"]) == (EDITOR.name, "")
    assert cafe["Introduction"] == ""
    assert [closed[name] for name in ("Score", "Known, %", "Reasons", "Introduction")] == [""] * 4


def test_score_and_known_are_those_of_the_day(installation: Installation, shortlist: str) -> None:
    (first, *_) = show_shortlist(installation, READER, shortlist).entries
    assert first.why is not None
    (school, *_) = table(installation, shortlist)
    assert float(school["Score"].replace(",", ".")) == pytest.approx(first.why.score, abs=0.005)
    assert int(school["Known, %"]) == pytest.approx(100 * first.why.known, abs=0.5)


def test_what_is_not_known_is_no_reason(installation: Installation, shortlist: str) -> None:
    for row in table(installation, shortlist):
        assert "do not know" not in row["Reasons"]


@pytest.mark.parametrize("actor", [READER, EDITOR, ADMINISTRATOR, OPERATOR])
def test_contact_points_leave_the_house_only_where_they_may(
    installation: Installation, shortlist: str, actor: Actor
) -> None:
    school, cafe, _ = table(installation, shortlist, actor)
    assert (school["E-mail"], school["Phone"]) == ("kontor@skole.example", "70 10 20 30")
    assert (cafe["E-mail"], cafe["Phone"]) == ("", "")


def test_a_contact_person_never_leaves_the_house(
    installation: Installation, shortlist: str
) -> None:
    for actor in (READER, ADMINISTRATOR):
        for row in table(installation, shortlist, actor):
            assert not any("Prøve" in text for text in row.values())


def test_one_who_is_protected_from_advertising_must_have_said_yes(
    installation: Installation,
) -> None:
    here = {"email": "a@firma.example", "advertising_protected": True}
    silent = make_organisation(installation, "Tavs", may_pass_on=None, **here)
    willing = make_organisation(installation, "Villig", may_pass_on=True, **here)
    key = make_shortlist(installation, "Firmaer", entries=[silent, willing])
    assert [row["E-mail"] for row in table(installation, key)] == ["", "a@firma.example"]


@pytest.mark.parametrize(("language", "status"), [("da", "Mødelokale"), ("en", "Meeting room")])
def test_the_reasons_are_in_the_readers_language(
    installation: Installation, shortlist: str, language: str, status: str
) -> None:
    data = export_shortlist(installation, READER, shortlist, "csv", language=language)
    assert status in data.decode("utf-8-sig")


def test_the_workbook_tells_whose_list_it_is_and_of_when(
    installation: Installation, shortlist: str
) -> None:
    data = export_shortlist(installation, READER, shortlist, "xlsx", language="en", as_of=AS_OF)
    page = openpyxl.load_workbook(io.BytesIO(data)).active
    assert isinstance(page, Worksheet)
    cells = [cell.value for cell in page["A"]]
    assert cells[0] == "Høstfest"
    assert "As of 1 March 2026." in cells
    assert "Partners for Kulturhuset: “you” is Kulturhuset." in cells
    assert cells[-3:] == ["Ålholm Skole", "Café Grøn", "Lukkede Døre"]
    assert isinstance(page.cell(page.max_row - 2, 11).value, float)


@pytest.mark.parametrize("format_", ["pdf", "", "XLSX"])
def test_other_formats_are_refused(installation: Installation, format_: str) -> None:
    with pytest.raises(Refusal) as refusal:
        export_shortlist(installation, READER, "any", format_)
    assert refusal.value.code == "invalid"


def test_who_may_not_export_is_refused(installation: Installation, shortlist: str) -> None:
    holder = Actor(role="link", subject="shortlist", subject_id=shortlist)
    with pytest.raises(Refusal) as refusal:
        export_shortlist(installation, holder, shortlist, "xlsx")
    assert refusal.value.code == "forbidden"
    with pytest.raises(Refusal) as refusal:
        export_shortlist(installation, READER, "no-list", "xlsx")
    assert refusal.value.code == "not_found"

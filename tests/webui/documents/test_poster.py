"""Posters, read back with what reads such files."""

from __future__ import annotations

import io
import struct
from xml.etree import ElementTree

import pikepdf
import pytest

from tests.webui.documents.makers import NASTY, make_map, make_sheet
from webui.documents.poster import poster
from webui.documents.scene import Frame, scene

A3 = (1190.55, 841.89)


def tags(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """All elements of the structure of a tagged PDF, outermost first."""
    found, waiting = [], [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop(0)
        if not isinstance(element, pikepdf.Dictionary):
            continue
        if "/S" in element:
            found.append(element)
        children = element.get("/K", [])
        waiting.extend(children if isinstance(children, pikepdf.Array) else [children])
    return found


@pytest.mark.parametrize("organisations", [0, 1, 40])
def test_a_pdf_is_tagged_and_says_what_it_is(organisations: int) -> None:
    made = poster(make_sheet(make_map(organisations)), "pdf")
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.pages) == 1
        assert [float(each) for each in pdf.pages[0].mediabox[2:]] == pytest.approx(A3, abs=1)
        assert str(pdf.Root.Lang) == "da"
        assert bool(pdf.Root.MarkInfo.Marked)
        with pdf.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"
            assert "Netværket i Byen" in str(told["dc:title"])
        figures = [each for each in tags(pdf) if each.S == "/Figure"]
        assert len(figures) == 1
        assert str(figures[0].Alt).startswith("Netværket i Byen Kun Østre.")


def test_a_png_is_as_large_as_the_sheet() -> None:
    made = poster(make_sheet(make_map(12)), "png")
    assert made.startswith(b"\x89PNG\r\n\x1a\n")
    wide, high = struct.unpack(">II", made[16:24])
    assert wide == pytest.approx(A3[0] / 72 * 150, abs=2)
    assert high == pytest.approx(A3[1] / 72 * 150, abs=2)


def test_an_svg_asks_nobody_for_anything_and_runs_nothing() -> None:
    made = poster(make_sheet(make_map(12)), "svg").decode()
    root = ElementTree.fromstring(made)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert {each.tag.rpartition("}")[2] for each in root.iter()}.isdisjoint({"script", "image"})
    assert "http://" not in made.replace("http://www.w3.org/", "")


@pytest.mark.parametrize("form", ["pdf", "png", "svg"])
def test_names_are_text_whatever_they_hold(form: str) -> None:
    made = poster(make_sheet(make_map(5, name=NASTY)), form)  # type: ignore[arg-type]
    assert len(made) > 10_000
    if form == "pdf":
        with pikepdf.open(io.BytesIO(made)) as pdf:
            assert "/OpenAction" not in pdf.Root


@pytest.mark.parametrize(
    "look",
    [
        {"together": "hubs"},
        {"together": "hulls", "palette": "print"},
        {"colour": "kind"},
        {"lines": "agreement", "palette": "standard"},
        {"labels": "none"},
    ],
)
def test_every_look_can_be_printed(look: dict[str, str]) -> None:
    assert poster(make_sheet(make_map(30), "en", **look), "pdf").startswith(b"%PDF")


def test_the_same_map_gives_the_same_picture() -> None:
    one, other = (poster(make_sheet(make_map(60)), "svg") for _ in range(2))
    assert one == other


def test_a_collaboration_of_many_is_one_mark_where_that_is_asked_for() -> None:
    picture = make_map(24, meetings=20)
    drawn = {
        word: scene(
            picture, make_sheet(picture, together=word).styled, Frame(width=400, height=400)
        )
        for word in ("ties", "hubs", "hulls")
    }
    many = sum(len(each.members) >= 3 for each in picture.collaborations)
    assert many
    assert len(drawn["hubs"]["hubs"]) == len(drawn["hulls"]["hulls"]) == many
    assert drawn["ties"]["hubs"] == drawn["ties"]["hulls"] == []
    lines = {word: sum(len(kind["at"]) for kind in each["lines"]) for word, each in drawn.items()}
    assert lines["ties"] == len(picture.ties)
    assert lines["hulls"] < lines["ties"]

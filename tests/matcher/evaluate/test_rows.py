"""A history as the engine reads it."""

from __future__ import annotations

import datetime as dt

import pytest

from matcher.evaluate.folder import Organisation, ProjectBrief
from matcher.evaluate.rows import LASTS, brief_of, history_rows
from matcher.landscape import build
from tests.matcher.evaluate.makers import CUT, make_history

SEA = ProjectBrief(
    topics=("Air", "Sea"),
    region="North",
    programme="Interreg",
    title="Boats",
    objective="To sail.",
    description="Far.",
)


def test_a_project_is_a_collaboration_with_all_that_was_said_of_it() -> None:
    row = history_rows(make_history("a b", briefs=[SEA])).collaborations[0]
    assert (row.title, row.purpose) == ("Boats", "To sail.\nFar.")
    assert (row.area, row.funding_source, row.themes) == ("North", "Interreg", ("Air", "Sea"))
    assert row.start == dt.date(2009, 1, 1)
    assert row.end == dt.date(2009, 1, 1) + LASTS


@pytest.mark.parametrize(
    ("kind", "sector"),
    [
        ("business", "business"),
        ("private", "business"),
        ("nonprofit", "association"),
        ("association", "association"),
        ("public", "public"),
        ("education", "public"),
        ("unknown", None),
        ("", None),
        ("guild", None),
    ],
)
def test_a_type_is_a_sector(kind: str, sector: str | None) -> None:
    history = make_history("a", organisations=[Organisation(id="a", name="A", type=kind)])
    assert history_rows(history).organisations[0].sector == sector


def test_a_place_is_the_nuts_code_or_else_the_country() -> None:
    history = make_history(
        "a b c",
        organisations=[
            Organisation(id="a", name="A", nuts3="DK011", country="Denmark"),
            Organisation(id="b", name="B", country="Denmark"),
        ],
    )
    found = {
        row.id: (row.district, row.municipality) for row in history_rows(history).organisations
    }
    assert found == {"a": ("DK011", "DK01"), "b": (None, "Denmark"), "c": (None, None)}


def test_rows_make_a_landscape_of_the_known_ones() -> None:
    history = make_history("a b", "b c", briefs=[SEA])
    landscape = build(history_rows(history), as_of=CUT, revision=0)
    assert set(landscape.ids) == {each.id for each in history.organisations}
    assert landscape.participation.sum() == 4


def test_a_question_becomes_an_idea() -> None:
    history = make_history("a b", briefs=[SEA])
    landscape = build(history_rows(history), as_of=CUT, revision=0)
    asked = ProjectBrief(topics=("Fire", "Sea"), title="Ships", objective="More", region="South")
    brief = brief_of(asked, landscape.index["b"], landscape)
    assert brief.asker == landscape.index["b"]
    assert [landscape.vocabularies["theme"].ids[column] for column in brief.themes] == ["Sea"]
    assert (brief.purpose, brief.area, brief.funding_source) == ("Ships\nMore", "South", None)

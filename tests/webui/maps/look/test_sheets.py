"""Ties without a written agreement have a mark where the look says so; the legend counts them."""

from __future__ import annotations

import pytest

from tests.matcher.network.makers import make_picture
from tests.webui.maps.look.test_styled import dress, entries
from webui.documents.scene import Frame, scene
from webui.maps.compact import Extra, document

NEAR: tuple[dict[str, object], ...] = ({"around": "k"}, {"collaboration": "haven"})


@pytest.mark.parametrize("view", NEAR, ids=str)
def test_near_by_it_is_marked_unless_nobody_wants_it(view: dict[str, object]) -> None:
    picture = make_picture(**view)
    assert entries(dress(picture).legend, "unwritten") == [("None in writing", 3)]
    assert dress(picture).unwritten.all()
    bare = dress(picture, unwritten="nowhere")
    assert bare.legend.section("unwritten") is None
    assert not bare.unwritten.any()


def test_the_whole_map_is_marked_only_when_asked() -> None:
    picture = make_picture()
    assert not dress(picture).unwritten.any()
    assert dress(picture).legend.section("unwritten") is None
    assert dress(picture, unwritten="everywhere").unwritten.all()


def test_the_mark_is_told_by_its_shape() -> None:
    section = dress(make_picture(around="k")).legend.section("unwritten")
    assert section is not None
    assert [entry.mark.shape for entry in section.entries if entry.mark] == ["sheet"]


def test_files_for_page_and_paper_have_the_mark() -> None:
    picture = make_picture(around="k")
    file = document(picture, dress(picture), Extra(), "en")
    assert file["ties"]["unwritten"] == [0, 1, 2]
    drawn = scene(picture, dress(picture), Frame(width=400.0, height=300.0))
    assert len(drawn["sheets"]) == 3
    plain = dress(picture, unwritten="nowhere")
    assert document(picture, plain, Extra(), "en")["ties"]["unwritten"] == []
    assert scene(picture, plain, Frame(width=400.0, height=300.0))["sheets"] == []


def test_a_collaboration_that_is_one_mark_says_it_too() -> None:
    picture = make_picture(around="k")
    found = dress(picture, together="hubs")
    assert [hub["unwritten"] for hub in document(picture, found, Extra(), "en")["hubs"]] == [True]
    bare = dress(picture, together="hubs", unwritten="nowhere")
    assert [hub["unwritten"] for hub in document(picture, bare, Extra(), "en")["hubs"]] == [False]

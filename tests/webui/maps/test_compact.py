"""The compact file decodes back to the picture."""

from __future__ import annotations

import gzip
import json
from itertools import accumulate, combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.landscape import Rows
from matcher.network.drawing import draw
from matcher.network.picture import MapPicture, MapView
from tests.engine_networks import networks
from tests.matcher.network.makers import NASTY, make_nasty, make_picture
from tests.matcher.network.plain import network_of
from webui.maps.compact import Extra, compact
from webui.maps.look import Look, styled


def file_of(
    picture: MapPicture, extra: Extra | None = None, language: str = "en", **look: str
) -> dict[str, Any]:
    packed = compact(picture, styled(picture, Look(**look)), extra or Extra(), language)
    read: dict[str, Any] = json.loads(gzip.decompress(packed))
    return read


def ties_in(file: dict[str, Any]) -> dict[frozenset[str], int]:
    """The place of every tie by its two ends."""
    ids, ties = file["nodes"]["ids"], file["ties"]
    ends = zip(accumulate(ties["a"]), ties["b"], strict=True)
    return {frozenset((ids[a], ids[b])): place for place, (a, b) in enumerate(ends)}


@pytest.mark.parametrize("view", [{}, {"sector": "public"}, {"agreement": "written"}])
def test_nodes_are_those_of_the_picture(view: dict[str, str]) -> None:
    picture = make_picture(**view)
    file = file_of(picture)
    columns = file["nodes"]
    assert {len(column) for column in columns.values()} == {len(picture.nodes)}
    assert sorted(columns["ids"]) == sorted(node.id for node in picture.nodes)
    for node in picture.nodes:
        at = columns["ids"].index(node.id)
        assert columns["names"][at] == node.name
        assert abs(columns["x"][at] - node.x) <= 0.51
        assert abs(columns["y"][at] - node.y) <= 0.51
        assert columns["radius"][at] == round(node.size * 10)
        assert columns["ties"][at] == node.ties
        assert columns["joined"][at] == (node.joined.year if node.joined else 0)


@pytest.mark.parametrize("view", [{}, {"agreement": "written"}, {"around": "o", "steps": 1}])
def test_ties_are_those_of_the_picture(view: dict[str, Any]) -> None:
    picture = make_picture(**view)
    file = file_of(picture)
    places = ties_in(file)
    assert set(places) == {frozenset((tie.a, tie.b)) for tie in picture.ties}
    for tie in picture.ties:
        at = places[frozenset((tie.a, tie.b))]
        assert file["ties"]["since"][at] == (tie.since.year if tie.since else 0)
        assert file["ties"]["until"][at] == (tie.until.year if tie.until else 0)
        dashes = file["lines"][file["ties"]["line"][at]]["dashes"]
        assert bool(dashes) != tie.current


def test_words_are_in_the_readers_language_and_what_is_not_known_is_said() -> None:
    file = file_of(make_picture())
    columns = file["nodes"]
    at = {key: columns["ids"].index(key) for key in "kmoe"}
    assert file["sectors"][columns["sector"][at["k"]]] == "Association"
    assert file["sectors"][columns["sector"][at["e"]]] == "Not known"
    assert (file["kinds"], columns["kind"][at["k"]], columns["kind"][at["m"]]) == (["Club"], 0, -1)
    assert file["areas"][columns["area"][at["k"]]] == "Østre"
    assert file["areas"][columns["area"][at["m"]]] == "Byen"
    assert columns["area"][at["o"]] == -1
    assert file_of(make_picture(), language="da")["kinds"] == ["Klub"]


@pytest.mark.parametrize("together", ["hubs", "hulls"])
def test_a_collaboration_of_three_is_one_mark_and_what_else_is_known_stays(together: str) -> None:
    file = file_of(make_picture(), together=together)
    ids = file["nodes"]["ids"]
    (hub,) = file["hubs"]
    assert (hub["id"], hub["title"], hub["current"]) == ("haven", "Haven", True)
    assert {ids[member] for member in hub["members"]} == {"k", "m", "o"}
    # k and m also met in another one, and m and o are reported.
    assert set(ties_in(file)) == {frozenset("km"), frozenset("mo")}
    assert file["together"] == together


def test_without_marks_all_are_ties() -> None:
    file = file_of(make_picture())
    assert (file["hubs"], file["together"], len(file["ties"]["a"])) == ([], "ties", 3)


def test_marks_and_proposed_ties_of_those_shown() -> None:
    extra = Extra(marked=("e", "gone"), joins=(("e", "k"), ("e", "gone")), open="/organisations/")
    file = file_of(make_picture(), extra)
    ids = file["nodes"]["ids"]
    assert [ids[place] for place in file["marked"]] == ["e"]
    assert [[ids[a], ids[b]] for a, b in file["joins"]] == [["e", "k"]]
    assert file["open"] == "/organisations/"


def test_an_empty_map_is_a_file_too() -> None:
    file = file_of(make_picture(theme="song"))
    assert file["nodes"]["ids"] == file["ties"]["a"] == file["groups"] == []


def test_hidden_ones_are_not_in_it() -> None:
    assert "Gemt" not in json.dumps(file_of(make_picture(), together="hubs"), ensure_ascii=False)


def test_names_are_as_they_are_written() -> None:
    assert all(NASTY in name for name in file_of(make_nasty())["nodes"]["names"])


def test_the_same_picture_gives_the_same_bytes() -> None:
    first, second = (make_picture() for _ in range(2))
    look = Look()
    assert compact(first, styled(first, look), Extra(), "da") == compact(
        second, styled(second, look), Extra(), "da"
    )


@given(networks(), st.sampled_from(["ties", "hubs"]))
@settings(max_examples=40)
def test_any_picture_is_read_back(rows: Rows, together: str) -> None:
    picture = draw(network_of(rows), MapView())
    file = file_of(picture, together=together)
    ids = file["nodes"]["ids"]
    assert set(ids) == set(picture.columns.nodes.ids)
    drawn = set(ties_in(file))
    in_marks = {
        frozenset((ids[a], ids[b]))
        for hub in file["hubs"]
        for a, b in combinations(hub["members"], 2)
    }
    known = {frozenset((tie.a, tie.b)) for tie in picture.ties}
    assert drawn <= known <= drawn | in_marks
    for column in ("x", "y", "radius", "ties"):
        assert all(isinstance(value, int) for value in file["nodes"][column])

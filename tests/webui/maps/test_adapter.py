"""What pyvis is handed, and what the page's script gets."""

from __future__ import annotations

from dataclasses import replace

from tests.matcher.network.makers import make_picture
from webui.maps.adapter import data, network
from webui.maps.look import Look, styled


def test_pyvis_holds_plain_dictionaries_with_given_places() -> None:
    picture = make_picture()
    held = network(picture, styled(picture, Look()), "en", str.upper)
    nodes, edges, *_ = held.get_network_data()
    assert [node["id"] for node in nodes] == ["k", "m", "o", "e"]
    for node, drawn in zip(picture.nodes, nodes, strict=True):
        assert (drawn["x"], drawn["y"], drawn["size"]) == (node.x, node.y, node.size)
        assert drawn["url"] == node.id.upper()
    assert {(edge["from"], edge["to"]) for edge in edges} == {("k", "m"), ("k", "o"), ("m", "o")}
    assert held.options["physics"] == {"enabled": False}


def test_ids_stay_texts() -> None:
    """pyvis's own way turns "02" into 2."""
    picture = make_picture()
    nodes = replace(picture.columns.nodes, ids=("02", "m", "o", "e"))
    numbered = replace(picture, columns=replace(picture.columns, nodes=nodes))
    held = data(numbered, "en", str)
    assert held["nodes"][0]["id"] == "02"


def test_no_titles_for_pyvis_or_the_script_to_turn_into_html() -> None:
    for node in data(make_picture(), "en", str)["nodes"]:
        assert "title" not in node


def test_sectors_are_told_by_colour_and_shape_also_when_unknown() -> None:
    nodes = {node["id"]: node for node in data(make_picture(), "en", str)["nodes"]}
    looks = [(nodes[key]["shape"], nodes[key]["color"]) for key in "kmoe"]
    assert len({shape for shape, _ in looks}) == len({colour for _, colour in looks}) == 4
    assert nodes["e"]["sector"] == "unknown"


def test_words_are_in_the_readers_language() -> None:
    nodes = {node["id"]: node for node in data(make_picture(), "en", str)["nodes"]}
    assert nodes["k"]["about"] == "Association · Club · Østre"
    assert nodes["k"]["ties_text"] == "2 ties"
    assert "Klub" in data(make_picture(), "da", str)["nodes"][0]["about"]


def test_ties_that_go_on_are_full_lines() -> None:
    edges = data(make_picture(), "en", str)["edges"]
    assert [edge["dashes"] for edge in edges] == [False, False, False]


def test_past_ties_are_dashed() -> None:
    edges = data(make_picture(agreement="written"), "en", str)["edges"]
    assert [bool(edge["dashes"]) for edge in edges] == [True]


def test_the_picture_is_left_as_it_was() -> None:
    picture = make_picture()
    data(picture, "en", str)["nodes"].clear()
    assert len(picture.nodes) == 4


def test_an_empty_map() -> None:
    assert data(make_picture(theme="song"), "en", str)["nodes"] == []

"""Maps as files that other programs read."""

from __future__ import annotations

import io
import json

import networkx as nx
import pytest

from matcher.exchange import gexf, graphml, map_json
from tests.matcher.network.makers import make_picture, renamed


def test_json_has_the_shape_of_the_contract():
    document = json.loads(map_json.write(make_picture()))
    kirke = next(node for node in document["nodes"] if node["id"] == "k")
    assert {"id", "name", "sector", "kind", "x", "y", "group"} <= set(kirke)
    assert (kirke["kind"], kirke["group"]) == ("club", None)
    tie = next(tie for tie in document["ties"] if (tie["a"], tie["b"]) == ("k", "m"))
    assert tie["kinds"] == ["collaboration"]
    assert (tie["since"], tie["until"]) == ("2018-01-01", None)
    assert document["groups"] == []


def test_json_says_what_ties_come_from():
    document = json.loads(map_json.write(make_picture()))
    ties = {tie["a"] + tie["b"]: tie for tie in document["ties"]}
    assert ties["km"]["collaborations"] == ["haven", "sangen"]
    assert (ties["km"]["agreement"], ties["km"]["funding_end"]) == ("oral", None)
    titles = {each["title"]: each["members"] for each in document["collaborations"]}
    assert titles == {"Haven": ["k", "m", "o"], "Sangen": ["k", "m"]}
    joined = {node["id"]: node["joined"] for node in document["nodes"]}
    assert (joined["o"], joined["e"]) == ("2024-01-01", None)


def test_what_is_not_known_is_null():
    document = json.loads(map_json.write(make_picture()))
    assert next(node for node in document["nodes"] if node["id"] == "e")["sector"] is None


def test_gexf_opens_in_networkx_and_in_its_own_version():
    data = gexf.write(make_picture())
    assert b'xmlns="http://gexf.net/1.3"' in data
    read = nx.read_gexf(io.BytesIO(data), version="1.3")
    assert sorted(read) == ["e", "k", "m", "o"]
    assert read.nodes["k"]["label"] == "Kirkeklubben"
    place = read.nodes["k"]["viz"]["position"]
    node = next(node for node in make_picture().nodes if node.id == "k")
    assert (place["x"], place["y"]) == (node.x, -node.y)
    assert read.edges["m", "o"]["weight"] == pytest.approx(2 / 3 + 1 / 6, abs=0.2)


def test_graphml_opens_in_networkx():
    read = nx.read_graphml(io.BytesIO(graphml.write(make_picture())))
    assert read.nodes["m"]["name"] == "Museet"
    assert read.nodes["m"]["sector"] == "public"
    assert set(map(frozenset, read.edges)) == {frozenset("km"), frozenset("ko"), frozenset("mo")}


@pytest.mark.parametrize("writer", [gexf, graphml])
def test_names_that_no_xml_can_hold(writer):
    data = writer.write(renamed(make_picture(), k='A\x0b & <b>"ø"</b> ]]>'))
    reader = nx.read_gexf if writer is gexf else nx.read_graphml
    read = reader(io.BytesIO(data))
    values = read.nodes["k"]
    assert (values.get("label") or values["name"]) == 'A & <b>"ø"</b> ]]>'


@pytest.mark.parametrize("writer", [gexf, graphml, map_json])
def test_an_empty_map_is_a_file_too(writer):
    assert writer.write(make_picture(theme="song"))

"""The map with its times, as Gephi's timeline reads it."""

from __future__ import annotations

import io
from datetime import date
from xml.etree import ElementTree as ET

import networkx as nx

from matcher.exchange import gexf_dynamic
from tests.matcher.network.makers import NASTY, make_nasty, make_picture
from tests.matcher.network.over_time.test_over_time import make_reported, told

SPACE = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}


def read(data: bytes) -> ET.Element:
    return ET.fromstring(data)


def edges(root: ET.Element) -> dict[str, ET.Element]:
    found = root.findall(".//g:edge", SPACE)
    return {edge.attrib["source"] + edge.attrib["target"]: edge for edge in found}


def starts(root: ET.Element) -> dict[str, str | None]:
    return {node.attrib["id"]: node.get("start") for node in root.findall(".//g:node", SPACE)}


def test_it_says_that_it_is_dynamic_with_days() -> None:
    graph = read(gexf_dynamic.write(make_picture())).find("g:graph", SPACE)
    assert graph is not None
    assert (graph.attrib["mode"], graph.attrib["timeformat"]) == ("dynamic", "date")
    assert graph.attrib["defaultedgetype"] == "undirected"


def test_organisations_start_when_they_joined() -> None:
    assert starts(read(gexf_dynamic.write(make_picture()))) == {
        "k": "2018-01-01",
        "m": "2018-01-01",
        "o": "2024-01-01",
        "e": None,
    }


def test_a_tie_that_came_twice_has_two_spells_and_one_that_goes_on_no_end() -> None:
    found = edges(read(gexf_dynamic.write(make_picture())))
    spells = [spell.attrib for spell in found["km"].findall("g:spells/g:spell", SPACE)]
    assert spells == [{"start": "2018-01-01", "end": "2020-12-31"}, {"start": "2024-01-01"}]
    assert found["km"].get("start") is None
    assert (found["ko"].get("start"), found["ko"].get("end")) == ("2024-01-01", None)
    assert found["mo"].find("g:spells", SPACE) is None, "one within the other is one"


def test_what_has_no_dates_is_always_there_and_so_are_its_ends() -> None:
    picture = make_reported(told("a", "b", None, None), told("b", "c", 2020, 2021))
    root = read(gexf_dynamic.write(picture))
    assert starts(root) == {"a": None, "b": None, "c": "2020-03-01"}
    found = edges(root)
    assert (found["ab"].get("start"), found["ab"].get("end")) == (None, None)
    assert (found["bc"].get("start"), found["bc"].get("end")) == ("2020-03-01", "2021-09-01")


def test_no_tie_is_there_before_its_ends() -> None:
    root = read(gexf_dynamic.write(make_picture()))
    begun = starts(root)
    for pair, edge in edges(root).items():
        times = [
            edge.get("start"),
            *(s.get("start") for s in edge.iter() if s.tag.endswith("spell")),
        ]
        first = min(date.fromisoformat(time) for time in times if time)
        assert all(date.fromisoformat(begun[end] or "0001-01-01") <= first for end in pair)


def test_networkx_reads_it_with_places_and_times() -> None:
    picture = make_picture()
    graph = nx.read_gexf(io.BytesIO(gexf_dynamic.write(picture)), version="1.3")
    assert sorted(graph) == ["e", "k", "m", "o"]
    assert graph.graph["mode"] == "dynamic"
    assert graph.nodes["o"]["start"] == "2024-01-01"
    assert graph.nodes["k"]["kind"] == "Klub"
    node = next(node for node in picture.nodes if node.id == "k")
    assert graph.nodes["k"]["viz"]["position"]["x"] == node.x
    assert graph.edges["k", "o"]["start"] == "2024-01-01"
    tie = next(tie for tie in picture.ties if (tie.a, tie.b) == ("k", "o"))
    assert graph.edges["k", "o"]["weight"] == tie.strength


def test_words_of_kinds_are_in_the_language_asked_for() -> None:
    graph = nx.read_gexf(io.BytesIO(gexf_dynamic.write(make_picture(), "en")), version="1.3")
    assert graph.nodes["k"]["kind"] == "Club"


def test_names_are_text_and_an_empty_map_is_a_file_too() -> None:
    names = [
        node.get("label")
        for node in read(gexf_dynamic.write(make_nasty())).iter()
        if node.get("label")
    ]
    assert all(name.endswith(NASTY) for name in names)
    empty = nx.read_gexf(
        io.BytesIO(gexf_dynamic.write(make_picture(area="nowhere"))), version="1.3"
    )
    assert len(empty) == 0

"""`samspil map OUT`: each format opens in what reads it."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pytest

from matcher.services.installation import Installation
from tests.matcher.cli.conftest import Samspil


def test_json_has_the_contracts_shape(
    network: Installation, samspil: Samspil, tmp_path: Path
) -> None:
    assert samspil("map", "out.json").code == 0
    drawn = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert set(drawn) >= {"nodes", "ties", "groups"}
    assert {node["id"] for node in drawn["nodes"]} == {"home", "friends", "shop", "hub"}
    assert set(drawn["nodes"][0]) >= {"id", "name", "sector", "kind", "x", "y", "group"}
    assert {frozenset((tie["a"], tie["b"])) for tie in drawn["ties"]} == {
        frozenset(("home", "hub")),
        frozenset(("hub", "friends")),
    }
    assert set(drawn["ties"][0]) >= {"a", "b", "kinds", "strength", "since", "until"}


@pytest.mark.parametrize(("ending", "read"), [("gexf", nx.read_gexf), ("graphml", nx.read_graphml)])
def test_networkx_reads_what_is_written(
    network: Installation, samspil: Samspil, tmp_path: Path, ending: str, read: object
) -> None:
    out = tmp_path / f"out.{ending}"
    assert samspil("map", out).code == 0
    graph = read(out)  # type: ignore[operator]
    assert graph.number_of_nodes() == 4
    assert graph.number_of_edges() == 2


@pytest.mark.parametrize(
    ("ending", "begin"), [("pdf", b"%PDF-"), ("png", b"\x89PNG"), ("svg", b"<svg"), ("html", b"<")]
)
def test_what_people_look_at(
    network: Installation, samspil: Samspil, tmp_path: Path, ending: str, begin: bytes
) -> None:
    out = tmp_path / f"out.{ending.upper()}"
    assert samspil("map", out, "--look", "colour=kind", "--around", "home").code == 0
    assert out.read_bytes().startswith(begin)


def test_gexf_with_times(network: Installation, samspil: Samspil, tmp_path: Path) -> None:
    for name, mode in (("out.times.gexf", "dynamic"), ("out.gexf", "static")):
        assert samspil("map", tmp_path / name).code == 0
        assert f'mode="{mode}"' in (tmp_path / name).read_text("utf-8")


def test_a_look_that_is_none_is_refused(network: Installation, samspil: Samspil) -> None:
    assert samspil("map", "out.svg", "--look", "colour=purple").code == 1
    assert samspil("map", "out.svg", "--look", "sound=loud").code == 1


def test_filters_narrow_and_unknown_ones_are_refused(
    network: Installation, samspil: Samspil, tmp_path: Path
) -> None:
    assert samspil("map", "out.json", "--where", "sector=public").code == 0
    drawn = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [node["id"] for node in drawn["nodes"]] == ["home"]
    assert samspil("map", "out.json", "--where", "colour=red").code == 1
    assert samspil("map", "out.json", "--where", "sector=purple").code == 1
    assert samspil("map", "out.json", "--where", "sector").code == 2


def test_a_condition_is_given_once(network: Installation, samspil: Samspil) -> None:
    told = samspil("map", "out.json", "--where", "sector=public", "--where", "sector=business")
    assert told.code == 2
    assert "sector" in told.err.splitlines()[-1]


def test_around_shows_the_neighbourhood(
    network: Installation, samspil: Samspil, tmp_path: Path
) -> None:
    assert samspil("map", "out.json", "--around", "home", "--steps", "1").code == 0
    drawn = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert {node["id"] for node in drawn["nodes"]} == {"home", "hub"}


def test_the_way_between_two_and_a_collaborations_map(
    network: Installation, samspil: Samspil, tmp_path: Path
) -> None:
    assert samspil("map", "out.json", "--around", "home", "--path-to", "friends").code == 0
    drawn = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert {node["id"] for node in drawn["nodes"]} == {"home", "hub", "friends"}
    assert len(drawn["ties"]) == 2
    assert samspil("map", "out.json", "--path-to", "friends").code == 1
    assert samspil("map", "out.json", "--collaboration", "nosuch").code == 1


def test_funding_narrows_too(network: Installation, samspil: Samspil, tmp_path: Path) -> None:
    assert samspil("map", "out.json", "--where", "funding_until=2030-01-01").code == 0
    drawn = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert drawn["ties"] == []


def test_an_ending_that_is_no_map_is_refused(network: Installation, samspil: Samspil) -> None:
    told = samspil("map", "out.docx", "--language", "en")
    assert told.code == 1
    assert ".docx" in told.err


def test_a_file_that_cannot_be_written_is_said_plainly(
    network: Installation, samspil: Samspil
) -> None:
    told = samspil("map", "no-such-folder/out.json")
    assert told.code == 1
    assert "Traceback" not in told.err


def test_the_standalone_page_asks_no_other_host(
    network: Installation, samspil: Samspil, tmp_path: Path
) -> None:
    assert samspil("map", "out.html").code == 0
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "Plejehjemmet Åkanden" in page
    assert "Dagligt kontor" not in page
    assert 'src="http' not in page
    assert 'href="http' not in page

from matcher.network.graph import graph
from tests.matcher.network.makers import make_picture


def test_nodes_and_edges_carry_what_the_map_shows():
    drawn = graph(make_picture())
    assert sorted(drawn) == ["e", "k", "m", "o"]
    assert drawn.nodes["k"]["name"] == "Kirkeklubben"
    assert drawn.nodes["k"]["sector"] == "association"
    assert drawn.edges["k", "m"]["since"] == "2018-01-01"
    assert drawn.edges["m", "o"]["kinds"] == "collaboration|shares rooms"


def test_edges_carry_what_they_come_from():
    drawn = graph(make_picture())
    assert drawn.edges["k", "m"]["collaborations"] == "haven|sangen"
    assert drawn.edges["k", "m"]["agreement"] == "oral"
    assert drawn.nodes["k"]["joined"] == "2018-01-01"
    assert "collaborations" not in graph(make_picture(evidence="reported")).edges["m", "o"]


def test_what_is_not_known_is_left_out():
    drawn = graph(make_picture())
    assert {"sector", "joined", "lat"}.isdisjoint(drawn.nodes["e"])
    assert "funding_end" not in drawn.edges["k", "m"]
    assert "until" not in drawn.edges["k", "m"]


def test_the_graph_is_the_callers_own():
    picture = make_picture()
    graph(picture).remove_node("k")
    assert "k" in graph(picture)


def test_nothing_shown_is_an_empty_graph():
    assert len(graph(make_picture(theme="song"))) == 0

"""Those with a part in the demo network play it."""

from collections import Counter

import networkx as nx

from seed_data.demo import Row, Story
from tests.seed_data.cells import words
from tests.seed_data.conftest import Tables


def mean_distance(graph: "nx.Graph[str]") -> float:
    largest = max(nx.connected_components(graph), key=len)
    return float(nx.average_shortest_path_length(graph.subgraph(largest)))


def test_newcomers_and_only_they_stand_alone(partners: "nx.Graph[str]", told: Story) -> None:
    assert len(told.newcomers) == 8
    assert set(nx.isolates(partners)) == set(told.newcomers)


def test_newcomers_have_something_to_be_found_by(
    organisations: dict[str, Row], told: Story
) -> None:
    for id_ in told.newcomers:
        assert organisations[id_]["needs"]
        assert organisations[id_]["offers"]
        assert organisations[id_]["open_to_partners"] == "yes"


def test_brokers_hold_the_rest_together(without_giant: "nx.Graph[str]", told: Story) -> None:
    between = nx.betweenness_centrality(without_giant)
    first = sorted(between, key=lambda id_: -between[id_])[:2]
    assert set(first) == set(told.brokers)
    cut = without_giant.copy()
    cut.remove_nodes_from(told.brokers)
    assert mean_distance(cut) > 1.08 * mean_distance(without_giant)


def test_brokers_reach_every_district_and_sector(
    without_giant: "nx.Graph[str]", organisations: dict[str, Row], told: Story
) -> None:
    for broker in told.brokers:
        near = [organisations[id_] for id_ in without_giant[broker]]
        assert len({row["district"] for row in near}) == 3
        assert len({row["sector"] for row in near}) == 3


def test_the_giant_offers_most_and_is_everywhere(
    tables: Tables, partners: "nx.Graph[str]", organisations: dict[str, Row], told: Story
) -> None:
    offers = {id_: len(words(row["offers"])) for id_, row in organisations.items()}
    parts = Counter(row["organisation"] for row in tables["participants"])
    for measure in (offers, dict(partners.degree), parts):
        first, second = sorted(measure.values(), reverse=True)[:2]
        assert measure[told.giant] == first > 1.5 * second
    assert offers[told.giant] >= 30


def test_whom_the_demo_asks_for_has_much_to_find(
    partners: "nx.Graph[str]", organisations: dict[str, Row], told: Story
) -> None:
    asker = organisations[told.suggest_for]
    assert len(words(asker["needs"])) >= 4
    assert 2 <= partners.degree(told.suggest_for) <= 8
    both_ways = [
        id_
        for id_, row in organisations.items()
        if set(words(asker["needs"])) & set(words(row["offers"]))
        and set(words(row["needs"])) & set(words(asker["offers"]))
        and id_ not in partners[told.suggest_for]
        and row["district"] == asker["district"]
    ]
    assert len(both_ways) >= 8

"""The demo network as it is on one day, and as a graph."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from itertools import combinations

import networkx as nx
import pytest

from seed_data.demo import Row, Story, shifted, story

Tables = Mapping[str, list[Row]]


@pytest.fixture(scope="session")
def today() -> date:
    """A day of loading that is as awkward as days get."""
    return date(2028, 2, 29)


@pytest.fixture(scope="session")
def tables(today: date) -> Tables:
    return shifted(today)


@pytest.fixture(scope="session")
def told() -> Story:
    return story()


@pytest.fixture(scope="session")
def partners(tables: Tables) -> "nx.Graph[str]":
    """Who has ever worked with whom, by collaboration or by report."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(row["id"] for row in tables["organisations"])
    together = defaultdict(list)
    for row in tables["participants"]:
        together[row["collaboration"]].append(row["organisation"])
    for members in together.values():
        graph.add_edges_from(combinations(members, 2))
    graph.add_edges_from((row["from"], row["to"]) for row in tables["ties"])
    return graph


@pytest.fixture(scope="session")
def organisations(tables: Tables) -> dict[str, Row]:
    return {row["id"]: row for row in tables["organisations"]}


@pytest.fixture(scope="session")
def without_giant(partners: "nx.Graph[str]", told: Story) -> "nx.Graph[str]":
    graph = partners.copy()
    graph.remove_node(told.giant)
    return graph

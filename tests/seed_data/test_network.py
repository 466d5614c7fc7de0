"""The demo network has the shape that its story tells."""

from collections import Counter
from datetime import date, timedelta

import networkx as nx

from seed_data.demo import Row, Story
from tests.seed_data.cells import words
from tests.seed_data.conftest import Tables


def test_it_is_as_large_as_promised(tables: Tables) -> None:
    sectors = Counter(row["sector"] for row in tables["organisations"])
    assert 235 <= sectors.total() <= 245
    assert 135 <= sectors["association"] <= 145
    assert 45 <= sectors["public"] <= 55
    assert 45 <= sectors["business"] <= 55
    assert 145 <= len(tables["collaborations"]) <= 160
    assert 60 <= len(tables["capacities"]) <= 100
    assert 35 <= len(tables["ties"]) <= 45


def test_public_units_stand_under_their_departments(organisations: dict[str, Row]) -> None:
    departments = [
        row for row in organisations.values() if row["kind"] == "Forvaltning eller afdeling"
    ]
    units = [row for row in organisations.values() if row["sector"] == "public" and row["parent"]]
    assert len(departments) == 7
    assert len(units) >= 40


def test_sizes_are_heavy_tailed(tables: Tables) -> None:
    sizes = sorted(Counter(row["collaboration"] for row in tables["participants"]).values())
    assert sizes[0] == 2
    assert sizes[-1] == 15
    assert sizes[-2] <= 9
    assert sizes[len(sizes) // 2] == 3
    assert sum(size >= 6 for size in sizes) >= 10


def test_grants_and_agreements_are_as_in_life(tables: Tables) -> None:
    runs = tables["collaborations"]
    agreements = Counter(row["agreement"] for row in runs)
    assert agreements["oral"] >= 25
    assert agreements["written"] >= 40
    assert agreements["none"] >= 8
    assert agreements[""] >= 15
    assert sum(bool(row["funding_source"]) for row in runs) >= 30


def test_some_run_out_within_the_year(tables: Tables, today: date) -> None:
    year = {(today + timedelta(days=days)).isoformat() for days in range(366)}
    ending = [row for row in tables["collaborations"] if {row["end"], row["funding_end"]} & year]
    soon = {(today + timedelta(days=days)).isoformat() for days in range(91)}
    assert 8 <= len(ending) <= 25
    assert [row for row in ending if {row["end"], row["funding_end"]} & soon]


def test_there_are_communities(without_giant: "nx.Graph[str]") -> None:
    groups = nx.community.louvain_communities(without_giant, seed=1)
    assert nx.community.modularity(without_giant, groups) > 0.5
    assert sum(len(group) >= 10 for group in groups) >= 6


def test_every_need_is_offered_by_somebody_else(organisations: dict[str, Row], told: Story) -> None:
    offered = Counter(
        word
        for id_, row in organisations.items()
        if id_ != told.giant
        for word in words(row["offers"])
    )
    assert {word for row in organisations.values() for word in words(row["needs"])} <= set(offered)
    assert min(offered.values()) >= 2


def test_some_profiles_are_empty_and_some_are_closed(organisations: dict[str, Row]) -> None:
    columns = ("description", "themes", "target_groups", "offers", "needs")
    empty = [row for row in organisations.values() if not any(row[column] for column in columns)]
    half = [row for row in organisations.values() if not all(row[column] for column in columns)]
    assert 5 <= len(empty) <= 15
    assert len(half) - len(empty) >= 15
    said = Counter(row["open_to_partners"] for row in organisations.values())
    assert said["yes"] > 120
    assert said["no"] >= 5
    assert said[""] >= 20

"""Measures are computed once, kept by revision and day, and told as the contract says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from matcher.errors import Refusal
from matcher.services import measure_network as service
from matcher.services.access import NOBODY, OPERATOR, Actor
from matcher.services.installation import Installation
from matcher.services.measure_network import (
    kept_measures,
    last_measures,
    measure_network,
    measures_at_hand,
)
from matcher.services.show_measures import Order, show_measures
from matcher.services.tell_measures import tell_measures
from matcher.store.queries.measurements import KEPT
from matcher.store.tables import Measurement
from tests.factories import READER, make_collaboration, make_organisation

DAY = date(2026, 5, 1)
CONTRACT = [
    "id",
    "name",
    "degree",
    "strength",
    "betweenness",
    "harmonic",
    "pagerank",
    "core",
    "clustering",
    "constraint",
    "effective_size",
]
FIGURES = [
    "nodes",
    "ties",
    "components",
    "isolates",
    "density",
    "centralisation",
    "mean_distance",
    "modularity",
    "ei_index",
    "articulation_points",
    "bridges",
]


@pytest.fixture
def chain(installation: Installation) -> list[str]:
    """Three in a row and one alone."""
    ids = [make_organisation(installation, name) for name in ("Alfa", "Beta", "Gamma", "Delta")]
    make_collaboration(installation, "Et", ids[:2], start=date(2025, 1, 1))
    make_collaboration(installation, "To", ids[1:3], start=date(2025, 1, 1))
    return ids


def test_they_are_kept_for_a_revision_and_a_day(
    installation: Installation, chain: list[str]
) -> None:
    assert kept_measures(installation, READER, as_of=DAY) is None
    found = measure_network(installation, READER, as_of=DAY)
    assert found.by_organisation["betweenness"][chain[1]] == pytest.approx(1 / 3)
    assert kept_measures(installation, READER, as_of=DAY) is found
    other = Installation(installation.settings)
    again = kept_measures(other, READER, as_of=DAY)
    other.close()
    assert again is not None
    assert again.by_organisation == found.by_organisation
    assert kept_measures(installation, READER, as_of=DAY + timedelta(1)) is None
    make_organisation(installation, "Epsilon")
    assert kept_measures(installation, READER, as_of=DAY) is None
    assert last_measures(installation, READER) is not None


@pytest.mark.usefixtures("chain")
def test_only_the_last_few_are_kept(installation: Installation) -> None:
    for days in range(KEPT + 3):
        measure_network(installation, READER, as_of=DAY + timedelta(days))
    with installation.reading() as session:
        assert session.scalar(select(func.count()).select_from(Measurement)) == KEPT
        newest = session.scalar(select(func.max(Measurement.as_of)))
    assert newest == DAY + timedelta(KEPT + 2)


@pytest.mark.usefixtures("chain")
def test_a_small_network_needs_no_job_and_a_large_one_does(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert measures_at_hand(installation, READER, as_of=DAY) is not None
    monkeypatch.setattr(service, "AT_ONCE", 2)
    assert measures_at_hand(installation, READER, as_of=DAY + timedelta(1)) is None


def test_who_may(installation: Installation) -> None:
    link = Actor(role="link", subject="map")
    assert kept_measures(installation, link, as_of=DAY) is None
    for refused in (link, NOBODY):
        with pytest.raises(Refusal):
            measure_network(installation, refused, as_of=DAY)
        with pytest.raises(Refusal):
            measures_at_hand(installation, refused, as_of=DAY)


def test_the_answer_is_that_of_the_contract(installation: Installation, chain: list[str]) -> None:
    answer = tell_measures(installation, OPERATOR, as_of=DAY)
    assert list(answer)[:4] == ["as_of", "coverage", "network", "organisations"]
    assert set(FIGURES) <= set(answer["network"])
    assert {"organisations", "with_profile", "with_ties", "share"} <= set(answer["coverage"])
    assert answer["coverage"]["share"] == 0.75
    assert [each["name"] for each in answer["organisations"]] == ["Alfa", "Beta", "Delta", "Gamma"]
    assert list(answer["organisations"][0])[: len(CONTRACT)] == CONTRACT
    (one,) = tell_measures(installation, OPERATOR, as_of=DAY, who="beta")["organisations"]
    assert one["id"] == chain[1]
    assert one["articulation_point"] is True


def test_an_empty_network_has_zeros_and_null(installation: Installation) -> None:
    answer = tell_measures(installation, OPERATOR, as_of=DAY)
    assert answer["organisations"] == []
    assert answer["coverage"]["share"] is None
    network = answer["network"]
    for name in ("nodes", "ties", "components", "isolates", "articulation_points", "bridges"):
        assert network[name] == 0
    for name in ("density", "centralisation", "mean_distance", "modularity", "ei_index"):
        assert network[name] is None


def test_the_table_is_ordered_by_any_measure_and_paged(
    installation: Installation, chain: list[str]
) -> None:
    shown = show_measures(installation, READER, as_of=DAY, per_page=2)
    assert shown is not None
    assert (shown.by, shown.pages, shown.rows[0].id) == ("betweenness", 2, chain[1])
    low = show_measures(installation, READER, Order(by="constraint", ascending=True), as_of=DAY)
    assert low is not None
    assert [row.name for row in low.rows] == ["Beta", "Alfa", "Gamma", "Delta"]
    assert low.rows[-1].values["constraint"] is None
    with pytest.raises(Refusal):
        show_measures(installation, READER, Order(by="luck"), as_of=DAY)


def test_those_who_were_hidden_since_are_not_shown_in_older_measures(
    installation: Installation, chain: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    measure_network(installation, READER, as_of=DAY)
    monkeypatch.setattr(service, "AT_ONCE", 0)
    make_organisation(installation, "Beta", id="hidden", hidden=True)
    shown = show_measures(installation, READER, as_of=DAY)
    assert shown is not None
    assert not shown.current
    assert {row.id for row in shown.rows} == set(chain)

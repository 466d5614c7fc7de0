"""Who asks, and for what."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from matcher.brief import Brief, Near, Need, Slot
from matcher.landscape import SECTORS, Landscape
from matcher.landscape.terms import DERIVED
from matcher.signals import Query, query_for, query_of
from matcher.signals.query import Weighted
from tests.engine_factories import make_collaboration, make_idea, make_landscape, same
from tests.engine_factories import make_organisation as org


@pytest.fixture
def landscape() -> Landscape:
    """An asker of whom much is known, and two others."""
    return make_landscape(
        org("a", sector="association", municipality="Byen", district="Nord", postcode="1000",
            lat=55.0, lon=12.0, description="Vi synger i havnen"),
        org("b", sector="public", municipality="Øen"),
        org("c", sector="business", municipality="Byen", district="Syd"),
        "p",
        needs={"a": ["bus"]}, offers={"a": ["hall"], "b": ["hands"]},
        themes={"a": ["song"]}, target_groups={"a": ["old"]},
        joint=[make_collaboration("choir", ["a", "p"], themes=("song", "green"), area="Havnen")],
        ties=[("b", "p")],
    )  # fmt: skip


def _ids(landscape: Landscape, vocabulary: str, found: Weighted) -> dict[str, float]:
    ids = landscape.vocabularies[vocabulary].ids
    return {ids[column]: weight for column, weight in sorted(found.of.items())}


def _asked(landscape: Landscape, purpose: str = "", **idea: object) -> Query:
    return query_for(landscape, make_idea(landscape, purpose, **idea))  # type: ignore[arg-type]


def test_an_organisation_asks_with_what_is_known_of_it(landscape: Landscape) -> None:
    query = query_of(landscape, 0)
    assert _ids(landscape, "capacity", query.needs) == {"bus": 1.0}
    assert _ids(landscape, "capacity", query.offers) == {"hall": 1.0}
    assert _ids(landscape, "theme", query.themes) == {"green": DERIVED, "song": 1.0}
    assert query.theme_total == 1.0 + DERIVED
    assert _ids(landscape, "target_group", query.target_groups) == {"old": 1.0}
    assert (query.asker, query.team.tolist(), query.about_something) == (0, [0], False)
    assert query.text.text == "Vi synger i havnen\nChoir. "
    assert [landscape.experience.area_names[at] for at in query.areas] == ["Havnen"]


def test_what_an_idea_says_stands_in_the_place_of_the_askers_own(landscape: Landscape) -> None:
    query = _asked(landscape, "En bus", asker="a", needs={"hands": 3.0}, themes=["green"])
    assert _ids(landscape, "capacity", query.needs) == {"hands": 1.0}
    assert list(query.amounts.values()) == [3.0]
    assert _ids(landscape, "theme", query.themes) == {"green": 1.0}
    assert _ids(landscape, "target_group", query.target_groups) == {"old": 1.0}
    assert (query.text.text, query.about_something) == ("En bus", True)


def test_what_only_slots_need_is_needed_too(landscape: Landscape) -> None:
    bus, hall = (landscape.vocabularies["capacity"].index[term] for term in ("bus", "hall"))
    idea = Brief(needs=(Need(term=bus),), slots=(Slot(name="room", needs=(hall,)),), asker=1)
    assert _ids(landscape, "capacity", query_for(landscape, idea).needs) == {"bus": 1, "hall": 1}


def test_an_idea_of_nobodys_knows_only_what_it_says(landscape: Landscape) -> None:
    query = query_for(landscape, Brief())
    assert query.asker is None
    assert not query.team.size
    for known in (query.needs, query.offers, query.themes, query.target_groups, query.partners):
        assert not len(known)
    totals = (query.need_total, query.theme_total, query.target_group_total, query.partner_total)
    assert totals == (0.0, 0.0, 0.0, 0.0)
    assert (query.sector, query.municipality, query.district, query.postcode) == (-1, -1, -1, -1)
    assert np.isnan(query.point).all()
    assert query.text.text == ""


def test_those_who_are_in_bring_their_offers_and_partners(landscape: Landscape) -> None:
    query = _asked(landscape, asker="a", members=["b"])
    assert _ids(landscape, "capacity", query.offers) == {"hall": 1.0, "hands": 1.0}
    assert list(query.partners.of) == [landscape.index["p"]]
    alone, both = query_of(landscape, 0).partners, query.partners
    assert both.of[landscape.index["p"]] >= alone.of[landscape.index["p"]]
    assert query.team.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("sectors", "members", "wanted"),
    [
        ([], [], []),
        (["public", "business"], [], ["public", "business"]),
        (["public", "business"], ["b"], ["business"]),
        (["public"], ["b"], ["public"]),
    ],
)
def test_sectors_that_are_in_are_wanted_no_more(
    landscape: Landscape, sectors: list[str], members: list[str], wanted: list[str]
) -> None:
    found = _asked(landscape, asker="a", sectors=sectors, members=members).sectors
    assert found == {SECTORS.index(sector) for sector in wanted}


def test_the_place_of_an_idea_is_where_it_says(landscape: Landscape) -> None:
    places = landscape.places
    own = query_of(landscape, 0)
    assert (places.municipalities[own.municipality], places.districts[own.district]) == (
        "Byen",
        "Nord",
    )
    district = _asked(landscape, asker="a", area="syd")
    assert places.districts[district.district] == "Syd"
    assert places.municipalities[district.municipality] == "Byen"
    assert district.postcode == -1
    assert np.isnan(district.point).all()
    town = _asked(landscape, area="ØEN")
    assert (places.municipalities[town.municipality], town.district) == ("Øen", -1)
    near = _asked(landscape, asker="b", near=Near(lat=55.0, lon=12.0, km=5), area="Øen")
    assert near.municipality == -1
    assert near.point.tolist() == pytest.approx(places.points[:, 0].tolist())
    assert _asked(landscape, asker="a", area="Månen").municipality == own.municipality


def test_areas_of_collaborations_are_those_named_else_ones_own(landscape: Landscape) -> None:
    def named(**idea: object) -> list[str]:
        return [landscape.experience.area_names[at] for at in _asked(landscape, **idea).areas]  # type: ignore[arg-type]

    assert named(area="HAVNEN; Månen") == ["Havnen"]
    assert named(asker="a") == ["Havnen"]
    assert named(asker="a", area="Månen") == ["Havnen"]
    assert named(asker="b") == []


def test_the_latest_ten_say_what_an_asker_does() -> None:
    joint = [make_collaboration(f"c{i:02}", ["a"], start=date(2000 + i, 1, 1)) for i in range(12)]
    joint.append(make_collaboration("a undated", ["a"]))
    told = query_of(make_landscape("a", joint=joint), 0).text.text.split("\n")
    assert [text.strip(" .") for text in told] == [f"C{i:02}" for i in range(11, 1, -1)]


def test_a_row_outside_is_an_error(landscape: Landscape) -> None:
    for brief in (Brief(asker=99), Brief(asker=-1), Brief(members=(4,))):
        with pytest.raises(IndexError):
            query_for(landscape, brief)


def test_an_organisation_asks_as_an_idea_that_says_nothing_does(landscape: Landscape) -> None:
    assert same(query_of(landscape, 1), query_for(landscape, Brief(asker=1)))


def test_what_is_kept_is_made_once(landscape: Landscape) -> None:
    query, made = query_of(landscape, 0), []
    for _ in range(2):
        assert query.kept("number", lambda: made.append(1) or 7) == 7  # type: ignore[func-returns-value]
    assert made == [1]

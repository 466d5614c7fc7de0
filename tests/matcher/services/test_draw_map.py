"""The map of an installation's records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from matcher.errors import Refusal
from matcher.network.picture import MapView
from matcher.services.access import NOBODY, OPERATOR, Actor
from matcher.services.arrange_map import rearrange_map
from matcher.services.draw_map import MOST_PICTURES, draw_map, map_view, network_of
from matcher.services.installation import Installation
from matcher.services.map_view import MOST_NAMED
from matcher.services.set_up import set_up
from matcher.settings import Settings
from matcher.store.documents import collaborations, organisations
from matcher.store.documents.table import write
from seed_data.vocabulary import read_vocabulary
from tests.databases import sqlite_copy

AS_OF = date(2026, 5, 1)


@pytest.fixture
def installation(sqlite_template: Path, tmp_path: Path) -> Iterator[Installation]:
    """Four organisations: three of them in a garden, with an oral agreement, from 2025 on."""
    path = tmp_path / "map.db"
    with sqlite_copy(sqlite_template, path):
        pass
    made = Installation(Settings(database_url=f"sqlite:///{path}"))
    with made.writing(OPERATOR) as work:
        names = {"a": "Havelauget", "b": "Biblioteket", "c": "Bageren", "d": "Bagerskolen"}
        write(
            work,
            "organisation",
            {key: {**organisations.EMPTY, "name": name} for key, name in names.items()},
        )
        write(work, "collaboration", {"garden": make_garden("abc")})
        work.commit()
    yield made
    made.close()


def make_garden(members: str) -> dict[str, object]:
    return {
        **collaborations.EMPTY,
        "title": "Haven",
        "start": "2025-03-01",
        "agreement": "oral",
        "participants": [
            {"organisation": key, "role": None, "since": None, "until": None} for key in members
        ],
    }


def pairs(installation: Installation, view: MapView | None = None) -> set[str]:
    picture = draw_map(installation, OPERATOR, view, as_of=AS_OF)
    return {tie.a + tie.b for tie in picture.ties}


def test_the_records_are_drawn(installation: Installation) -> None:
    picture = draw_map(installation, OPERATOR, as_of=AS_OF)
    assert [node.name for node in picture.nodes] == [
        "Bageren",
        "Bagerskolen",
        "Biblioteket",
        "Havelauget",
    ]
    assert pairs(installation) == {"ab", "ac", "bc"}
    assert picture.ties[0].since == date(2025, 3, 1)


def test_before_it_began_there_was_no_tie(installation: Installation) -> None:
    assert draw_map(installation, OPERATOR, as_of=date(2025, 2, 1)).ties == ()


def test_views_of_a_revision_agree_and_a_change_is_seen(installation: Installation) -> None:
    first = draw_map(installation, OPERATOR, as_of=AS_OF)
    view = map_view(installation, OPERATOR, where={"agreement": "oral"}, as_of=AS_OF)
    places = {node.id: (node.x, node.y) for node in first.nodes}
    for node in draw_map(installation, OPERATOR, view, as_of=AS_OF).nodes:
        assert (node.x, node.y) == places[node.id]
    with installation.writing(OPERATOR) as work:
        write(work, "collaboration", {"garden": make_garden("ab")})
        work.commit()
    assert pairs(installation) == {"ab"}


@pytest.mark.parametrize("who", ["a", "havelauget", "HAVE"])
def test_around_somebody_by_id_name_or_beginning(installation: Installation, who: str) -> None:
    view = map_view(installation, OPERATOR, where={}, around=who, steps=1, as_of=AS_OF)
    assert view.around == "a"
    assert pairs(installation, view) == {"ab", "ac", "bc"}


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"around": "bage"}, "ambiguous"),
        ({"around": "nobody"}, "not_found"),
        ({"where": {"colour": "red"}}, "invalid"),
        ({"where": {"sector": "church"}}, "invalid"),
        ({"where": {"theme": "gardens"}}, "invalid"),
        ({"where": {"from": "yesterday"}}, "invalid"),
        ({"steps": 9, "around": "a"}, "invalid"),
    ],
)
def test_what_is_not_clear_is_refused(
    installation: Installation, asked: dict[str, object], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        map_view(installation, OPERATOR, **{"where": {}, **asked}, as_of=AS_OF)  # type: ignore[arg-type]
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("where", "meant"),
    [
        ({"theme": "ensomhed"}, {"theme": "loneliness"}),
        ({"theme": "Ensomhed og fællesskab"}, {"theme": "loneliness"}),
        ({"offers": "Lokaler"}, {"offers": "meeting-room"}),
        ({"sector": "Offentlig"}, {"sector": "public"}),
        ({"agreement": "mundtlig"}, {"agreement": "oral"}),
        ({"agreement": "unknown"}, {"agreement": "unknown"}),
    ],
)
def test_words_mean_what_they_mean_in_an_import(
    installation: Installation, where: dict[str, str], meant: dict[str, str]
) -> None:
    set_up(installation, OPERATOR, read_vocabulary())
    assert map_view(installation, OPERATOR, where=where, as_of=AS_OF) == MapView(**meant)  # type: ignore[arg-type]


def test_candidates_are_named(installation: Installation) -> None:
    with pytest.raises(Refusal) as refused:
        map_view(installation, OPERATOR, where={}, around="bage", as_of=AS_OF)
    assert refused.value.details["candidates"] == [
        {"id": "c", "name": "Bageren"},
        {"id": "d", "name": "Bagerskolen"},
    ]


def test_a_view_around_somebody_who_has_gone_is_refused(installation: Installation) -> None:
    with pytest.raises(Refusal) as refused:
        draw_map(installation, OPERATOR, MapView(around="gone"), as_of=AS_OF)
    assert refused.value.code == "not_found"


def test_who_may(installation: Installation) -> None:
    with pytest.raises(Refusal):
        draw_map(installation, NOBODY, as_of=AS_OF)
    link = Actor(role="link", subject="map")
    assert draw_map(installation, link, as_of=AS_OF).nodes
    shortlist = Actor(role="link", subject="shortlist")
    with pytest.raises(Refusal):
        draw_map(installation, shortlist, as_of=AS_OF)
    with pytest.raises(Refusal):
        map_view(installation, shortlist, where={}, around="a", as_of=AS_OF)


@pytest.mark.parametrize("who", ["c", "Bageren", "bage"])
def test_hidden_ones_are_not_on_the_map_nor_told(installation: Installation, who: str) -> None:
    with installation.writing(OPERATOR) as work:
        for key, name in (("c", "Bageren"), ("d", "Bagerskolen")):
            hidden = {**organisations.EMPTY, "name": name, "hidden": True}
            write(work, "organisation", {key: hidden})
        work.commit()
    with pytest.raises(Refusal) as refused:
        map_view(installation, OPERATOR, where={}, around=who, as_of=AS_OF)
    assert refused.value.code == "not_found"
    for view in (MapView(around="c"), MapView(around="c", since=date(2020, 1, 1))):
        with pytest.raises(Refusal) as refused:
            draw_map(installation, OPERATOR, view, as_of=AS_OF)
        assert refused.value.code == "not_found"


def test_no_records_give_an_empty_map(sqlite_template: Path, tmp_path: Path) -> None:
    with sqlite_copy(sqlite_template, tmp_path / "empty.db"):
        pass
    empty = Installation(Settings(database_url=f"sqlite:///{tmp_path / 'empty.db'}"))
    picture = draw_map(empty, OPERATOR, as_of=AS_OF)
    assert (picture.nodes, picture.ties, picture.groups) == ((), (), ())
    empty.close()


def test_places_are_those_that_are_kept_until_somebody_has_all_laid_out_anew(
    installation: Installation,
) -> None:
    first = draw_map(installation, OPERATOR, as_of=AS_OF)
    again = Installation(installation.settings)
    second = draw_map(again, OPERATOR, as_of=AS_OF)
    assert [(n.id, n.x, n.y) for n in first.nodes] == [(n.id, n.x, n.y) for n in second.nodes]
    assert draw_map(installation, OPERATOR, as_of=AS_OF) is first
    rearrange_map(again, OPERATOR)
    assert draw_map(installation, OPERATOR, as_of=AS_OF) is not first
    again.close()


def test_a_way_between_two(installation: Installation) -> None:
    view = map_view(installation, OPERATOR, where={}, around="a", path_to="biblio", as_of=AS_OF)
    assert (view.around, view.path_to) == ("a", "b")
    assert pairs(installation, view) == {"ab"}
    away = map_view(installation, OPERATOR, where={}, around="a", path_to="d", as_of=AS_OF)
    picture = draw_map(installation, OPERATOR, away, as_of=AS_OF)
    assert (picture.columns.nodes.ids, picture.ties) == (("d", "a"), ())
    with pytest.raises(Refusal) as refused:
        map_view(installation, OPERATOR, where={}, path_to="b", as_of=AS_OF)
    assert refused.value.code == "invalid"
    with pytest.raises(Refusal) as refused:
        draw_map(installation, OPERATOR, MapView(around="a", path_to="gone"), as_of=AS_OF)
    assert refused.value.code == "not_found"


def test_a_collaborations_map(installation: Installation) -> None:
    view = map_view(installation, OPERATOR, where={}, collaboration="garden", as_of=AS_OF)
    picture = draw_map(installation, OPERATOR, view, as_of=AS_OF)
    assert set(picture.columns.nodes.ids) == set("abc")
    assert picture.columns.marked.all()
    with pytest.raises(Refusal) as refused:
        draw_map(installation, OPERATOR, MapView(collaboration="gone"), as_of=AS_OF)
    assert refused.value.code == "not_found"


def test_money_that_ends_in_time(installation: Installation) -> None:
    with installation.writing(OPERATOR) as work:
        paid = {**make_garden("ab"), "title": "Koret", "funding_end": "2026-12-31"}
        write(work, "collaboration", {"choir": paid})
        work.commit()
    for day, shown in (("2026-12-31", {"ab"}), ("2026-12-30", set())):
        where = {"funding_until": day}
        view = map_view(installation, OPERATOR, where=where, as_of=AS_OF)
        assert pairs(installation, view) == shown


def test_too_many_chosen_one_by_one_are_refused(installation: Installation) -> None:
    many = tuple(str(number) for number in range(MOST_NAMED + 1))
    for asked in ({"only": many}, {"without": many}):
        with pytest.raises(Refusal) as refused:
            map_view(installation, OPERATOR, where={}, **asked, as_of=AS_OF)
        assert refused.value.code == "invalid"


def test_few_pictures_are_kept_and_the_last_asked_for_stay(installation: Installation) -> None:
    first = draw_map(installation, OPERATOR, as_of=AS_OF)
    for number in range(MOST_PICTURES - 1):
        draw_map(installation, OPERATOR, MapView(without=(str(number),)), as_of=AS_OF)
    assert draw_map(installation, OPERATOR, as_of=AS_OF) is first
    for number in range(MOST_PICTURES):
        draw_map(installation, OPERATOR, MapView(only=(str(number),)), as_of=AS_OF)
    assert draw_map(installation, OPERATOR, as_of=AS_OF) is not first


def test_the_network_is_the_one_that_is_drawn(installation: Installation) -> None:
    found = network_of(installation, AS_OF)
    assert found is network_of(installation, AS_OF)
    assert len(found.ties) == len(draw_map(installation, OPERATOR, as_of=AS_OF).ties)


def test_large_pictures_leave_room_for_few(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matcher.services.draw_map.MOST_HELD", 10)
    first = draw_map(installation, OPERATOR, as_of=AS_OF)
    assert draw_map(installation, OPERATOR, as_of=AS_OF) is first
    draw_map(installation, OPERATOR, MapView(only=("a",)), as_of=AS_OF)
    assert draw_map(installation, OPERATOR, as_of=AS_OF) is first
    draw_map(installation, OPERATOR, MapView(only=("a", "b", "c")), as_of=AS_OF)
    assert draw_map(installation, OPERATOR, as_of=AS_OF) is not first

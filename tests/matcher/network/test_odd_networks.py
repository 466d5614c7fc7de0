"""Networks that are all of one sort: every view of them shows something sensible."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.landscape import OrganisationRow, Rows, TieRow
from matcher.network.arrangement import Network
from matcher.network.drawing import draw
from matcher.network.picture import MapView
from matcher.network.telling import told
from matcher.wording.map_text import map_text
from tests.matcher.network.plain import network_of

COUNT = 300


def make_rows(count: int, *, star: bool) -> Rows:
    ids = [f"o{number:03}" for number in range(count)]
    ties = tuple(TieRow(id=key, a=ids[0], b=key) for key in ids[1:]) if star else ()
    return Rows(organisations=tuple(OrganisationRow(id=key, name=key) for key in ids), ties=ties)


@pytest.fixture(scope="module")
def star() -> Network:
    return network_of(make_rows(COUNT, star=True))


@pytest.fixture(scope="module")
def isolates() -> Network:
    return network_of(make_rows(COUNT, star=False))


def test_a_star(star: Network) -> None:
    whole = draw(star, MapView())
    assert (whole.counts.ties, whole.counts.alone) == (COUNT - 1, 0)
    assert told(whole).most_ties == (("o000", COUNT - 1),)
    assert draw(star, MapView(around="o007", steps=1)).counts.organisations == 2
    assert draw(star, MapView(around="o007", steps=2)).counts.organisations == COUNT
    way = draw(star, MapView(around="o007", path_to="o123"))
    assert way.columns.nodes.ids == ("o000", "o007", "o123")
    without = draw(star, MapView(without=("o000",)))
    assert without.counts.alone == COUNT - 1


def test_three_hundred_without_a_tie(isolates: Network) -> None:
    whole = draw(isolates, MapView())
    assert (whole.counts.organisations, whole.counts.ties, whole.groups) == (COUNT, 0, ())
    places = {(node.x, node.y) for node in whole.nodes}
    assert len(places) == COUNT
    apart = draw(isolates, MapView(around="o001", path_to="o002"))
    assert (apart.counts.organisations, apart.counts.ties) == (2, 0)


@pytest.mark.parametrize("count", [0, 1])
@pytest.mark.parametrize(
    "view",
    [
        MapView(),
        MapView(since=date(2020, 1, 1)),
        MapView(collaboration="c"),
        MapView(only=("o000",)),
        MapView(sector="unknown"),
    ],
)
def test_nobody_and_one(count: int, view: MapView) -> None:
    picture = draw(network_of(make_rows(count, star=False)), view)
    assert picture.counts.organisations <= count
    assert map_text(picture)
    assert (picture.ties, picture.collaborations, picture.groups) == ((), (), ())

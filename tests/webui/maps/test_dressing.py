"""What a look has to know is fetched, and only that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from matcher.network.picture import MapPicture
from matcher.services.access import OPERATOR, Actor
from matcher.services.draw_map import draw_map
from matcher.services.installation import Installation
from matcher.services.measure_network import measure_network
from matcher.wording.say import say
from tests.webui.pages.gardens import plant
from webui.maps import dressing
from webui.maps.dressing import dressed, measured_by
from webui.maps.look import Look

AS_OF = date(2026, 5, 1)
HOLDER = Actor(role="link", subject="map")


@pytest.fixture
def picture(installation: Installation) -> MapPicture:
    """The map of the garden."""
    plant(installation)
    return draw_map(installation, OPERATOR, as_of=AS_OF)


def test_the_usual_look_asks_for_nothing(
    installation: Installation, picture: MapPicture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("measures_at_hand", "kept_measures", "map_themes"):
        monkeypatch.setattr(dressing, name, None)
    assert dressed(installation, OPERATOR, picture).look == Look()
    assert measured_by(installation, OPERATOR, picture, Look()) == {}


def test_a_small_network_is_measured_at_once(
    installation: Installation, picture: MapPicture
) -> None:
    look = Look(colour="degree", size="core")
    assert dressed(installation, OPERATOR, picture, look).look == look
    assert set(measured_by(installation, OPERATOR, picture, look)) == {"degree", "core"}


def test_holders_of_a_link_see_measures_once_they_are_kept(
    installation: Installation, picture: MapPicture
) -> None:
    look = Look(colour="degree")
    assert dressed(installation, HOLDER, picture, look).look.colour == "sector"
    measure_network(installation, OPERATOR, as_of=AS_OF)
    assert dressed(installation, HOLDER, picture, look).look == look


def test_few_known_ties_name_no_brokers(
    installation: Installation, picture: MapPicture, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = Look(size="betweenness")
    assert dressed(installation, OPERATOR, picture, look).legend.notes == ()
    found = measure_network(installation, OPERATOR, as_of=AS_OF)
    thin = replace(found, coverage=replace(found.coverage, with_ties=1))
    monkeypatch.setattr(dressing, "measures_at_hand", lambda *_args, **_named: thin)
    (note,) = dressed(installation, OPERATOR, picture, look).legend.notes
    assert "25 %" in say(note, "en")


def test_themes_have_colours(installation: Installation, picture: MapPicture) -> None:
    section = dressed(installation, OPERATOR, picture, Look(colour="theme")).legend.section(
        "colour"
    )
    assert section is not None
    assert [entry.unknown for entry in section.entries][-1]

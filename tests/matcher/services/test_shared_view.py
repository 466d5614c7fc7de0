"""A link to a saved view shows that view and parts of it, whatever its holder asks for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import Refusal
from matcher.network.drawing import draw
from matcher.network.picture import MapView
from matcher.services.access import OPERATOR, Actor, may
from matcher.services.draw_map import draw_map, map_view
from matcher.services.installation import Installation
from matcher.services.shared_view import inside
from matcher.services.views import ViewText, delete_view, save_view
from tests.factories import make_organisation
from tests.matcher.network.makers import make_network

TODAY = date.today()
NETWORK = make_network()

views = st.builds(
    MapView,
    sector=st.sampled_from([None, "association", "public", "unknown"]),
    theme=st.sampled_from([None, "food", "song"]),
    area=st.sampled_from([None, "Byen", "Østre"]),
    evidence=st.sampled_from([None, "reported", "collaboration"]),
    since=st.sampled_from([None, date(2024, 1, 1), date(2019, 1, 1)]),
    until=st.sampled_from([None, date(2024, 1, 1)]),
    agreement=st.sampled_from([None, "written", "oral"]),
    around=st.sampled_from([None, "k", "e"]),
    steps=st.integers(0, 3),
    only=st.sampled_from([(), ("k", "m"), ("e",)]),
    without=st.sampled_from([(), ("m",)]),
)


@given(views, views)
def test_nobody_and_no_tie_from_outside_is_ever_seen(held: MapView, asked: MapView) -> None:
    shown = draw(NETWORK, held)
    try:
        allowed = inside(held, asked, shown.columns.nodes.ids)
    except Refusal:
        return
    found = draw(NETWORK, allowed)
    assert {node.id for node in found.nodes} <= {node.id for node in shown.nodes}
    assert {(t.a, t.b) for t in found.ties} <= {(t.a, t.b) for t in shown.ties}


@given(views)
def test_the_view_itself_is_what_is_held(held: MapView) -> None:
    ids = draw(NETWORK, held).columns.nodes.ids
    assert inside(held, MapView(), ids) == held
    assert inside(held, held, ids) == held


@pytest.fixture
def holder(installation: Installation) -> Actor:
    """The holder of a link to the view of associations."""
    make_organisation(installation, id="a", name="Aftenskolen", sector="association")
    make_organisation(installation, id="b", name="Biblioteket", sector="public")
    text = ViewText(title="Foreninger", conditions={"sector": "association"}, hidden=("c",))
    make_organisation(installation, id="c", name="Cykelklubben", sector="association")
    view = save_view(installation, OPERATOR, text).id
    return Actor(role="link", subject="map", subject_id=view)


def names(installation: Installation, actor: Actor, view: MapView | None = None) -> list[str]:
    return [node.name for node in draw_map(installation, actor, view, as_of=TODAY).nodes]


def test_a_holder_sees_the_view(installation: Installation, holder: Actor) -> None:
    assert names(installation, holder) == ["Aftenskolen"]
    assert names(installation, holder, MapView(sector="association")) == ["Aftenskolen"]
    assert names(installation, holder, MapView(only=("a", "b", "c"))) == ["Aftenskolen"]
    assert names(installation, holder, MapView(area="Ingen steder")) == []
    assert names(installation, holder, MapView(only=("b",))) == []


def test_nothing_counts_who_is_outside(installation: Installation, holder: Actor) -> None:
    part = MapView(area="Ingen steder")
    for view, shown in ((None, 1), (part, 0)):
        counts = draw_map(installation, holder, view, as_of=TODAY).counts
        assert (counts.organisations, counts.all_organisations, counts.all_ties) == (shown, 1, 0)
    kept = MapView(sector="association", without=("c",))
    assert draw_map(installation, OPERATOR, kept, as_of=TODAY).counts.all_organisations == 3


def test_another_condition_is_refused(installation: Installation, holder: Actor) -> None:
    with pytest.raises(Refusal) as refused:
        names(installation, holder, MapView(sector="public"))
    assert refused.value.code == "forbidden"


@pytest.mark.parametrize("who", ["b", "Biblioteket", "c", "Bib", "no such"])
def test_who_is_outside_is_not_there(installation: Installation, holder: Actor, who: str) -> None:
    told = set()
    with pytest.raises(Refusal) as refused:
        map_view(installation, holder, where={}, around=who, as_of=TODAY)
    told.add((refused.value.code, refused.value.text.id))
    assert told == {("not_found", "This organisation is not on the map.")}


def test_a_deleted_view_is_told_kindly(installation: Installation, holder: Actor) -> None:
    delete_view(installation, OPERATOR, holder.subject_id or "")
    with pytest.raises(Refusal) as refused:
        names(installation, holder)
    assert refused.value.code == "link_expired"


def test_other_views_are_not_for_the_holder(holder: Actor) -> None:
    assert may(holder, "draw_map")
    assert may(holder, "draw_map", holder.subject_id)
    assert not may(holder, "draw_map", "another")
    assert not may(holder, "explore_map")

"""What holds for every view of every network."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.landscape import Rows
from matcher.network.drawing import draw
from matcher.network.picture import MapPicture, MapView
from matcher.network.together import together
from tests.engine_factories import AS_OF
from tests.engine_networks import networks
from tests.matcher.network.plain import network_of, plain_ties

DAYS = st.none() | st.integers(-1500, 500).map(lambda days: AS_OF + timedelta(days=days))


@st.composite
def tie_views(draw: st.DrawFn) -> MapView:
    """Any conditions on ties."""
    return MapView(
        agreement=draw(st.sampled_from([None, None, "oral", "written", "none", "unknown"])),
        evidence=draw(st.sampled_from([None, None, "collaboration", "reported"])),
        since=draw(DAYS),
        until=draw(DAYS),
        funding_until=draw(st.none() | st.sampled_from([date(2026, 12, 31), date(2030, 1, 1)])),
    )


@st.composite
def views(draw: st.DrawFn, rows: Rows) -> dict[str, object]:
    """Any one condition of a view."""
    shown = [row.id for row in rows.organisations if not row.hidden]
    ids = st.sampled_from(shown or ["gone"])
    some = st.lists(ids | st.just("gone"), min_size=1, max_size=4).map(tuple)
    conditions: list[st.SearchStrategy[dict[str, object]]] = [
        st.sampled_from(["public", "unknown"]).map(lambda word: {"sector": word}),
        st.just({"theme": "green"}),
        st.just({"offers": "hall"}),
        st.just({"area": "Byen"}),
        st.just({"collaboration": "c1"}),
        some.map(lambda ids: {"only": ids}),
        some.map(lambda ids: {"without": ids}),
        st.just({"evidence": "reported"}),
        st.just({"since": AS_OF}),
    ]
    return draw(st.one_of(conditions))


def ends(picture: MapPicture) -> set[tuple[str, str]]:
    return {(tie.a, tie.b) for tie in picture.ties}


def ids(picture: MapPicture) -> set[str]:
    return set(picture.columns.nodes.ids)


@given(networks(), tie_views())
def test_columns_say_what_one_piece_after_the_other_says(rows: Rows, view: MapView) -> None:
    picture, plain = draw(network_of(rows), view), plain_ties(rows, view)
    assert [(tie.a, tie.b) for tie in picture.ties] == list(plain)
    for tie in picture.ties:
        meant = plain[tie.a, tie.b]
        for field in ("kinds", "evidence", "since", "until", "current", "agreement"):
            assert getattr(tie, field) == getattr(meant, field), field
        assert tie.strength == pytest.approx(meant.strength)
        assert (tie.collaborations, tie.funding_end) == (meant.collaborations, meant.funding_end)
    if view.about_ties:
        assert ids(picture) == {end for pair in plain for end in pair}


@given(networks(), st.data())
@settings(max_examples=60)
def test_a_condition_never_adds_and_whole_places_are_kept(rows: Rows, data: st.DataObject) -> None:
    drawn_from = network_of(rows)
    first = data.draw(views(rows))
    second = data.draw(views(rows))
    one = draw(drawn_from, MapView(**first))  # type: ignore[arg-type]
    both = draw(drawn_from, MapView(**{**first, **second}))  # type: ignore[arg-type]
    if first.keys() != second.keys():
        assert ids(both) <= ids(one)
        assert ends(both) <= ends(one)
    if not {"only", "collaboration"} & (first.keys() | second.keys()):
        whole = {node.id: (node.x, node.y) for node in draw(drawn_from, MapView()).nodes}
        assert all((node.x, node.y) == whole[node.id] for node in both.nodes)


@given(networks(), st.data())
@settings(max_examples=60)
def test_records_and_columns_say_the_same(rows: Rows, data: st.DataObject) -> None:
    picture = draw(network_of(rows), MapView(**data.draw(views(rows))))  # type: ignore[arg-type]
    nodes, ties = picture.columns.nodes, picture.columns.ties
    assert tuple(node.id for node in picture.nodes) == nodes.ids
    assert [node.ties for node in picture.nodes] == nodes.ties.tolist()
    assert picture.counts.alone == sum(not node.ties for node in picture.nodes)
    assert [(nodes.ids[a], nodes.ids[b]) for a, b in ties.ends.tolist()] == [
        (tie.a, tie.b) for tie in picture.ties
    ]
    for each in picture.collaborations:
        tied = {
            end for tie in picture.ties if each.id in tie.collaborations for end in (tie.a, tie.b)
        }
        assert set(each.members) == tied
        assert len(each.members) >= 2


@given(networks())
@settings(max_examples=60)
def test_no_hidden_one_is_in_any_column(rows: Rows) -> None:
    drawn_from = network_of(rows)
    hidden = [drawn_from.landscape.index[row.id] for row in rows.organisations if row.hidden]
    for ends_ in (drawn_from.ties.ends, draw(drawn_from, MapView()).columns.nodes.row):
        assert not np.isin(ends_, hidden).any()


@given(networks())
@settings(max_examples=60)
def test_collaborations_of_three_and_the_rest_are_all_that_is_known(rows: Rows) -> None:
    picture = draw(network_of(rows), MapView())
    found = together(picture.columns)
    hubs = [picture.collaborations[place] for place in found.hubs]
    assert all(len(hub.members) >= 3 for hub in hubs)
    big = {hub.id for hub in hubs}
    for tie, rest in zip(picture.ties, found.rest.tolist(), strict=True):
        only_there = tie.evidence == ("collaboration",) and set(tie.collaborations) <= big
        assert rest != only_there

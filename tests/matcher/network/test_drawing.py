from datetime import date

import pytest

from matcher.network.evidence import taken
from matcher.network.ties import merged
from tests.matcher.network.makers import AS_OF, make_landscape, make_picture, make_pieces


def names(picture):
    return [node.name for node in picture.nodes]


def pairs(picture):
    return {tie.a + tie.b for tie in picture.ties}


def test_the_whole_map_shows_all_but_hidden_ones_in_danish_order():
    picture = make_picture()
    assert names(picture) == ["Kirkeklubben", "Museet", "Ovnen", "Ærlig Enlig"]
    assert pairs(picture) == {"km", "ko", "mo"}
    counts = picture.counts
    assert (counts.organisations, counts.ties, counts.alone) == (4, 3, 1)
    assert (counts.all_organisations, counts.all_ties) == (4, 3)


def test_ties_are_those_that_matching_knows():
    landscape = make_landscape()
    known = {
        (landscape.ids[a], landscape.ids[b])
        for a, b in zip(*landscape.ties.nonzero(), strict=True)
        if a < b
    }
    pieces = make_pieces()
    derived = merged(taken(pieces, ~pieces.reported), AS_OF)
    ends = list(zip(derived.a.tolist(), derived.b.tolist(), strict=True))
    assert {(landscape.ids[a], landscape.ids[b]) for a, b in ends} == known
    for tie, (a, b) in enumerate(ends):
        assert derived.strength[tie] == pytest.approx(landscape.ties[a, b], abs=1e-5)
        assert bool(derived.current[tie]) == bool(landscape.current[a, b])


@pytest.mark.parametrize(
    ("view", "shown"),
    [
        ({"sector": "public"}, ["Museet"]),
        ({"sector": "unknown"}, ["Ærlig Enlig"]),
        ({"kind": "club"}, ["Kirkeklubben"]),
        ({"kind": "nosuch"}, []),
        ({"theme": "food"}, ["Kirkeklubben", "Museet", "Ovnen", "Ærlig Enlig"]),
        ({"theme": "song"}, []),
        ({"offers": "room"}, ["Museet"]),
        ({"needs": "room"}, ["Kirkeklubben"]),
        ({"area": "byen"}, ["Kirkeklubben", "Museet"]),
        ({"area": "OESTRE"}, ["Kirkeklubben"]),
        ({"sector": "public", "needs": "room"}, []),
    ],
)
def test_conditions_on_organisations(view, shown):
    assert names(make_picture(**view)) == shown


@pytest.mark.parametrize(
    ("view", "shown"),
    [
        ({"agreement": "written"}, {"km"}),
        ({"agreement": "oral"}, {"km", "ko", "mo"}),
        ({"agreement": "unknown"}, set()),
        ({"evidence": "reported"}, {"mo"}),
        ({"until": date(2019, 1, 1)}, {"km"}),
        ({"since": date(2021, 1, 1)}, {"km", "ko", "mo"}),
        ({"until": date(2017, 1, 1)}, set()),
    ],
)
def test_conditions_on_ties_leave_out_who_has_none(view, shown):
    picture = make_picture(**view)
    assert pairs(picture) == shown
    assert {node.id for node in picture.nodes} == {end for pair in shown for end in pair}


def test_evidence_left_out_makes_a_tie_weaker():
    whole = {tie.a + tie.b: tie.strength for tie in make_picture().ties}
    reported = {tie.a + tie.b: tie.strength for tie in make_picture(evidence="reported").ties}
    assert reported["mo"] == 0.5 < whole["mo"]


def test_places_stay_when_a_filter_hides():
    whole = {node.id: (node.x, node.y, node.size, node.group) for node in make_picture().nodes}
    for view in ({"sector": "public"}, {"evidence": "reported"}, {"without": ("k",)}):
        for node in make_picture(**view).nodes:
            assert (node.x, node.y, node.size, node.group) == whole[node.id]


def test_around_an_organisation():
    assert names(make_picture(around="k", steps=1)) == ["Kirkeklubben", "Museet", "Ovnen"]
    assert names(make_picture(around="k", steps=0)) == ["Kirkeklubben"]
    assert names(make_picture(around="o", steps=1, evidence="reported")) == ["Museet", "Ovnen"]


def test_one_who_knows_nobody_is_alone_on_its_own_map():
    assert names(make_picture(around="e", steps=2, agreement="oral")) == ["Ærlig Enlig"]


def test_more_ties_make_a_larger_node():
    sizes = {node.id: node.size for node in make_picture().nodes}
    assert sizes["m"] == sizes["k"] > sizes["e"]


def test_the_centre_is_shown_whatever_else_is_asked_for():
    assert names(make_picture(around="k", steps=1, sector="business")) == ["Kirkeklubben", "Ovnen"]


def test_a_collaboration_shows_who_takes_part_and_all_ties_between_them():
    picture = make_picture(collaboration="sangen")
    assert names(picture) == ["Kirkeklubben", "Museet"]
    assert pairs(picture) == {"km"}
    assert picture.columns.marked.tolist() == [True]
    haven = make_picture(collaboration="haven")
    assert names(haven) == ["Kirkeklubben", "Museet", "Ovnen"]
    assert haven.columns.marked.all()
    assert not make_picture().columns.marked.any()


def test_a_collaboration_that_is_not_known_shows_nobody():
    assert names(make_picture(collaboration="nosuch")) == []


def test_chosen_and_left_out_ones_may_be_gone():
    assert names(make_picture(only=("k", "m", "gone"))) == ["Kirkeklubben", "Museet"]
    assert names(make_picture(only=("gone",))) == []
    assert names(make_picture(without=("k", "gone"))) == ["Museet", "Ovnen", "Ærlig Enlig"]
    assert names(make_picture(only=("g",))) == []


def test_a_way_between_two_shows_only_what_lies_on_it():
    direct = make_picture(around="k", path_to="o")
    assert (names(direct), pairs(direct)) == (["Kirkeklubben", "Ovnen"], {"ko"})
    apart = make_picture(around="k", path_to="e")
    assert (names(apart), pairs(apart)) == (["Kirkeklubben", "Ærlig Enlig"], set())
    assert names(make_picture(around="k", path_to="k")) == ["Kirkeklubben"]


def test_collaborations_are_those_of_the_ties_shown():
    told = {each.title: each for each in make_picture().collaborations}
    assert list(told) == ["Haven", "Sangen"]
    assert told["Haven"].members == ("k", "m", "o")
    assert (told["Haven"].current, told["Sangen"].current) == (True, False)
    assert (told["Haven"].agreement, told["Sangen"].agreement) == ("oral", "written")
    assert make_picture(evidence="reported").collaborations == ()


def test_who_joined_when():
    joined = {node.id: node.joined for node in make_picture().nodes}
    assert joined == {
        "k": date(2018, 1, 1),
        "m": date(2018, 1, 1),
        "o": date(2024, 1, 1),
        "e": None,
    }


def test_what_is_on_the_map_does_not_change_it():
    assert make_picture(sector="public").nodes[0].joined == date(2018, 1, 1)
    assert make_picture(sector="public").counts.all_ties == 3


def test_sizes_go_by_the_ties_of_the_whole_network():
    nodes = make_picture(agreement="written").columns.nodes
    assert (nodes.ties.tolist(), nodes.all_ties.tolist()) == ([1, 1], [2, 2])

from __future__ import annotations

import pytest

from matcher.landscape import Landscape
from matcher.recipe import load_recipe
from matcher.suggest import Options, Suggestion, suggest
from tests.engine_factories import make_landscape, make_recipe
from tests.engine_factories import make_organisation as org


def _ids(landscape: Landscape, found: tuple[Suggestion, ...]) -> list[str]:
    return [landscape.ids[each.organisation] for each in found]


def test_who_offers_what_is_needed_comes_first() -> None:
    landscape = make_landscape(
        "a",
        "b",
        "c",
        "d",
        needs={"a": ["bus", "hall"]},
        offers={"c": ["bus", "hall"], "d": ["bus"]},
    )
    found = suggest(landscape, 0, load_recipe("partners"))
    assert _ids(landscape, found.suggestions) == ["c", "d", "b"]
    assert [each.rank for each in found.suggestions] == [1, 2, 3]
    assert found.candidates == 3


def test_points_are_weight_times_value_and_what_is_unknown_has_its_own() -> None:
    landscape = make_landscape(
        org("a", sector="public"), org("b", sector="business"), "c", needs={"a": ["bus"]},
        offers={"b": ["bus"]},
    )  # fmt: skip
    recipe = make_recipe(
        {"other_sector": 0.5}, need_met_by_offer=3, other_sector=2, shared_themes=1
    )
    b, c = suggest(landscape, 0, recipe).suggestions
    assert [(r.signal, r.value, r.points) for r in b.reasons] == [
        ("need_met_by_offer", 1.0, 3.0),
        ("shared_themes", None, 0.0),
        ("other_sector", 1.0, 2.0),
    ]
    assert (b.score, b.known) == (5.0, pytest.approx(5 / 6))
    assert [(r.value, r.points) for r in c.reasons] == [(None, 0.0), (None, 0.0), (None, 1.0)]
    assert [(f.kind, f.points) for f in c.reasons[2].facts] == [("unknown", 1.0)]
    assert (c.score, c.known) == (1.0, 0.0)


def test_missing_is_the_largest_loss_the_first_of_equal_ones() -> None:
    landscape = make_landscape(
        org("a", sector="public"), org("b", sector="business"), needs={"a": ["bus"]},
        offers={"b": ["hall"]},
    )  # fmt: skip
    (b,) = suggest(landscape, 0, make_recipe(need_met_by_offer=2, other_sector=9)).suggestions
    assert b.missing is not None
    assert (b.missing.signal, b.missing.points_lost) == ("need_met_by_offer", 2.0)
    (b,) = suggest(landscape, 0, make_recipe(other_sector=9)).suggestions
    assert b.missing is None


def test_equals_are_ordered_by_name_in_danish_then_id() -> None:
    landscape = make_landscape(
        org("a", name="Spørger"), org("1", name="Østre"), org("2", name="Ærø"),
        org("3", name="Aabyhøj"), org("5", name="Bo"), org("4", name="bo"),
    )  # fmt: skip
    found = suggest(landscape, landscape.index["a"], make_recipe())
    assert _ids(landscape, found.suggestions) == ["4", "5", "2", "1", "3"]


def test_equal_facts_added_in_another_order_are_equal() -> None:
    # 0.1 + 0.2 + 0.3 is not 0.3 + 0.2 + 0.1: the common partners of b and c have the same
    # weights, but their ids stand in opposite order.
    ties = [("a", "p"), ("a", "q"), ("a", "r"), ("a", "s"), ("a", "t"), ("a", "u")]
    ties += [("b", z) for z in "pqr"] + [("c", z) for z in "stu"]
    ties += [(z, f"x{i}") for z, n in (("p", 1), ("q", 2), ("r", 5)) for i in range(n)]
    ties += [(z, f"x{i}") for z, n in (("u", 1), ("t", 2), ("s", 5)) for i in range(n)]
    landscape = make_landscape(*"abcpqrstu", *(f"x{i}" for i in range(5)), ties=ties)
    found = suggest(landscape, 0, make_recipe(common_partners=0.7))
    b, c = (s for s in found.suggestions if landscape.ids[s.organisation] in "bc")
    assert b.score == c.score > 0


def test_fewer_candidates_than_asked_for_are_all_that_come() -> None:
    landscape = make_landscape("a", "b")
    assert len(suggest(landscape, 0, make_recipe(), Options(top=99)).suggestions) == 1
    assert suggest(make_landscape("a"), 0, make_recipe()).suggestions == ()


def test_the_giant_does_not_top_every_list() -> None:
    terms = [f"t{i}" for i in range(12)]
    small = [f"s{i:02}" for i in range(12)]
    landscape = make_landscape(
        "giant", *small,
        offers={"giant": terms, **{s: [terms[i]] for i, s in enumerate(small)}},
        needs={"giant": terms, **{s: [terms[i - 1]] for i, s in enumerate(small)}},
        themes={"giant": terms, **{s: [terms[i], terms[i - 1]] for i, s in enumerate(small)}},
    )  # fmt: skip
    recipe = load_recipe("partners")
    firsts = [
        landscape.ids[suggest(landscape, landscape.index[s], recipe).suggestions[0].organisation]
        for s in small
    ]
    assert firsts.count("giant") == 0

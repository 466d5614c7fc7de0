"""The last places for small organisations: a group of its own, and no score bent."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.brief import Brief
from matcher.landscape import Landscape, Rows, build
from matcher.recipe import Recipe
from matcher.suggest import Options, Suggestion, scores, suggest
from tests.engine_factories import AS_OF, make_collaboration, make_landscape, make_recipe
from tests.engine_networks import asking, networks, recipes

NEEDS = make_recipe(need_met_by_offer=1)


@pytest.fixture
def landscape() -> Landscape:
    """Three busy ones that offer all, two of the small ones that offer some, one that does not."""
    busy = ("busy1", "busy2", "busy3")
    return make_landscape(
        "a", *busy, "small1", "small2", "small3",
        needs={"a": ["bus", "hall"]},
        offers={**{key: ["bus", "hall"] for key in busy}, "small1": ["bus"], "small2": ["hall"],
                "small3": ["kitchen"]},
        joint=[
            *(make_collaboration(f"{key}{i}", [key]) for key in busy for i in range(3)),
            *(make_collaboration(f"s{i}", [f"small{i}"]) for i in range(1, 4)),
        ],
    )  # fmt: skip


def _told(landscape: Landscape, found: Iterable[Suggestion]) -> list[tuple[str, str]]:
    return [(landscape.ids[each.organisation], each.group) for each in found]


def test_the_last_places_are_for_the_best_small_ones(landscape: Landscape) -> None:
    found = suggest(landscape, 0, NEEDS, Options(top=3, also_small=1)).suggestions
    assert _told(landscape, found) == [("busy1", "best"), ("busy2", "best"), ("small1", "also")]
    assert [each.rank for each in found] == [1, 2, 3]
    plain = suggest(landscape, 0, NEEDS, Options(top=3)).suggestions
    assert _told(landscape, plain)[-1] == ("busy3", "best")


def test_a_small_one_that_is_among_the_best_anyway_stays_there(landscape: Landscape) -> None:
    found = suggest(landscape, 0, NEEDS, Options(top=6, also_small=2)).suggestions
    assert _told(landscape, found) == [
        ("busy1", "best"), ("busy2", "best"), ("busy3", "best"), ("small1", "best"),
        ("small2", "also"), ("small3", "also"),
    ]  # fmt: skip


def test_places_that_no_small_one_can_fill_stay_with_the_best(landscape: Landscape) -> None:
    small = frozenset(landscape.index[key] for key in ("small2", "small3"))
    options = Options(top=4, also_small=3, exclude=small)
    found = suggest(landscape, 0, NEEDS, options).suggestions
    assert _told(landscape, found) == [
        ("busy1", "best"), ("busy2", "best"), ("busy3", "best"), ("small1", "also"),
    ]  # fmt: skip


def test_all_places_may_be_for_small_ones(landscape: Landscape) -> None:
    found = suggest(landscape, 0, NEEDS, Options(top=2, also_small=2)).suggestions
    assert _told(landscape, found) == [("small1", "also"), ("small2", "also")]


@settings(max_examples=60, deadline=None)
@given(networks(least=3).flatmap(asking), recipes(), st.integers(1, 6), st.data())
def test_nothing_else_of_a_list_changes(
    made: tuple[Rows, int | Brief], recipe: Recipe, top: int, data: st.DataObject
) -> None:
    rows, who = made
    landscape = build(rows, as_of=AS_OF, revision=1)
    places = data.draw(st.integers(0, top))
    plain = suggest(landscape, who, recipe, Options(top=99)).suggestions
    found = suggest(landscape, who, recipe, Options(top=top, also_small=places)).suggestions
    every = scores(landscape, who, recipe)
    assert all(each.score == every[each.organisation] for each in found)
    assert len(found) == min(top, len(plain))
    assert len({each.organisation for each in found}) == len(found)
    groups = [each.group for each in found]
    assert groups == sorted(groups, key=["best", "also"].index)
    best = [each.organisation for each in found if each.group == "best"]
    also = [each.organisation for each in found if each.group == "also"]
    in_order = [each.organisation for each in plain]
    assert [row for row in in_order if row in best] == best
    assert [row for row in in_order if row in also] == also
    head = in_order[: top - places]
    assert best[: len(head)] == head
    small = [row for row in in_order if landscape.small[row] and row not in head]
    assert also == small[:places]

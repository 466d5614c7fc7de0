"""Partners for an idea."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from matcher.brief import Brief, Near
from matcher.landscape import Landscape, Rows, build
from matcher.recipe import Recipe, load_recipe
from matcher.suggest import Options, candidates, scores, suggest
from tests.engine_factories import (
    AS_OF,
    make_collaboration,
    make_idea,
    make_landscape,
    make_recipe,
)
from tests.engine_factories import make_organisation as org
from tests.engine_networks import asking, networks, recipes

# The stations of Copenhagen, Roskilde (31 km) and Aarhus (157 km).
COPENHAGEN = {"lat": 55.6727, "lon": 12.5646}
ROSKILDE = {"lat": 55.6390, "lon": 12.0885}
AARHUS = {"lat": 56.1504, "lon": 10.2045}


def _allowed(landscape: Landscape, options: Any = None, **idea: Any) -> set[str]:
    allowed = candidates(landscape, make_idea(landscape, **idea), **(options or {}))
    return {key for key, ok in zip(landscape.ids, allowed, strict=True) if ok}


def _first(landscape: Landscape, purpose: str = "", **idea: Any) -> list[str]:
    asked = make_idea(landscape, purpose, **idea)
    found = suggest(landscape, asked, load_recipe("partners")).suggestions
    return [landscape.ids[each.organisation] for each in found]


def test_an_idea_that_is_nobodys_may_have_anybody() -> None:
    landscape = make_landscape(
        "a", "b", org("no", open_to_partners=False), org("hidden", hidden=True), ties=[("a", "b")]
    )
    assert _allowed(landscape) == {"a", "b"}
    found = suggest(landscape, Brief(purpose="Sang"), make_recipe())
    assert (found.asker, found.candidates) == (None, 2)
    assert all(each.introduction is None for each in found.suggestions)
    assert found.who == Brief(purpose="Sang")


def test_those_who_are_in_and_their_families_are_not_asked_again() -> None:
    landscape = make_landscape(
        "town", org("school", parent="town"), org("class", parent="school"),
        org("library", parent="town"), "club", org("team", parent="club"), "other",
    )  # fmt: skip
    assert _allowed(landscape, members=["school"]) == {"library", "club", "team", "other"}
    assert _allowed(landscape, asker="club", members=["school"]) == {"library", "other"}


def test_current_partners_of_the_asker_only_where_asked_for() -> None:
    landscape = make_landscape("a", "b", "c", "d", ties=[("a", "b"), ("c", "d")])
    assert _allowed(landscape, asker="a", members=["c"]) == {"d"}
    everybody = {"include_current": True}
    assert _allowed(landscape, everybody, asker="a", members=["c"]) == {"b", "d"}


def test_those_whom_it_excludes_are_out() -> None:
    landscape = make_landscape(*"abcd")
    assert _allowed(landscape, {"exclude": {1}}, asker="a", exclude=["c"]) == {"d"}


def test_who_is_known_to_be_beyond_the_distance_is_out() -> None:
    landscape = make_landscape(
        org("here", **COPENHAGEN), org("there", **ROSKILDE), org("far", **AARHUS),
        org("somewhere", municipality="Byen"),
    )  # fmt: skip
    assert _allowed(landscape, near=Near(**COPENHAGEN, km=40)) == {"here", "there", "somewhere"}
    assert _allowed(landscape, near=Near(**COPENHAGEN, km=5)) == {"here", "somewhere"}
    assert _allowed(landscape, near=Near(**AARHUS, km=200)) == {
        "here", "there", "far", "somewhere",
    }  # fmt: skip


def test_an_idea_asks_with_its_own_needs_and_not_its_askers() -> None:
    landscape = make_landscape(
        "a", "bus", "hall", needs={"a": ["bus"]}, offers={"bus": ["bus"], "hall": ["hall"]}
    )
    assert _first(landscape, asker="a")[0] == "bus"
    assert _first(landscape, asker="a", needs=["hall"])[0] == "hall"


def test_sectors_that_must_be_in_come_first() -> None:
    landscape = make_landscape(
        org("a", sector="association"), org("club", sector="association"),
        org("firm", sector="business"), org("town", sector="public"),
    )  # fmt: skip
    assert _first(landscape, asker="a", sectors=["public"])[0] == "town"
    assert _first(landscape, asker="a", sectors=["business", "association"])[0] == "firm"


def test_who_did_it_before_is_found_by_what_is_written() -> None:
    landscape = make_landscape(
        *(f"o{i}" for i in range(9)), "swimmers",
        joint=[
            make_collaboration("ice", ["swimmers"], purpose="Vinterbadning for ældre i havnen"),
            *(make_collaboration(f"c{i}", [f"o{i}"], purpose=text) for i, text in enumerate((
                "Skak for børn", "Kor for alle", "Haver i byen", "Biler og motorer", "Teater",
                "Brætspil om aftenen", "Heste på landet", "Løb i skoven", "Strik og kaffe"))),
        ],
    )  # fmt: skip
    assert _first(landscape, "Badning om vinteren for de ældre")[0] == "swimmers"


def test_an_idea_that_nobody_fits_still_gives_everybody_their_score() -> None:
    landscape = make_landscape("a", "b", offers={"a": ["bus"]})
    nobody = make_idea(landscape, near=Near(**AARHUS, km=1), exclude=["a", "b"])
    found = suggest(landscape, nobody, make_recipe())
    assert (found.candidates, found.suggestions) == (0, ())
    assert scores(landscape, nobody, make_recipe()).shape == (2,)


def test_nobody_at_all_is_an_empty_list() -> None:
    found = suggest(make_landscape(), Brief(purpose="Sang"), make_recipe())
    assert (found.candidates, found.suggestions) == (0, ())


@settings(max_examples=50, deadline=None)
@given(networks().flatmap(asking), recipes())
def test_nobody_is_suggested_who_may_not_be(made: tuple[Rows, int | Brief], recipe: Recipe) -> None:
    rows, who = made
    landscape = build(rows, as_of=AS_OF, revision=1)
    found = suggest(landscape, who, recipe, Options(top=99))
    brief = who if isinstance(who, Brief) else Brief(asker=who)
    named = {each.organisation for each in found.suggestions}
    team = _team(brief)
    assert not named & {*team, *brief.exclude}
    assert not any(landscape.hidden[row] or landscape.open_to_partners[row] == 0 for row in named)
    for member in team:
        assert not named & {*_above(landscape, member)}
        assert not any(member in _above(landscape, row) for row in named)
    if brief.asker is not None:
        assert not any(landscape.current[brief.asker, row] for row in named)
    assert found.candidates == len(named)
    assert np.count_nonzero(candidates(landscape, who)) == len(named)


@pytest.mark.parametrize("asker", [None, 0])
def test_it_says_whose_it_is_and_how_to_reach_them(asker: int | None) -> None:
    landscape = make_landscape("a", "p", "b", ties=[("a", "p"), ("p", "b")])
    found = suggest(landscape, Brief(asker=asker, purpose="Sang"), make_recipe())
    b = next(each for each in found.suggestions if each.organisation == 1)
    assert (found.asker, b.introduction) == (asker, None if asker is None else (0, 2, 1))


def _team(brief: Brief) -> Iterable[int]:
    return [*brief.members, *(() if brief.asker is None else (brief.asker,))]


def _above(landscape: Landscape, row: int) -> list[int]:
    """What it is a unit of, at any height."""
    found = []
    while (row := int(landscape.parent[row])) >= 0:
        found.append(row)
    return found

"""What would put somebody higher, and that it would."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from matcher.brief import Brief
from matcher.landscape import Landscape, Rows, build
from matcher.landscape.arrays import Sparse, frozen
from matcher.recipe import Recipe
from matcher.suggest import Counterfactual, Options, Suggestion, asked, suggest
from matcher.suggest.scoring import weigh
from tests.engine_factories import (
    AS_OF,
    changed,
    make_collaboration,
    make_idea,
    make_landscape,
    make_recipe,
)
from tests.engine_networks import asking, networks, recipes
from tests.forgetting import frozen_query

PARTS = {"offers": ("offers", "capacity"), "themes": ("themes", "theme"),
         "target_groups": ("target_groups", "target_group")}  # fmt: skip


def _with(matrix: Sparse, row: int, column: int) -> Sparse:
    cells = matrix.tolil()
    cells[row, column] = 1.0
    made: Sparse = type(matrix)(cells.tocsr())
    return frozen(made)


def _taken_up(landscape: Landscape, row: int, change: Counterfactual) -> Landscape:
    """The landscape in which it did so; rarity and how much one is asked stay as they were."""
    part, vocabulary = PARTS[change.kind]
    column = landscape.vocabularies[vocabulary].index[change.term]
    totals = getattr(landscape.totals, part).copy()
    totals[row] += 1.0
    return changed(
        landscape,
        **{
            part: _with(getattr(landscape, part), row, column),
            "totals": replace(landscape.totals, **{part: totals}),
        },
    )


@settings(max_examples=80, deadline=None)
@given(networks(least=3).flatmap(asking), recipes())
def test_who_did_so_would_stand_where_it_says(
    made: tuple[Rows, int | Brief], recipe: Recipe
) -> None:
    rows, who = made
    landscape = build(rows, as_of=AS_OF, revision=1)
    found = suggest(landscape, who, recipe, Options(top=99)).suggestions
    query = asked(landscape, who)
    weigh(landscape, query, recipe)
    for each in found:
        if each.counterfactual is None:
            continue
        assert each.counterfactual.rank < each.rank
        rest = _taken_up(landscape, each.organisation, each.counterfactual)
        after = weigh(rest, frozen_query(query), recipe).scores[each.organisation]
        assert each.counterfactual.rank == _rank(landscape, found, each, float(after))


def _rank(
    landscape: Landscape, found: tuple[Suggestion, ...], each: Suggestion, score: float
) -> int:
    ahead = [
        other
        for other in found
        if other is not each
        and (-other.score, landscape.order[other.organisation])
        < (-score, landscape.order[each.organisation])
    ]
    return 1 + len(ahead)


def _changes(landscape: Landscape, who: int | Brief, **weights: float) -> dict[str, Any]:
    found = suggest(landscape, who, make_recipe(**weights)).suggestions
    return {landscape.ids[each.organisation]: each.counterfactual for each in found}


def test_it_is_the_change_that_brings_most() -> None:
    landscape = make_landscape(
        "a", "best", "other", "third",
        needs={"a": ["law", "hall"]},
        offers={"best": ["law", "hall"], "other": ["hall"], "third": ["hall"]},
    )  # fmt: skip
    told = _changes(landscape, 0, need_met_by_offer=1)
    assert told["best"] is None
    assert told["other"] is None, "it stands second, and with law it would still: best is first"
    assert told["third"] == Counterfactual("offers", "law", 2)


def test_themes_and_target_groups_count_too() -> None:
    landscape = make_landscape(
        "best", "mid", "other",
        themes={"best": ["song"], "mid": ["green"], "other": ["green"]},
        target_groups={"best": ["old"], "mid": ["old"], "other": ["young"]},
    )  # fmt: skip
    idea = make_idea(landscape, themes=["song"], target_groups=["old"])
    told = _changes(landscape, idea, shared_themes=3, shared_target_groups=1)
    assert told == {"best": None, "mid": None, "other": Counterfactual("themes", "song", 2)}
    told = _changes(landscape, idea, shared_themes=1, shared_target_groups=3)
    assert told["other"] is None, "mid has them, too, and no other ones"


def test_nothing_would_help_where_nothing_is_looked_for() -> None:
    landscape = make_landscape("a", "b", "c", offers={"b": ["bus"]})
    assert set(_changes(landscape, 0, need_met_by_offer=1).values()) == {None}


def test_for_small_ones_it_is_the_rank_among_all() -> None:
    busy, idle = [f"o{i}" for i in range(5)], [f"y{i}" for i in range(6)]
    landscape = make_landscape(
        "a", *busy, *idle, "z",
        needs={"a": ["bus"]}, offers={**{key: ["bus"] for key in busy}, "z": ["kitchen"]},
        joint=[
            *(make_collaboration(f"{key}{i}", [key]) for key in busy for i in range(3)),
            *(make_collaboration(key, [key]) for key in [*idle, "z"]),
        ],
    )  # fmt: skip
    options = Options(top=2, also_small=1, exclude=frozenset(landscape.index[key] for key in idle))
    found = suggest(landscape, 0, make_recipe(need_met_by_offer=1), options).suggestions
    assert [landscape.ids[each.organisation] for each in found] == ["o0", "z"]
    # With a bus it would be as good as five whose names come first: the sixth, not the second.
    assert found[-1].counterfactual is None
    recipe = make_recipe(need_met_by_offer=1, says_open=0.5)
    opened = replace(landscape, open_to_partners=landscape.open_to_partners.copy())
    opened.open_to_partners[landscape.index["z"]] = 1
    found = suggest(opened, 0, recipe, options).suggestions
    assert found[-1].counterfactual == Counterfactual("offers", "bus", 1)

"""How often each organisation would be suggested."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.landscape import Rows, build
from matcher.suggest import Options, suggest
from matcher.suggest.audit import audit, sample_size
from tests.engine_factories import AS_OF, make_landscape, make_recipe
from tests.engine_factories import make_organisation as org
from tests.engine_networks import networks

RECIPE = make_recipe(need_met_by_offer=2, nearness=1)


def test_who_offers_what_all_need_stands_on_every_list_but_its_own() -> None:
    landscape = make_landscape(
        "a", "b", "c", "giver", needs={key: ["bus"] for key in "abc"}, offers={"giver": ["bus"]}
    )
    counted = audit(landscape, RECIPE, [Options(top=1)])
    assert counted.askers.tolist() == [0, 1, 2, 3]
    assert dict(zip(landscape.ids, counted.times[0].tolist(), strict=True)) == {
        "a": 1,  # of the giver, to whom all are alike: the first by name
        "b": 0,
        "c": 0,
        "giver": 3,
    }


def test_hidden_ones_do_not_ask_and_those_shut_are_not_on_lists() -> None:
    landscape = make_landscape(
        "a", org("ghost", hidden=True), org("no", open_to_partners=False), "z"
    )
    counted = audit(landscape, RECIPE, [Options()])
    assert [landscape.ids[row] for row in counted.askers] == ["a", "no", "z"]
    assert dict(zip(landscape.ids, counted.times[0].tolist(), strict=True)) == {
        "a": 2,
        "ghost": 0,
        "no": 0,
        "z": 2,
    }


@given(networks(least=3), st.integers(1, 4), st.integers(0, 4))
def test_what_is_counted_is_what_the_lists_say(rows: Rows, top: int, small: int) -> None:
    landscape = build(rows, as_of=AS_OF, revision=1)
    options = [Options(top=top), Options(top=top, also_small=min(small, top), include_current=True)]
    counted = audit(landscape, RECIPE, options)
    for each, times in zip(options, counted.times, strict=True):
        listed = [
            one.organisation
            for asker in np.flatnonzero(~landscape.hidden).tolist()
            for one in suggest(landscape, asker, RECIPE, each).suggestions
        ]
        assert times.tolist() == np.bincount(listed, minlength=len(landscape)).tolist()


def test_of_many_a_sample_is_asked_the_same_every_time() -> None:
    landscape = make_landscape(*(f"o{i:03}" for i in range(520)))
    first, again = (audit(landscape, RECIPE, [Options(top=2)]) for _ in range(2))
    assert len(first.askers) == sample_size(520) == 500
    assert len(set(first.askers.tolist())) == 500
    assert first.askers.tolist() == again.askers.tolist()
    assert first.askers.tolist() != audit(landscape, RECIPE, [], seed=2).askers.tolist()
    assert first.times.sum() == 2 * 500


def test_nobody_asks_where_nobody_is() -> None:
    counted = audit(make_landscape(), RECIPE, [Options()])
    assert (counted.askers.tolist(), counted.times.shape) == ([], (1, 0))


def test_lists_that_are_scored_differently_are_not_counted_side_by_side() -> None:
    with pytest.raises(ValueError, match="scored alike"):
        audit(make_landscape("a", "b"), RECIPE, [Options(), Options(newness=1.0)])

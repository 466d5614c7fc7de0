from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from matcher.landscape import Landscape, build
from matcher.signals import query_for, query_of
from matcher.signals.capacities import (
    need_met_by_offer,
    needs_met,
    needs_we_meet,
    offer_meets_need,
)
from tests.engine_factories import AS_OF, make_idea, make_landscape, make_rows


def _values(landscape: Landscape, asker: str) -> dict[str, float]:
    query = query_of(landscape, landscape.index[asker])
    return dict(
        zip(landscape.ids, need_met_by_offer(landscape, query).dense(len(landscape)), strict=True)
    )


def test_all_needs_met_is_1_none_is_0_no_offers_is_unknown() -> None:
    landscape = make_landscape(
        "asker", "all", "none", "silent",
        needs={"asker": ["bus", "hall"]},
        offers={"all": ["bus", "hall", "kitchen"], "none": ["kitchen"]},
    )  # fmt: skip
    values = _values(landscape, "asker")
    assert values["all"] == 1.0
    assert values["none"] == 0.0
    assert np.isnan(values["silent"])


def test_a_rare_capacity_weighs_more_than_a_common_one() -> None:
    landscape = make_landscape(
        "asker", "lawyer", "hall1", "hall2", "hall3",
        needs={"asker": ["law", "hall"]},
        offers={"lawyer": ["law"], "hall1": ["hall"], "hall2": ["hall"], "hall3": ["hall"]},
    )  # fmt: skip
    values = _values(landscape, "asker")
    assert values["lawyer"] > values["hall1"] == values["hall2"]
    assert values["lawyer"] + values["hall1"] == pytest.approx(1)


def test_who_needs_nothing_can_be_told_nothing() -> None:
    landscape = make_landscape("asker", "b", offers={"b": ["bus"]})
    assert np.isnan(list(_values(landscape, "asker").values())).all()


def test_the_two_signals_are_one_measure_from_two_sides() -> None:
    landscape = make_landscape(
        "a", "b",
        needs={"a": ["bus", "hall", "law"], "b": ["song"]},
        offers={"a": ["song", "food"], "b": ["hall", "law"]},
    )  # fmt: skip
    a, b = query_of(landscape, 0), query_of(landscape, 1)
    assert (
        need_met_by_offer(landscape, a).dense(len(landscape))[1]
        == offer_meets_need(landscape, b).dense(len(landscape))[0]
        > 0
    )
    assert (
        offer_meets_need(landscape, a).dense(len(landscape))[1]
        == need_met_by_offer(landscape, b).dense(len(landscape))[0]
        == 1.0
    )
    assert needs_met(landscape, a, 1) == needs_we_meet(landscape, b, 0)


def test_facts_are_the_matched_capacities_the_rarest_first() -> None:
    landscape = make_landscape(
        "asker", "b", "c",
        needs={"asker": ["hall", "law", "bus"]},
        offers={"b": ["hall", "law"], "c": ["hall"]},
    )  # fmt: skip
    facts = needs_met(landscape, query_of(landscape, 0), 1)
    assert [(fact.kind, fact.id) for fact in facts] == [("capacity", "law"), ("capacity", "hall")]


def test_needing_little_that_is_met_beats_needing_everything() -> None:
    landscape = make_landscape(
        "asker", "modest", "giant",
        offers={"asker": ["hall"]},
        needs={"modest": ["hall"], "giant": ["hall", "bus", "law", "food", "song"]},
    )  # fmt: skip
    values = offer_meets_need(landscape, query_of(landscape, 0)).dense(len(landscape))
    modest, giant = landscape.index["modest"], landscape.index["giant"]
    assert values[modest] == 1.0
    assert 0 < values[giant] < values[modest]


def test_who_offers_everything_is_not_everybodys_answer() -> None:
    everything = [f"t{i}" for i in range(30)]
    landscape = make_landscape(
        "asker", "focused", "giant", "other",
        needs={"asker": ["t0", "t1"]},
        offers={"focused": ["t0", "t1"], "giant": everything, "other": ["t2", "t3"]},
    )  # fmt: skip
    values = _values(landscape, "asker")
    assert values["focused"] == 1.0
    assert 0 < values["giant"] < 1 / 2
    assert sum(f.share for f in needs_met(landscape, query_of(landscape, 0), 2)) == pytest.approx(
        values["giant"]
    )


def test_less_than_is_looked_for_counts_in_proportion() -> None:
    landscape = make_landscape(
        "some", "enough", "unsaid", "none",
        offers={key: ["hands"] for key in ("some", "enough", "unsaid", "none")},
        amounts={("some", "hands"): 2.0, ("enough", "hands"): 9.0, ("none", "hands"): 0.0},
    )  # fmt: skip
    query = query_for(landscape, make_idea(landscape, needs={"hands": 8.0}))
    values = dict(
        zip(landscape.ids, need_met_by_offer(landscape, query).dense(4).tolist(), strict=True)
    )
    assert (values["enough"], values["unsaid"]) == (1.0, 1.0)
    assert values["some"] == pytest.approx(1 / 4)
    assert values["none"] == 0.0
    (fact,) = needs_met(landscape, query, landscape.index["some"])
    assert fact.share == pytest.approx(1 / 4)
    assert needs_met(landscape, query, landscape.index["none"]) == ()


def test_an_offer_that_ends_soon_is_worth_half() -> None:
    soon, later = AS_OF + timedelta(days=30), AS_OF + timedelta(days=300)
    rows = make_rows("a", "soon", "later", offers={"soon": ["hall"], "later": ["hall"]},
                     needs={"a": ["hall"]})  # fmt: skip
    ends = {"soon": soon, "later": later}
    dated = tuple(replace(row, until=ends.get(row.organisation)) for row in rows.capacities)
    landscape = build(replace(rows, capacities=dated), as_of=AS_OF, revision=1)
    values = _values(landscape, "a")
    assert values["later"] == 1.0
    assert values["soon"] == pytest.approx(1 / 2)


def test_what_those_who_are_in_offer_meets_needs_too() -> None:
    landscape = make_landscape("a", "b", "x", offers={"b": ["hall"]}, needs={"x": ["hall"]})
    alone = query_for(landscape, make_idea(landscape, asker="a"))
    assert np.isnan(offer_meets_need(landscape, alone).dense(3)).all()
    both = query_for(landscape, make_idea(landscape, asker="a", members=["b"]))
    assert offer_meets_need(landscape, both).dense(3)[2] == 1.0

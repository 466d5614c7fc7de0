from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from matcher.landscape import Landscape
from matcher.signals import query_of
from matcher.signals.partners import common_partners, partners_in_common
from tests.engine_factories import make_collaboration, make_landscape
from tests.engine_factories import make_organisation as org


def _values(landscape: Landscape, asker: str = "a") -> dict[str, float]:
    values = common_partners(landscape, query_of(landscape, landscape.index[asker])).dense(
        len(landscape)
    )
    return dict(zip(landscape.ids, values, strict=True))


def test_more_common_partners_are_more_and_the_very_same_give_three_fifths() -> None:
    landscape = make_landscape(
        "a", "same", "some", "none", "p", "q", "r",
        ties=[("a", "p"), ("a", "q"), ("same", "p"), ("same", "q"), ("some", "p"), ("none", "r")],
    )  # fmt: skip
    values = _values(landscape)
    assert values["same"] == pytest.approx(0.6)
    assert values["same"] > values["some"] > values["none"] == 0


def test_an_isolated_organisation_is_unknown_to_all_and_all_to_it() -> None:
    landscape = make_landscape("a", "alone", "p", ties=[("a", "p")])
    assert np.isnan(_values(landscape)["alone"])
    assert np.isnan(list(_values(landscape, "alone").values())).all()


def test_a_partner_whom_all_know_tells_less() -> None:
    crowd = [f"x{i}" for i in range(8)]
    landscape = make_landscape(
        "a", "b", "c", "hub", "rare", *crowd,
        ties=[
            ("a", "hub"), ("a", "rare"), ("b", "hub"), ("c", "rare"),
            *(("hub", x) for x in crowd),
        ],
    )  # fmt: skip
    values = _values(landscape)
    assert values["c"] > values["b"] > 0


def test_a_large_collaboration_ties_less_than_a_small_one() -> None:
    crowd = [f"x{i}" for i in range(8)]
    landscape = make_landscape(
        "a", "close", "loose", "p", "q", *crowd,
        ties=[("a", "p"), ("a", "q")],
        joint=[
            make_collaboration("small", ["close", "p"]),
            make_collaboration("large", ["loose", "q", *crowd]),
        ],
    )  # fmt: skip
    assert _values(landscape)["close"] > _values(landscape)["loose"] > 0


def test_who_knows_everybody_is_not_the_common_acquaintance_of_all() -> None:
    crowd = [f"x{i}" for i in range(40)]
    landscape = make_landscape(
        "a", "small", "giant", "p", "q", *crowd,
        ties=[
            ("a", "p"), ("a", "q"), ("small", "p"), ("giant", "p"),
            *(("giant", x) for x in crowd),
        ],
    )  # fmt: skip
    assert _values(landscape)["small"] > 2 * _values(landscape)["giant"] > 0


def test_past_partners_are_partners_too() -> None:
    landscape = make_landscape(
        "a", "b", "p",
        joint=[
            make_collaboration("then", ["a", "p"], end=date(2019, 1, 1)),
            make_collaboration("now", ["b", "p"]),
        ],
    )  # fmt: skip
    assert _values(landscape)["b"] > 0


def test_facts_name_the_common_partners_the_most_telling_first() -> None:
    landscape = make_landscape(
        "a", "b", "p", "q", "r", "s",
        ties=[("a", "p"), ("a", "q"), ("b", "p"), ("b", "q"), ("q", "r"), ("q", "s")],
    )  # fmt: skip
    facts = partners_in_common(landscape, query_of(landscape, 0), 1)
    assert [(fact.kind, fact.id) for fact in facts] == [("partner", "p"), ("partner", "q")]


def test_a_hidden_organisation_is_never_named() -> None:
    landscape = make_landscape(
        "a", "b", "p", org("hidden", hidden=True),
        ties=[("a", "p"), ("a", "hidden"), ("b", "hidden"), ("b", "p")],
    )  # fmt: skip
    facts = partners_in_common(landscape, query_of(landscape, 0), 1)
    assert [fact.id for fact in facts] == ["p"]
    assert sum(fact.share for fact in facts) == pytest.approx(_values(landscape)["b"])


def test_only_hidden_partners_are_as_good_as_none() -> None:
    landscape = make_landscape(
        "a", "b", org("hidden", hidden=True), ties=[("a", "hidden"), ("b", "hidden")]
    )
    assert np.isnan(_values(landscape)["b"])

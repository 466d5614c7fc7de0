"""The fund that an idea is meant for, and the area that it is about."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray
from matcher.signals import SIGNALS, query_for
from matcher.signals.funding import area_of_fund, collaborations_in_area, the_area_named
from tests.engine_factories import make_collaboration, make_idea, make_landscape
from tests.engine_factories import make_organisation as org

FUND = "Nordea Fonden"


def _values(signal: str, landscape: Landscape, purpose: str = "", **idea: Any) -> dict[str, float]:
    query = query_for(landscape, make_idea(landscape, purpose, **idea))
    values: FloatArray = SIGNALS[signal].values(landscape, query).dense(len(landscape))
    return dict(zip(landscape.ids, values.tolist(), strict=True))


@pytest.fixture
def funded() -> Landscape:
    """The same fund, one with a name like it, others, and nothing known."""
    return make_landscape(
        org("same", municipality="Byen"), org("like", municipality="Øen"),
        org("other", municipality="Øen"), org("poor", municipality="Fjeldet"), "new",
        joint=[
            make_collaboration("1", ["same"], funding_source=FUND),
            make_collaboration("2", ["like"], funding_source="Nordea Puljen"),
            *(make_collaboration(f"x{i}", ["other"], funding_source=f"{name} Bevilling")
              for i, name in enumerate(("Statens", "Kirkens", "Regionens"))),
            make_collaboration("4", ["poor"]),
        ],
    )  # fmt: skip


def test_the_same_fund_is_the_most_and_one_with_a_name_like_it_is_some(funded: Landscape) -> None:
    found = _values("same_funding", funded, funding_source=FUND)
    assert found["same"] == 1.0
    assert found["same"] > found["like"] > found["other"] == found["poor"] == 0.0
    assert np.isnan(found["new"])


def test_without_a_fund_nothing_is_said(funded: Landscape) -> None:
    nobody = make_landscape("a", joint=[make_collaboration("c", ["a"])])
    for signal in ("same_funding", "area_funded"):
        assert np.isnan(list(_values(signal, funded).values())).all()
        assert np.isnan(list(_values(signal, nobody, funding_source=FUND).values())).all()


def test_a_fund_goes_to_areas(funded: Landscape) -> None:
    found = _values("area_funded", funded, funding_source=FUND)
    assert found["same"] == 1.0
    assert found["same"] > found["like"] == found["other"] > found["poor"] == 0.0
    assert np.isnan(found["new"])
    query = query_for(funded, make_idea(funded, funding_source=FUND))
    (fact,) = area_of_fund(funded, query, funded.index["same"])
    assert (fact.kind, fact.id, fact.share) == ("fund_goes_to", "Byen", 1.0)


def test_a_small_fund_of_few_is_less_sure_than_one_of_many() -> None:
    many = [make_collaboration(f"m{i}", ["many"], funding_source=FUND) for i in range(9)]
    landscape = make_landscape(
        org("many", municipality="Byen"), org("one", municipality="Øen"),
        joint=[*many, make_collaboration("o", ["one"], funding_source=FUND)],
    )  # fmt: skip
    found = _values("area_funded", landscape, funding_source=FUND)
    assert found["many"] == 1.0
    assert found["one"] == pytest.approx((1 / 6) / (9 / 14))


@pytest.fixture
def placed() -> Landscape:
    """Collaborations at the harbour and elsewhere."""
    return make_landscape(
        "always", "half", "never", "unsaid", "new",
        joint=[
            make_collaboration("1", ["always", "half"], area="Havnen; Byen"),
            make_collaboration("2", ["always"], area="HAVNEN"),
            make_collaboration("3", ["half", "never"], area="Øen"),
            make_collaboration("4", ["unsaid"]),
        ],
    )  # fmt: skip


def test_who_has_worked_there(placed: Landscape) -> None:
    found = _values("worked_in_area", placed, area="havnen")
    assert found["always"] == pytest.approx(2 / 3)  # as if there were one more elsewhere
    assert found["half"] == pytest.approx(1 / 3)
    assert found["never"] == found["unsaid"] == 0.0
    assert np.isnan(found["new"])
    query = query_for(placed, make_idea(placed, area="havnen"))
    facts = collaborations_in_area(placed, query, placed.index["half"])
    assert [(fact.kind, fact.id) for fact in facts] == [("collaboration", "1")]


def test_several_areas_count_once(placed: Landscape) -> None:
    found = _values("worked_in_area", placed, area="Havnen; Byen")
    assert found["half"] == pytest.approx(1 / 3)


def test_an_asker_that_says_nothing_means_where_it_has_worked_most(placed: Landscape) -> None:
    assert _values("worked_in_area", placed, asker="always")["half"] == pytest.approx(1 / 3)
    assert np.isnan(list(_values("worked_in_area", placed, asker="new").values())).all()
    assert np.isnan(list(_values("worked_in_area", placed, area="Månen").values())).all()


def test_where_they_are_is_named() -> None:
    landscape = make_landscape(
        org("district", district="Sydhavnen", municipality="København"),
        org("town", municipality="København", country="Danmark"),
        org("land", municipality="Aarhus", country="Danmark"),
        org("far", municipality="Malmö", country="Sverige"),
        "new",
    )
    found = _values("area_named", landscape, "Et bad i Sydhavnen, koebenhavn")
    assert [found[key] for key in ("district", "town", "land", "far")] == [1, 1, 0, 0]
    assert np.isnan(found["new"])
    found = _values("area_named", landscape, funding_source="Interreg Danmark-Sverige")
    assert [found[key] for key in ("town", "land", "far")] == [1, 1, 1]
    assert np.isnan(list(_values("area_named", landscape).values())).all()
    query = query_for(landscape, make_idea(landscape, "Et bad i Sydhavnen, København"))
    (fact,) = the_area_named(landscape, query, landscape.index["district"])
    assert (fact.kind, fact.id) == ("area_named", "Sydhavnen")


def test_a_name_within_a_word_is_not_named() -> None:
    landscape = make_landscape(org("a", municipality="Ry"), org("b", municipality="Ny Ry"))
    found = _values("area_named", landscape, "En rytme i byen")
    assert found["a"] == found["b"] == 0.0
    assert _values("area_named", landscape, "En rytme i Ny Ry") == {"a": 1.0, "b": 1.0}

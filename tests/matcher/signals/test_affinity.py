"""Sorts and areas that often work together."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray
from matcher.signals import SIGNALS, query_for
from matcher.signals.affinity import areas_that_fit, sorts_that_fit
from tests.engine_factories import make_collaboration, make_idea, make_landscape
from tests.engine_factories import make_organisation as org


def _values(signal: str, landscape: Landscape, **idea: Any) -> dict[str, float]:
    query = query_for(landscape, make_idea(landscape, **idea))
    values: FloatArray = SIGNALS[signal].values(landscape, query).dense(len(landscape))
    return dict(zip(landscape.ids, values.tolist(), strict=True))


@pytest.fixture
def landscape() -> Landscape:
    """Schools sing with choirs, clubs dig with farms; the last of each has done nothing."""

    def of(kind: str, place: str) -> list[Any]:
        return [org(f"{kind}{i}", name=f"{kind.title()} {i}", kind=kind, municipality=place)
                for i in range(7)]  # fmt: skip

    return make_landscape(
        *of("school", "Byen"), *of("choir", "Øen"), *of("club", "Havnen"), *of("farm", "Landet"),
        org("nothing", name="7"),
        joint=[
            *(make_collaboration(f"s{i}", [f"school{i}", f"choir{i}"], themes=("song",))
              for i in range(6)),
            *(make_collaboration(f"d{i}", [f"club{i}", f"farm{i}"], themes=("soil",))
              for i in range(6)),
        ],
    )  # fmt: skip


def test_who_is_of_a_sort_that_ones_own_works_with(landscape: Landscape) -> None:
    found = _values("sorts_together", landscape, asker="school6")
    assert found["choir6"] == pytest.approx(1.0)
    assert found["choir6"] == found["choir0"] > found["farm6"] == found["school0"] == 0.0
    assert np.isnan(found["nothing"])
    query = query_for(landscape, make_idea(landscape, asker="school6"))
    (fact,) = sorts_that_fit(landscape, query, landscape.index["choir6"])
    assert (fact.kind, fact.id) == ("kind", "choir")


def test_what_sort_nobody_knows_tells_nothing(landscape: Landscape) -> None:
    assert np.isnan(list(_values("sorts_together", landscape, asker="nothing").values())).all()
    assert np.isnan(list(_values("sorts_together", landscape).values())).all()


def test_sorts_that_collaborations_like_this_have(landscape: Landscape) -> None:
    found = _values("sorts_wanted", landscape, themes=["song"])
    assert found["choir6"] == found["school6"] == pytest.approx(1.0)
    assert found["farm6"] == found["club6"] == 0.0
    assert np.isnan(found["nothing"])
    assert np.isnan(list(_values("sorts_wanted", landscape, asker="club0").values())).all()


def test_areas_that_work_together(landscape: Landscape) -> None:
    found = _values("areas_together", landscape, asker="school6")
    # By municipality only, which is half of it.
    assert found["choir6"] == found["choir0"] == 0.5
    assert found["farm6"] == found["school0"] == 0.0
    assert np.isnan(found["nothing"])
    query = query_for(landscape, make_idea(landscape, asker="school6"))
    facts = areas_that_fit(landscape, query, landscape.index["choir6"])
    assert [(fact.kind, fact.id, fact.share) for fact in facts] == [("works_with", "Øen", 0.5)]


def test_where_the_asker_is_not_known_no_area_is_nearer(landscape: Landscape) -> None:
    assert np.isnan(list(_values("areas_together", landscape, asker="nothing").values())).all()
    assert np.isnan(list(_values("areas_together", landscape).values())).all()


def test_districts_count_as_much_as_municipalities() -> None:
    landscape = make_landscape(
        org("a", municipality="Byen", district="Nord"),
        org("b", municipality="Byen", district="Syd"),
        org("c", municipality="Byen", district="Syd"),
        org("d", municipality="Byen", district="Vest"),
        ties=[("a", "b")],
    )
    found = _values("areas_together", landscape, asker="a")
    assert (found["c"], found["d"]) == (1.0, 0.5)


def test_one_tie_is_less_sure_than_many() -> None:
    pairs = [(f"club{i}", f"shop{i}") for i in range(4)]
    known = [org(key, name=key[:-1].upper(), kind=key[:-1]) for pair in pairs for key in pair]
    landscape = make_landscape(
        org("a", name="A", kind="club"), org("b", name="B", kind="shop"),
        org("c", name="C", kind="care home"), *known,
        ties=[*pairs, ("club0", "c")],
    )  # fmt: skip
    found = _values("sorts_together", landscape, asker="a")
    assert found["b"] > found["c"]

from __future__ import annotations

import numpy as np

from matcher.signals import query_for, query_of
from matcher.signals.sector import other_sector, their_sector
from tests.engine_factories import make_idea, make_landscape
from tests.engine_factories import make_organisation as org


def test_another_sector_is_1_the_same_is_0_an_unknown_one_unknown() -> None:
    landscape = make_landscape(
        org("a", sector="public"), org("b", sector="business"), org("c", sector="public"), "d"
    )
    query = query_of(landscape, 0)
    assert np.array_equal(
        other_sector(landscape, query).dense(len(landscape)),
        [0.0, 1.0, 0.0, np.nan],
        equal_nan=True,
    )
    assert [(f.kind, f.id) for f in their_sector(landscape, query, 1)] == [("sector", "business")]
    assert their_sector(landscape, query, 2) == their_sector(landscape, query, 3) == ()


def test_who_has_no_sector_has_no_other_one() -> None:
    landscape = make_landscape("a", org("b", sector="business"))
    assert np.isnan(other_sector(landscape, query_of(landscape, 0)).dense(len(landscape))).all()


def test_sectors_that_must_be_in_and_are_not_yet() -> None:
    landscape = make_landscape(
        org("a", sector="public"), org("b", sector="business"), org("c", sector="public"),
        org("d", sector="association"), "e",
    )  # fmt: skip
    idea = make_idea(landscape, asker="a", sectors=["public", "business"])
    values = other_sector(landscape, query_for(landscape, idea)).dense(5)
    assert values[:4].tolist() == [0.0, 1.0, 0.0, 0.0]
    assert np.isnan(values[4])
    nobodys = query_for(landscape, make_idea(landscape, sectors=["public"]))
    assert other_sector(landscape, nobodys).dense(5)[:4].tolist() == [1.0, 0.0, 1.0, 0.0]

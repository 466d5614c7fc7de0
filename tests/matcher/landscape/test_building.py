from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.landscape import InterestRow, Rows, build
from tests.engine_factories import AS_OF, make_landscape, make_rows, same
from tests.engine_factories import make_organisation as org
from tests.engine_networks import networks, shuffled


def test_no_rows_give_a_landscape_of_nobody() -> None:
    landscape = build(Rows(), as_of=AS_OF, revision=7)
    assert len(landscape) == 0
    assert (landscape.as_of, landscape.revision) == (AS_OF, 7)
    assert landscape.ties.shape == (0, 0)


def test_what_is_known_stands_where_its_organisation_stands() -> None:
    landscape = make_landscape(
        org("b", name="Bo", sector="business", kind="shop", parent="a", source_id="17",
            open_to_partners=False),
        org("a", name="Anna", hidden=True),
    )  # fmt: skip
    assert landscape.ids == ("a", "b")
    assert landscape.names == ("Anna", "Bo")
    assert landscape.source_ids == (None, "17")
    assert landscape.sector.tolist() == [-1, 2]
    assert landscape.kind.tolist() == [-1, 0]
    assert landscape.parent.tolist() == [-1, 0]
    assert landscape.root.tolist() == [0, 0]
    assert landscape.open_to_partners.tolist() == [-1, 0]
    assert landscape.hidden.tolist() == [True, False]
    assert landscape.index_of("b") == 1


def test_order_is_by_danish_name_then_id() -> None:
    landscape = make_landscape(org("1", name="Ås"), org("2", name="ære"), org("3", name="zoo"),
                               org("5", name="Zoo"))  # fmt: skip
    assert [landscape.ids[i] for i in np.argsort(landscape.order)] == ["3", "5", "2", "1"]


def test_the_area_is_the_district_else_the_municipality() -> None:
    landscape = make_landscape(
        org("a", municipality="Byen", district="Nord"), org("b", municipality="Byen"), "c"
    )
    assert [landscape.area(i) for i in range(3)] == ["Nord", "Byen", None]


def test_nothing_in_it_can_be_written() -> None:
    landscape = make_landscape("a", "b", ties=[("a", "b")], offers={"a": ["bus"]})
    for array in (landscape.order, landscape.ties.data, landscape.offers.indices,
                  landscape.totals.offers, landscape.places.lat):  # fmt: skip
        with pytest.raises(ValueError, match="read-only"):
            array[:] = 0


@settings(max_examples=40, deadline=None)
@given(rows=networks(), seed=st.integers(0, 99))
def test_the_order_of_the_rows_means_nothing(rows: Rows, seed: int) -> None:
    first = build(rows, as_of=AS_OF, revision=1)
    second = build(shuffled(rows, seed), as_of=AS_OF, revision=1)
    assert same(first, second)


def test_one_id_for_two_is_an_error() -> None:
    with pytest.raises(ValueError, match="same id"):
        make_landscape("a", "a")


def test_a_row_that_names_nobody_is_an_error() -> None:
    rows = make_rows("a", themes={"a": ["green"]})
    with pytest.raises(KeyError):
        build(replace(rows, organisations=()), as_of=AS_OF, revision=1)
    stray = InterestRow(organisation="a", vocabulary="theme", term="gone")
    with pytest.raises(KeyError):
        build(replace(rows, interests=(stray,)), as_of=AS_OF, revision=1)

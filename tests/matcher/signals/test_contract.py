"""What holds for every signal in the table."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from matcher.landscape import Landscape, Rows, build
from matcher.landscape.arrays import FloatArray
from matcher.signals import SIGNALS, Query, Signal, query_of
from tests.engine_factories import AS_OF, make_landscape, same
from tests.engine_networks import networks

every_signal = pytest.mark.parametrize("signal", SIGNALS.values(), ids=list(SIGNALS))


def _landscape(rows: Rows) -> Landscape:
    return build(rows, as_of=AS_OF, revision=1)


@settings(max_examples=50, deadline=None)
@given(rows=networks())
def test_every_signal_keeps_the_contract(rows: Rows) -> None:
    landscape, untouched = _landscape(rows), _landscape(rows)
    for asker in range(len(landscape)):
        query = query_of(landscape, asker)
        for signal in SIGNALS.values():
            values = signal.values(landscape, query).dense(len(landscape))
            _range_and_shape(values, len(landscape))
            _facts_sum_to_values(signal, landscape, query, values)
            again = signal.values(landscape, query).dense(len(landscape))
            assert np.array_equal(values, again, equal_nan=True), signal.name
        assert same(query, query_of(landscape, asker)), "a signal changed the query"
    assert same(landscape, untouched), "a signal changed the landscape"


def _range_and_shape(values: FloatArray, size: int) -> None:
    assert values.shape == (size,)
    assert values.dtype == np.float64
    known = values[~np.isnan(values)]
    assert ((known >= 0) & (known <= 1)).all()


def _facts_sum_to_values(
    signal: Signal, landscape: Landscape, query: Query, values: FloatArray
) -> None:
    for candidate in range(len(landscape)):
        shares = [fact.share for fact in signal.facts(landscape, query, candidate)]
        assert all(share > 0 for share in shares), signal.name
        assert abs(sum(shares) - np.nan_to_num(values[candidate])) < 1e-12, signal.name
        assert shares == sorted(shares, reverse=True), signal.name


@every_signal
def test_an_organisation_of_which_nothing_is_known_is_unknown_to_all(signal: Signal) -> None:
    landscape = make_landscape("a", "b")
    query = query_of(landscape, 0)
    assert np.isnan(signal.values(landscape, query).dense(len(landscape))).all()
    assert signal.facts(landscape, query, 1) == ()


@every_signal
def test_one_organisation_is_enough(signal: Signal) -> None:
    landscape = make_landscape("a")
    assert signal.values(landscape, query_of(landscape, 0)).dense(len(landscape)).shape == (1,)


@every_signal
def test_its_sentence_can_be_read_by_anybody(signal: Signal) -> None:
    assert signal.sentence[0].isupper()
    assert signal.sentence.endswith(".")
    assert "asker" not in signal.sentence
    assert signal.name == signal.values.__name__


def test_names_are_those_of_the_table() -> None:
    assert [signal.name for signal in SIGNALS.values()] == list(SIGNALS)


def test_nobody_asks_in_an_empty_landscape() -> None:
    with pytest.raises(IndexError):
        query_of(make_landscape(), 0)

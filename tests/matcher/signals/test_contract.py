"""What holds for every signal in the table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from matcher.brief import Brief
from matcher.landscape import Landscape, Rows, build
from matcher.landscape.arrays import FloatArray
from matcher.signals import SIGNALS, Query, Signal, query_for, query_of
from matcher.suggest import asked
from tests.engine_factories import AS_OF, make_idea, make_landscape, same
from tests.engine_networks import asking, networks

every_signal = pytest.mark.parametrize("signal", SIGNALS.values(), ids=list(SIGNALS))
# A name is always known, and that it is like no other is known, too.
KNOWN_BY_NAME = ("similar_name",)


def _landscape(rows: Rows) -> Landscape:
    return build(rows, as_of=AS_OF, revision=1)


@settings(max_examples=60, deadline=None)
@given(networks().flatmap(asking))
def test_every_signal_keeps_the_contract(made: tuple[Rows, int | Brief]) -> None:
    rows, who = made
    landscape, untouched = _landscape(rows), _landscape(rows)
    query = asked(landscape, who)
    for signal in SIGNALS.values():
        values = signal.values(landscape, query).dense(len(landscape))
        _range_and_shape(values, len(landscape))
        _facts_sum_to_values(signal, landscape, query, values)
        again = signal.values(landscape, query).dense(len(landscape))
        assert np.array_equal(values, again, equal_nan=True), signal.name
    assert same(_said(query), _said(asked(landscape, who))), "a signal changed the query"
    assert same(landscape, untouched), "a signal changed the landscape"


def _said(query: Query) -> Query:
    """The query without what is kept of it to be read again."""
    return replace(query, _kept={})


def _range_and_shape(values: FloatArray, size: int) -> None:
    assert values.shape == (size,)
    assert values.dtype == np.float64
    known = values[~np.isnan(values)]
    assert ((known >= 0) & (known <= 1)).all()


def _facts_sum_to_values(
    signal: Signal, landscape: Landscape, query: Query, values: FloatArray
) -> None:
    for candidate in range(len(landscape)):
        if candidate in query.team:
            continue  # those who ask are suggested to nobody
        facts = signal.facts(landscape, query, candidate)
        shares = [fact.share for fact in facts]
        assert all(share > 0 for share in shares), signal.name
        assert abs(sum(shares) - np.nan_to_num(values[candidate])) < 1e-12, signal.name
        assert shares == sorted(shares, reverse=True), signal.name
        assert len({(fact.kind, fact.id) for fact in facts}) == len(facts), signal.name


@settings(max_examples=40, deadline=None)
@given(networks().flatmap(asking))
def test_some_rows_of_an_answer_are_those_of_the_whole(made: tuple[Rows, Any]) -> None:
    rows, who = made
    landscape = _landscape(rows)
    every, some = np.arange(len(landscape)), np.arange(0, len(landscape), 2)
    for signal in SIGNALS.values():
        answer = signal.values(landscape, asked(landscape, who))
        values = answer.dense(len(landscape))
        assert np.array_equal(answer.at(every), values, equal_nan=True), signal.name
        assert np.array_equal(answer.at(some), values[some], equal_nan=True), signal.name
        if answer.rows is not None:
            assert (np.diff(answer.rows) > 0).all(), signal.name


@every_signal
@pytest.mark.parametrize("idea", [False, True], ids=["organisation", "idea"])
def test_an_organisation_of_which_nothing_is_known_is_unknown_to_all(
    signal: Signal, idea: bool
) -> None:
    landscape = make_landscape("a", "b")
    query = query_for(landscape, Brief()) if idea else query_of(landscape, 0)
    values = signal.values(landscape, query).dense(len(landscape))
    if signal.name in KNOWN_BY_NAME and not idea:
        assert values[1] == 0.0
    else:
        assert np.isnan(values).all()
    assert signal.facts(landscape, query, 1) == ()


@every_signal
def test_a_full_question_says_nothing_of_one_who_is_only_a_name(signal: Signal) -> None:
    landscape = make_landscape(
        "a", "b",
        needs={"a": ["bus"]}, offers={"a": ["hall"]},
        themes={"a": ["green"]}, target_groups={"a": ["old"]},
    )  # fmt: skip
    idea = make_idea(
        landscape, "Grønne haver i Byen", needs=["bus"], themes=["green"], target_groups=["old"],
        asker="a", area="Byen", funding_source="Fonden", sectors=["public"],
    )  # fmt: skip
    value = signal.values(landscape, query_for(landscape, idea)).dense(2)[1]
    by_name = (*KNOWN_BY_NAME, "named")
    assert value == 0.0 if signal.name in by_name else np.isnan(value)


@every_signal
def test_one_organisation_is_enough(signal: Signal) -> None:
    landscape = make_landscape("a")
    for query in (query_of(landscape, 0), query_for(landscape, Brief(purpose="Have"))):
        assert signal.values(landscape, query).dense(len(landscape)).shape == (1,)


@every_signal
def test_an_idea_for_nobody_finds_nobody(signal: Signal) -> None:
    landscape = make_landscape()
    query = query_for(landscape, Brief(purpose="En have", area="Byen", funding_source="Fonden"))
    assert signal.values(landscape, query).dense(0).shape == (0,)


@settings(max_examples=30, deadline=None)
@given(networks())
def test_standing_signals_answer_the_same_whoever_asks(rows: Rows) -> None:
    landscape = _landscape(rows)
    for signal in SIGNALS.values():
        if signal.standing:
            first = signal.values(landscape, query_of(landscape, 0)).dense(len(landscape))
            for query in (query_of(landscape, len(landscape) - 1), query_for(landscape, Brief())):
                again = signal.values(landscape, query).dense(len(landscape))
                assert np.array_equal(first, again, equal_nan=True), signal.name


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

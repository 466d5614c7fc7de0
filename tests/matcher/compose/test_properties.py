"""On all small networks: what the search finds is what trying every set finds."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from matcher.brief import Brief, Need, Slot
from matcher.compose import Consortium, compose
from matcher.compose.cost import costs
from matcher.compose.reduce import needed, worth_weighing
from matcher.compose.slots import places
from matcher.landscape import Landscape, Rows, build
from matcher.landscape.arrays import BoolArray
from matcher.recipe import COMPOSE
from matcher.suggest import candidates
from tests.engine_factories import AS_OF
from tests.engine_networks import networks


@st.composite
def briefs(draw: st.DrawFn, landscape: Landscape) -> Brief:
    """Any brief that asks for something, of a network with at least one capacity."""
    columns = st.integers(0, len(landscape.vocabularies["capacity"]) - 1)
    rows = st.integers(0, len(landscape) - 1)
    slots = st.builds(
        Slot,
        name=st.just("slot"),
        needs=st.lists(columns, min_size=1, max_size=2, unique=True).map(tuple),
        sector=st.sampled_from([-1, -1, 0, 1]),
    )
    asker = draw(st.none() | rows)
    return Brief(
        needs=tuple(Need(term=term) for term in draw(st.lists(columns, min_size=1, unique=True))),
        slots=tuple(draw(st.lists(slots, max_size=2))),
        sectors=tuple(draw(st.lists(st.integers(0, 2), max_size=2, unique=True))),
        asker=asker,
        members=tuple(draw(st.lists(rows, max_size=1))),
        exclude=tuple(draw(st.lists(rows, max_size=1))),
    )


def _allowed(landscape: Landscape, brief: Brief) -> list[int]:
    return np.flatnonzero(candidates(landscape, brief, include_current=True)).tolist()


def _by_trying_all(
    landscape: Landscape, brief: Brief, size: int, answers: int
) -> list[tuple[int, float]]:
    """Empty places and cost of the cheapest sets, none of them an earlier one and more."""
    able = places(landscape, brief).able
    already = [*(() if brief.asker is None else (brief.asker,)), *brief.members]
    cost = costs(landscape, brief, COMPOSE).cost
    every = []
    for many in range(min(size, able.shape[1]) + 1):
        for chosen in combinations(_allowed(landscape, brief), many):
            empty = int((~able[[*already, *chosen]].any(axis=0)).sum())
            every.append((empty, float(cost[list(chosen)].sum()), frozenset(chosen)))
    every.sort(key=lambda each: each[:2])
    found: list[tuple[int, float, frozenset[int]]] = []
    for each in every:
        if each[0] == every[0][0] and not any(earlier[2] <= each[2] for earlier in found):
            found.append(each)
    return [(empty, spent) for empty, spent, _ in found[:answers]]


def _measured(found: Consortium) -> tuple[int, float]:
    return len(found.uncovered), found.cost


@settings(max_examples=60)
@given(rows=networks(least=3), data=st.data(), size=st.integers(1, 4), answers=st.integers(1, 4))
def test_no_set_is_better_than_those_found(
    rows: Rows, data: st.DataObject, size: int, answers: int
) -> None:
    landscape = build(rows, as_of=AS_OF, revision=1)
    brief = data.draw(briefs(landscape))
    capped = data.draw(st.booleans())
    answer = compose(
        landscape,
        brief,
        COMPOSE,
        size=size if capped else None,
        alternatives=answers,
        time_limit=30,
    )
    expected = _by_trying_all(landscape, brief, size if capped else len(landscape), answers)
    # Sets of the same cost may be picked differently, and then later ones differ; the first not.
    np.testing.assert_allclose(_measured(answer.consortia[0]), expected[0], atol=1e-9)
    assert answer.consortia[0].optimal
    assert len(answer.consortia) <= answers
    if len({round(cost, 9) for _, cost in expected}) == len(expected):
        found = [_measured(each) for each in answer.consortia]
        np.testing.assert_allclose(found, expected, atol=1e-9)
    assert answer.greedy.cost >= answer.consortia[0].cost - 1e-9 or (
        len(answer.greedy.uncovered) > len(answer.consortia[0].uncovered)
    )


@settings(max_examples=60)
@given(rows=networks(least=3), data=st.data())
def test_what_holds_of_every_answer(rows: Rows, data: st.DataObject) -> None:
    landscape = build(rows, as_of=AS_OF, revision=1)
    brief = data.draw(briefs(landscape))
    answer = compose(landscape, brief, COMPOSE, time_limit=30)
    able = places(landscape, brief).able
    sets = []
    for each in (*answer.consortia, answer.greedy):
        new = {m.organisation for m in each.members if not m.already_in}
        assert new <= set(_allowed(landscape, brief))
        assert abs(each.cost - sum(m.cost for m in each.members)) < 1e-9
        filled = [slot for m in each.members for slot in m.slots]
        stood_for = [sector for m in each.members for sector in m.sectors]
        empty = {u.slot for u in each.uncovered if u.slot is not None}
        absent = {u.sector for u in each.uncovered if u.sector is not None}
        assert sorted([*filled, *empty]) == list(range(len(answer.slots)))
        assert sorted([*stood_for, *absent]) == sorted(brief.sectors)
        assert all(able[m.organisation, slot] for m in each.members for slot in m.slots)
        for slot, rows_ in enumerate(each.reserves):
            assert not new & set(rows_)
            assert all(able[row, slot] for row in rows_)
        if each is not answer.greedy:
            assert all(m.slots or m.sectors for m in each.members if not m.already_in)
            sets.append(new)
    assert all(not early <= late for i, early in enumerate(sets) for late in sets[i + 1 :])


_ABLE = st.lists(st.lists(st.booleans(), min_size=3, max_size=3), min_size=1, max_size=9)


@given(able=_ABLE, answers=st.integers(1, 3), data=st.data())
def test_whoever_is_left_out_is_beaten_often_enough(
    able: list[list[bool]], answers: int, data: st.DataObject
) -> None:
    can = np.array(able)
    cost = np.array(
        data.draw(st.lists(st.sampled_from([1.0, 2.0]), min_size=len(able), max_size=len(able)))
    )
    rank = np.array(data.draw(st.permutations(range(len(able)))))
    kept = set(worth_weighing(can, cost, rank, answers).tolist())
    for row in range(len(able)):
        better = [
            other
            for other in range(len(able))
            if other != row
            and not (can[row] & ~can[other]).any()
            and (cost[other], rank[other]) < (cost[row], rank[row])
        ]
        assert (row in kept) == (can[row].any() and len(better) < answers)


@given(able=_ABLE)
def test_nobody_is_kept_who_is_not_needed(able: list[list[bool]]) -> None:
    can: BoolArray = np.array(able)
    kept = needed(can, np.ones(len(can)), np.arange(len(can)))
    assume(len(kept))
    together = can[kept].any(axis=0)
    assert np.array_equal(together, can.any(axis=0))
    for row in kept:
        assert not np.array_equal(can[kept[kept != row]].any(axis=0), together)


@settings(max_examples=40)
@given(rows=networks(least=3), data=st.data())
def test_names_and_not_ids_tell_equals_apart(rows: Rows, data: st.DataObject) -> None:
    landscape = build(_called(rows, turned=False), as_of=AS_OF, revision=1)
    brief = data.draw(briefs(landscape))
    turned = build(_called(rows, turned=True), as_of=AS_OF, revision=1)
    # Ids in the opposite order, so that an organisation stands at the other end.
    last = len(landscape) - 1
    mirrored = replace(
        brief,
        asker=None if brief.asker is None else last - brief.asker,
        members=tuple(last - row for row in brief.members),
        exclude=tuple(last - row for row in brief.exclude),
    )
    assert _names(landscape, brief) == _names(turned, mirrored)


def _called(rows: Rows, *, turned: bool) -> Rows:
    """The same network, everybody called by a name of its own; `turned`, ids the other way."""
    last = len(rows.organisations) - 1
    ids = {row.id: f"z{last - i}" if turned else row.id for i, row in enumerate(rows.organisations)}
    return replace(
        rows,
        organisations=tuple(
            replace(row, id=ids[row.id], name=row.id, parent=row.parent and ids[row.parent])
            for row in rows.organisations
        ),
        capacities=tuple(
            replace(row, organisation=ids[row.organisation]) for row in rows.capacities
        ),
        interests=tuple(replace(row, organisation=ids[row.organisation]) for row in rows.interests),
        participations=tuple(
            replace(row, organisation=ids[row.organisation]) for row in rows.participations
        ),
        ties=tuple(replace(row, a=ids[row.a], b=ids[row.b]) for row in rows.ties),
    )


def _names(landscape: Landscape, brief: Brief) -> list[list[str]]:
    answer = compose(landscape, brief, COMPOSE, time_limit=30)
    return [
        [landscape.names[member.organisation] for member in each.members]
        for each in (*answer.consortia, answer.greedy)
    ]

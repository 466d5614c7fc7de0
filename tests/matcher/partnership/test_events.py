"""Who sits where, when each round is, and who is there."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.partnership.events import is_there, met, round_now, sat_out, seated, state, times

PEOPLE = [f"p{number}" for number in range(8)]


@st.composite
def evenings(draw: st.DrawFn) -> list[list[tuple[str, str]]]:
    """Rounds in which nobody is in two pairs."""
    rounds = []
    for _round in range(draw(st.integers(0, 5))):
        turn = draw(st.permutations(PEOPLE))
        pairs = draw(st.integers(0, len(turn) // 2))
        rounds.append([(turn[2 * at], turn[2 * at + 1]) for at in range(pairs)])
    return rounds


@given(evenings())
def test_no_table_is_given_twice_in_a_round(rounds: list[list[tuple[str, str]]]) -> None:
    tables = seated(rounds)
    most = max((len(pairs) for pairs in rounds), default=0)
    for pairs, given_to in zip(rounds, tables, strict=True):
        assert len(set(given_to)) == len(pairs)
        assert all(1 <= table <= most for table in given_to)


@given(evenings())
def test_the_same_round_again_makes_nobody_get_up(rounds: list[list[tuple[str, str]]]) -> None:
    for pairs in rounds:
        first, again = seated([pairs, pairs])
        assert first == again


@given(evenings())
def test_whoever_has_met_has_met_whichever_way_round(rounds: list[list[tuple[str, str]]]) -> None:
    turned = [[(b, a) for a, b in pairs] for pairs in rounds]
    assert met(rounds) == met(turned)


def test_who_sat_out_is_counted() -> None:
    assert sat_out([("a", "b"), ("a",), ()]) == {"a": 2, "b": 1}


def test_rounds_follow_each_other_also_past_midnight() -> None:
    evening = times(time(23, 30), 3, 20, 10)
    assert [(each.starts, each.ends) for each in evening] == [
        (time(23, 30), time(23, 50)),
        (time(0, 0), time(0, 20)),
        (time(0, 30), time(0, 50)),
    ]
    moments = (time(23, 0), time(23, 45), time(0, 5), time(1, 0))
    assert [round_now(at, evening) for at in moments] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("absent", "missing_from", "there"),
    [((), None, [1, 2, 3]), ((2,), None, [1, 3]), ((), 2, [1]), ((1,), 3, [2]), ((), 1, [])],
)
def test_who_is_there(absent: tuple[int, ...], missing_from: int | None, there: list[int]) -> None:
    assert [turn for turn in (1, 2, 3) if is_there(turn, absent, missing_from)] == there


def test_one_can_sign_up_until_the_day_is_over() -> None:
    day = date(2028, 2, 29)
    assert state(day, False, day) == "open"
    assert state(day, True, day) == "closed"
    assert state(day, False, date(2028, 3, 1)) == "over"
    assert state(None, False, day) == "open"

"""How far candidates have come, and how long it took them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.partnership.ledger import Funnel, funnel, reasons
from matcher.partnership.ledger_entry import (
    STAGES,
    Entry,
    Move,
    Outcome,
    days_of,
    lasts,
    passed,
)

LISTED = date(2026, 1, 1)
STATES = ("suggested", "contacted", "answered", "met", "agreed", "declined")


def entry(*moves: tuple[str, int], **fields: object) -> Entry:
    """A candidate that made these moves, so many days after it was listed."""
    before, made = "suggested", []
    for state, days in moves:
        made.append(Move(state=state, came_from=before, day=LISTED + timedelta(days=days)))
        before = state
    given: dict[str, object] = {"listed": LISTED, "state": before, "moves": tuple(made), **fields}
    return Entry(**given)  # type: ignore[arg-type]


def counts(found: Funnel) -> list[int]:
    """How many passed each stage."""
    return [stage.count for stage in found.stages]


def days(found: Funnel) -> dict[str, tuple[float | None, int]]:
    """Median and number for each stage that has days."""
    return {each.key: (each.days, each.rests_on) for each in found.stages if each.rests_on}


def test_who_agreed_without_a_meeting_counts_as_having_met() -> None:
    found = funnel([entry(("contacted", 3), ("agreed", 20))])
    assert counts(found) == [1, 1, 1, 1, 1, 0, 0]
    assert days(found) == {"contacted": (3.0, 1)}


def test_days_are_the_median_from_one_stage_to_the_next() -> None:
    found = funnel(
        [
            entry(("contacted", 2), ("answered", 10)),
            entry(("contacted", 4), ("answered", 6)),
            entry(("contacted", 12)),
            entry(),
        ]
    )
    assert counts(found) == [4, 3, 2, 0, 0, 0, 0]
    assert days(found) == {"contacted": (4.0, 3), "answered": (5.0, 2)}


def test_a_state_from_before_steps_were_kept_counts_without_days() -> None:
    found = funnel([Entry(listed=LISTED, state="met")])
    assert counts(found) == [1, 1, 1, 1, 0, 0, 0]
    assert days(found) == {}


def test_a_no_after_a_contact_is_an_answer() -> None:
    found = funnel([entry(("contacted", 5), ("declined", 9))])
    assert counts(found)[:4] == [1, 1, 1, 0]
    assert days(found) == {"contacted": (5.0, 1), "answered": (4.0, 1)}
    assert found.declined == 1


@pytest.mark.parametrize(
    ("moves", "stage"),
    [
        ((("declined", 1),), "suggested"),
        ((("contacted", 1), ("declined", 2), ("declined", 3)), "answered"),
        ((("met", 1), ("declined", 2)), "met"),
        ((("agreed", 1), ("declined", 2)), "met"),
        ((("contacted", 1), ("declined", 2), ("contacted", 9)), "contacted"),
    ],
)
def test_what_one_has_passed_before_a_no(moves: tuple[tuple[str, int], ...], stage: str) -> None:
    assert passed(entry(*moves)) == stage


def test_a_no_of_which_nothing_else_is_known_was_a_suggestion() -> None:
    assert passed(Entry(listed=LISTED, state="declined")) == "suggested"


def test_a_step_back_takes_back_what_came_after_it() -> None:
    one = entry(("contacted", 2), ("met", 5), ("contacted", 6), ("met", 30))
    assert days_of(one) == {
        "suggested": LISTED,
        "contacted": LISTED + timedelta(days=2),
        "met": LISTED + timedelta(days=30),
    }


def test_a_day_before_that_of_the_stage_before_is_left_out() -> None:
    assert days(funnel([entry(("contacted", -3))])) == {}


def test_a_written_agreement_means_that_they_agreed() -> None:
    outcome = Outcome(written=True, written_day=LISTED + timedelta(days=50))
    found = funnel([entry(("agreed", 40), outcome=outcome), entry(outcome=outcome)])
    assert counts(found) == [2, 2, 2, 2, 2, 2, 0]
    assert days(found) == {"written": (10.0, 1)}
    assert (found.ended, found.unknown) == (0, 2)


def test_not_known_yet_is_not_a_no() -> None:
    alive = [Outcome(written=True, alive=each) for each in (True, False, None)]
    found = funnel([entry(outcome=each) for each in alive])
    assert (found.stages[-1].count, found.ended, found.unknown) == (1, 1, 1)


@pytest.mark.parametrize(
    ("end", "grants", "today", "alive"),
    [
        (None, [], date(2030, 1, 1), None),
        (None, [date(2025, 6, 30)], date(2026, 6, 29), None),
        (None, [date(2025, 6, 30)], date(2026, 6, 30), True),
        (date(2026, 6, 30), [date(2025, 6, 30)], date(2027, 1, 1), True),
        (date(2026, 6, 29), [date(2025, 6, 30)], date(2027, 1, 1), False),
        (date(2024, 1, 1), [date(2028, 2, 29)], date(2029, 2, 27), None),
        (date(2024, 1, 1), [date(2028, 2, 29)], date(2029, 2, 28), False),
        (None, [date(2024, 1, 1), date(2026, 1, 1)], date(2026, 6, 1), None),
    ],
)
def test_alive_twelve_months_after_the_last_grant(
    end: date | None, grants: list[date], today: date, alive: bool | None
) -> None:
    assert lasts(end, grants, today) is alive


def test_reasons_are_those_of_who_stands_at_a_no() -> None:
    def no(reason: str | None, *, judged: bool = False) -> Entry:
        move = Move(state="declined", came_from="met", day=LISTED, reason=reason, judged=judged)
        return Entry(listed=LISTED, state="declined", moves=(move,))

    again = Entry(listed=LISTED, state="agreed", moves=no("too_far").moves)
    found = reasons([no("too_busy", judged=True), no("too_busy"), no(None), no("other"), again])
    assert found.counts == (("too_busy", 2), ("other", 1), (None, 1))
    assert found.judged == 1


def test_of_nobody_there_is_nothing_to_count() -> None:
    found = funnel([])
    assert counts(found) == [0] * len(STAGES)
    assert days(found) == {}


moves = st.lists(st.tuples(st.sampled_from(STATES), st.integers(0, 900)), max_size=6)
outcomes = st.builds(
    Outcome,
    written=st.booleans(),
    written_day=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    alive=st.sampled_from([True, False, None]),
)
entries = st.lists(
    st.builds(lambda made, outcome: entry(*made, outcome=outcome), moves, outcomes), max_size=12
)


@given(entries)
def test_no_stage_has_more_than_the_one_before(given: list[Entry]) -> None:
    found = funnel(given)
    assert counts(found) == sorted(counts(found), reverse=True)
    assert found.entries == len(given)
    written = found.stages[STAGES.index("written")].count
    assert found.stages[-1].count + found.ended + found.unknown == written
    for stage in found.stages:
        assert stage.rests_on <= stage.count
        assert (stage.days is None) == (stage.rests_on == 0)
        assert stage.days is None or stage.days >= 0


@given(entries, entries)
def test_what_is_counted_apart_adds_up(some: list[Entry], others: list[Entry]) -> None:
    apart = zip(counts(funnel(some)), counts(funnel(others)), strict=True)
    assert counts(funnel([*some, *others])) == [a + b for a, b in apart]

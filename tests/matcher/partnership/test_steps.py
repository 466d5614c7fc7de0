"""Where one stands with a candidate, and which steps may be taken."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.partnership.steps import (
    SILENT_AFTER,
    Step,
    faults,
    from_json,
    goes_back,
    likely_next,
    mark_of,
    next_states,
    remarks,
    standing,
    to_json,
)
from matcher.wording.labels import STATES, WHY_NOT

TODAY = date(2026, 3, 1)

days = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))
steps = st.builds(
    Step,
    state=st.sampled_from(list(STATES)),
    day=days,
    by=st.none() | st.just("Redaktøren"),
    by_id=st.none() | st.just("editor"),
    note=st.none() | st.text(min_size=1),
    reason=st.none() | st.sampled_from(list(WHY_NOT)),
    next_day=st.none() | days,
)


@given(step=steps)
def test_a_step_is_kept_as_it_was(step: Step) -> None:
    assert from_json(to_json(step)) == step
    assert from_json({**to_json(step), "judged": True, "came_from": None}) == step


@given(taken=st.lists(steps, max_size=4), more=steps, state=st.sampled_from(list(STATES)))
def test_a_mark_tells_whether_the_steps_are_others(
    taken: list[Step], more: Step, state: str
) -> None:
    assert mark_of(state, taken) == mark_of(state, list(taken))
    assert mark_of(state, taken) != mark_of(state, [*taken, more])


@given(step=steps, today=days)
def test_who_is_silent_is_overdue_unless_a_day_is_agreed(step: Step, today: date) -> None:
    found = standing(step.state, [step], today)
    assert found.days is not None
    assert found.days >= 0
    if found.silent:
        assert found.overdue
    if step.next_day is not None:
        assert found.due == step.next_day
    if step.state in {"agreed", "declined", "met", "suggested"}:
        assert not found.silent


@pytest.mark.parametrize(
    ("state", "since", "next_in", "silent", "overdue"),
    [
        ("contacted", SILENT_AFTER - 1, None, False, False),
        ("contacted", SILENT_AFTER, None, True, True),
        ("answered", 21, None, True, True),
        ("contacted", 21, 1, False, False),
        ("contacted", 21, 0, True, True),
        ("contacted", 5, 0, False, True),
        ("met", 100, None, False, False),
        ("met", 100, -1, False, True),
        ("agreed", 400, None, False, False),
        ("declined", 400, None, False, False),
    ],
)
def test_silence_and_what_is_overdue(
    state: str, since: int, next_in: int | None, silent: bool, overdue: bool
) -> None:
    following = None if next_in is None else TODAY + timedelta(days=next_in)
    last = Step(state=state, day=TODAY - timedelta(days=since), next_day=following)
    found = standing(state, [last], TODAY)
    assert (found.days, found.silent, found.overdue) == (since, silent, overdue)


def test_silence_counts_whole_days_through_a_leap_day_and_a_change_of_the_clock() -> None:
    last = Step(state="contacted", day=date(2028, 2, 16))
    assert not standing("contacted", [last], date(2028, 2, 29)).silent
    assert standing("contacted", [last], date(2028, 3, 1)).silent
    spring = Step(state="contacted", day=date(2026, 3, 28))  # the clock is put on the day after
    assert standing("contacted", [spring], date(2026, 4, 11)).days == 14


def test_of_an_entry_older_than_steps_the_day_is_not_guessed() -> None:
    found = standing("contacted", [], TODAY)
    assert (found.last, found.days, found.silent, found.due) == (None, None, False, None)


@pytest.mark.parametrize("state", list(STATES))
def test_every_state_can_follow_and_forward_comes_first(state: str) -> None:
    following = next_states(state)
    assert sorted(following) == sorted(STATES)
    back = [goes_back(state, each) for each in following]
    assert back == sorted(back)
    assert not goes_back(state, likely_next(state))


@pytest.mark.parametrize(
    ("step", "fields"),
    [
        (Step(state="met", day=TODAY), []),
        (Step(state="met", day=TODAY + timedelta(days=1)), ["day"]),
        (Step(state="met", day=date(2026, 1, 31)), ["day"]),
        (Step(state="met", day=TODAY, next_day=date(2026, 2, 28)), ["next_day"]),
        (Step(state="married", day=TODAY), ["state"]),
        (Step(state="declined", day=TODAY, reason="whim"), ["reason"]),
        (Step(state="declined", day=TODAY, reason="too_busy"), []),
        (Step(state="met", day=TODAY, note="x" * 5001), ["note"]),
    ],
)
def test_what_is_wrong_with_a_step_is_said_at_its_field(step: Step, fields: list[str]) -> None:
    previous = Step(state="contacted", day=date(2026, 2, 1))
    assert list(faults(step, previous=previous, today=TODAY)) == fields


def test_going_back_and_a_day_before_the_list_are_told_not_refused() -> None:
    added = date(2026, 2, 1)
    early = Step(state="contacted", day=date(2026, 1, 15))
    assert faults(early, previous=None, today=TODAY) == {}
    assert len(remarks(early, before="suggested", added=added)) == 1
    assert len(remarks(early, before="met", added=added)) == 2
    assert remarks(Step(state="met", day=TODAY), before="contacted", added=added) == ()

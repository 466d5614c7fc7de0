"""Decisions are open, late or done."""

from __future__ import annotations

from datetime import date

from matcher.partnership.decisions import Decision, left_to_do

TODAY = date(2026, 11, 24)


def decision(key: str, day: date | None = None, done: date | None = None) -> Decision:
    """A decision."""
    return Decision(id=key, talk="t", what="Søge", day=day, done=done)


def test_a_decision_is_late_from_the_day_after() -> None:
    assert decision("a", TODAY).state(TODAY) == "open"
    assert decision("a", date(2026, 11, 23)).state(TODAY) == "overdue"
    assert decision("a", date(2026, 11, 23), TODAY).state(TODAY) == "done"
    assert decision("a").state(TODAY) == "open"


def test_what_is_due_first_comes_first_and_what_is_done_is_left_out() -> None:
    them = (
        decision("no day"),
        decision("later", date(2027, 1, 1)),
        decision("done", TODAY, TODAY),
        decision("late", date(2026, 1, 1)),
    )
    assert [each.id for each in left_to_do(them, TODAY)] == ["late", "later", "no day"]

"""A task needs one who is responsible."""

from __future__ import annotations

from typing import Any

from matcher.partnership.responsibilities import grid_warnings


def make_row(task: str, **parts: str) -> dict[str, Any]:
    return {"task": task, "parts": parts}


def test_one_responsible_is_just_right() -> None:
    rows = [make_row("Mad", a="responsible", b="takes_part", c="told")]
    assert grid_warnings(rows, ["a", "b", "c"]) == ()


def test_nobody_and_several_are_told_in_the_order_of_the_grid() -> None:
    rows = [
        make_row("Mad", a="responsible", b="responsible"),
        make_row("Musik", a="asked"),
        make_row("Kørsel"),
    ]
    told = [(each.task, each.kind) for each in grid_warnings(rows, ["a", "b"])]
    assert told == [("Mad", "several"), ("Musik", "nobody"), ("Kørsel", "nobody")]


def test_who_has_left_is_responsible_for_nothing() -> None:
    (warning,) = grid_warnings([make_row("Mad", gone="responsible")], ["a"])
    assert warning.kind == "nobody"


def test_an_empty_grid_says_nothing() -> None:
    assert grid_warnings([], ["a"]) == ()

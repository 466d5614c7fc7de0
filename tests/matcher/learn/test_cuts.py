"""Where a history is parted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from matcher.learn.cuts import LEAST, Parts, TooLittle, drawn, parted
from matcher.learn.history import History, history
from tests.engine_factories import make_collaboration, make_rows
from tests.matcher.learn.makers import UNTIL, make_history

FIRST = date(2020, 1, 1)


def _history(days: list[int], size: int = 3, organisations: int = 12) -> History:
    """Collaborations that begin on these days, each of the next few organisations."""
    keys = [f"o{number:02}" for number in range(organisations)]
    joint = [
        make_collaboration(
            f"c{at:03}",
            {keys[(at + step) % organisations] for step in range(size)},
            start=FIRST + timedelta(days=day),
        )
        for at, day in enumerate(days)
    ]
    return history(make_rows(*keys, joint=joint), UNTIL)


def _parts(told: History, most: int = 400) -> Parts:
    found = parted(told, most, seed=1)
    assert isinstance(found, Parts)
    return found


def test_the_last_quarter_is_asked_about_where_that_is_enough() -> None:
    told = _history(list(range(400)))
    parts = _parts(told)
    assert parts.earlier.cut == FIRST + timedelta(days=300)
    assert parts.later.cut == FIRST + timedelta(days=350)


def test_more_is_asked_about_where_a_quarter_is_little() -> None:
    told = _history(list(range(60)))
    parts = _parts(told)
    assert parts.earlier.cut < FIRST + timedelta(days=45)
    assert len(parts.earlier.questions) + len(parts.later.questions) >= LEAST


def test_what_is_measured_on_is_later_than_what_is_learnt_from() -> None:
    told = history(make_history(), UNTIL)
    parts = _parts(told)

    def days(questions: tuple) -> list[date]:
        return [told.undertakings[each.collaboration].start for each in questions]

    assert min(days(parts.earlier.questions)) >= parts.earlier.cut
    assert max(days(parts.earlier.questions)) < parts.later.cut
    assert min(days(parts.later.questions)) >= parts.later.cut
    assert 0.5 < len(parts.earlier.questions) / len(parts.later.questions) < 2


def test_where_all_begin_on_one_day_collaborations_are_drawn_apart() -> None:
    told = _history([0] * 20 + [400] * 20)
    parts = _parts(told)
    assert parts.earlier.cut == parts.later.cut == FIRST + timedelta(days=400)
    ours, theirs = (
        {each.collaboration for each in part.questions} for part in (parts.earlier, parts.later)
    )
    assert ours
    assert theirs
    assert not ours & theirs


def test_a_history_of_a_single_large_collaboration_has_nothing_to_measure_on() -> None:
    keys = 35
    told = _history([0, 400], size=keys, organisations=keys)
    parts = _parts(told)
    assert len(parts.earlier.questions) == keys
    assert parts.later.questions == ()


@pytest.mark.parametrize("days", [[], [0], [0] * 40, [0, 300, 600]])
def test_too_little_is_said_to_be_too_little(days: list[int]) -> None:
    found = parted(_history(days), 400, seed=1)
    assert isinstance(found, TooLittle)
    assert found.questions < LEAST


def test_at_most_so_many_are_asked() -> None:
    parts = _parts(_history(list(range(400))), most=20)
    assert (len(parts.earlier.questions), len(parts.later.questions)) == (10, 10)


@pytest.mark.parametrize("most", [0, 3, 10, 99])
def test_questions_are_drawn_once_and_keep_their_order(most: int) -> None:
    questions = _history([0, 1, 2, 3], size=10).questions(FIRST + timedelta(days=1))
    assert len(questions) == 9 + 8 + 8
    found = drawn(questions, most, seed=1)
    assert len(found) == min(most, len(questions))
    places = [questions.index(each) for each in found]
    assert places == sorted(set(places))
    assert found == drawn(questions, most, seed=1)

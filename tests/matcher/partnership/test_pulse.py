"""What answers to a pulse say together, and that nothing of it tells what one party said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.partnership.pulse import (
    LEAST,
    Answer,
    PulseResult,
    QuestionResult,
    compared,
    disagreement,
    is_open,
    next_suggested,
    result,
    starters,
)
from matcher.partnership.pulse_texts import SCALE, pulse_texts

THEMES = pulse_texts().themes
QUESTIONS = [each.id for each in pulse_texts().questions]
THEME_IDS = [each.id for each in THEMES]

ratings = st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from([None, *SCALE]))
answers = st.builds(
    lambda given, opened: Answer(ratings=given, open=opened),
    ratings,
    st.frozensets(st.sampled_from(THEME_IDS)),
)


def all_of(rating: int | None, *laid_open: str) -> Answer:
    """Somebody who answers the same to everything."""
    return Answer(ratings=dict.fromkeys(QUESTIONS, rating), open=frozenset(laid_open))


def question(found: PulseResult, key: str) -> QuestionResult:
    """What is told of one question."""
    return next(each for theme in found.themes for each in theme.questions if each.id == key)


def told(found: PulseResult) -> set[str]:
    """The questions of which anything is told."""
    return {
        each.id
        for theme in found.themes
        for each in theme.questions
        if (each.counts, each.unknown, each.median, each.disagreement) != (None,) * 4
    }


@pytest.mark.parametrize(
    ("counts", "apart"),
    [
        ([5, 0, 0, 0, 0], 0.0),
        ([0, 0, 1, 0, 0], 0.0),
        ([1, 0, 0, 0, 1], 1.0),
        ([3, 0, 0, 0, 3], 1.0),
        ([1, 1, 1, 1, 1], 0.6),
        ([0, 1, 0, 1, 0], 0.5),
        ([1, 0, 0, 0, 2], 2 / 3),
    ],
)
def test_disagreement_has_known_values(counts: list[int], apart: float) -> None:
    assert disagreement(counts) == pytest.approx(apart)


def test_disagreement_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="nobody"):
        disagreement([0, 0, 0, 0, 0])


@given(st.lists(st.integers(0, 20), min_size=5, max_size=5).filter(any))
def test_disagreement_is_a_share_and_does_not_depend_on_direction_or_number(
    counts: list[int],
) -> None:
    apart = disagreement(counts)
    assert 0 <= apart <= 1
    assert apart == pytest.approx(disagreement(counts[::-1]))
    assert apart == pytest.approx(disagreement([3 * each for each in counts]))
    assert (apart == 0) == (sum(1 for each in counts if each) == 1)


def test_who_does_not_know_is_not_in_the_middle() -> None:
    found = result([all_of(5), all_of(5), all_of(5), all_of(None)], 4, THEMES)
    one = question(found, "aim")
    assert (one.counts, one.unknown, one.median, one.disagreement) == ((0, 0, 0, 0, 3), 1, 5.0, 0.0)


def test_three_who_answered_of_whom_two_do_not_know_are_not_rated() -> None:
    one = question(result([all_of(4), all_of(None), all_of(None)], 3, THEMES), "aim")
    assert (one.counts, one.unknown, one.median, one.disagreement) == (None, 2, None, None)


def test_a_question_that_too_few_answered_is_held_back_though_the_pulse_has_more() -> None:
    skipped = Answer(ratings={"aim": 1})
    found = result([all_of(5), all_of(5), skipped, skipped], 4, THEMES)
    assert told(found) == {"aim"}
    assert question(found, "aim").counts == (2, 0, 0, 0, 2)


def test_one_answer_is_never_told() -> None:
    found = result([all_of(3, *THEME_IDS)], 2, THEMES)
    assert (found.told, told(found)) == ("nothing", set())


def test_two_parties_see_what_both_lay_open() -> None:
    two = [all_of(1, "purpose", "frames"), all_of(5, "frames", "relation")]
    found = result(two, 2, THEMES)
    assert found.told == "open"
    assert told(found) == {each.id for each in THEMES[1].questions}
    assert THEMES[1].id == "frames"
    assert question(found, "roles").disagreement == 1.0


def test_two_of_two_where_one_left_a_question_out_are_not_told_of_it() -> None:
    two = [all_of(1, "purpose"), Answer(ratings={"aim": 4}, open=frozenset(["purpose"]))]
    assert told(result(two, 2, THEMES)) == {"aim"}


def test_two_answers_of_three_parties_are_not_told_whatever_they_lay_open() -> None:
    two = [all_of(1, *THEME_IDS), all_of(5, *THEME_IDS)]
    assert told(result(two, 3, THEMES)) == set()


@given(st.lists(answers, max_size=6), st.integers(0, 6))
def test_what_is_told_rests_on_enough_answers(given: Sequence[Answer], parties: int) -> None:
    found = result(given, parties, THEMES)
    for theme in found.themes:
        consented = (
            len(given) == 2 and parties <= 2 and all(theme.id in each.open for each in given)
        )
        least = 2 if consented else LEAST
        for each in theme.questions:
            if each.unknown is not None:
                assert len([a for a in given if each.id in a.ratings]) >= least
            if each.counts is not None:
                assert sum(each.counts) >= least


@given(st.lists(answers, min_size=1, max_size=6), st.integers(0, 6), ratings)
def test_what_is_held_back_changes_nothing_that_is_told(
    given: Sequence[Answer], parties: int, other: dict[str, int | None]
) -> None:
    """Another answer to a question held back gives the same page: no total betrays it."""
    found = result(given, parties, THEMES)
    shown = told(found)
    rated = {each.id for theme in found.themes for each in theme.questions if each.counts}
    first = given[0]
    changed = {
        key: other[key] if key in other and key not in shown else value
        for key, value in first.ratings.items()
    }
    # Where only "I do not know" is told, it does not matter which rating somebody gave.
    for key in shown - rated:
        if changed.get(key) is not None:
            changed[key] = 1 if changed[key] != 1 else 5
    assert result([Answer(ratings=changed, open=first.open), *given[1:]], parties, THEMES) == found


@given(st.lists(answers, max_size=6))
def test_the_order_of_the_parties_says_nothing(given: list[Answer]) -> None:
    assert result(given[::-1], 6, THEMES) == result(given, 6, THEMES)


@given(st.lists(answers, max_size=6))
def test_a_talk_begins_with_what_is_told_and_at_most_three_questions(given: list[Answer]) -> None:
    found = result(given, 6, THEMES)
    begun = starters(found)
    assert len(begun) <= 3
    assert {each.question for each in begun} <= told(found)
    assert len({each.question for each in begun}) == len(begun)


def test_a_talk_begins_where_they_disagree_are_low_or_do_not_know() -> None:
    given = [
        Answer(ratings={**dict.fromkeys(QUESTIONS, 5), "roles": rating, "aim": 2, "heard": heard})
        for rating, heard in ((1, None), (5, 5), (1, 5), (5, 5))
    ]
    begun = starters(result(given, 4, THEMES))
    assert [(each.question, each.whys) for each in begun] == [
        ("roles", ("disagreement",)),
        ("aim", ("lowest",)),
        ("heard", ("unknown",)),
    ]


def test_nothing_is_lowest_where_all_agree() -> None:
    assert starters(result([all_of(4)] * 3, 3, THEMES)) == ()


def test_a_pulse_is_open_until_the_end_of_its_last_day() -> None:
    until = date(2028, 2, 29)
    assert is_open(until, closed=False, today=until)
    assert not is_open(until, closed=True, today=until)
    assert not is_open(until, closed=False, today=date(2028, 3, 1))


def test_another_is_suggested_half_a_year_after_the_last() -> None:
    assert next_suggested(date(2026, 8, 31), []) == date(2027, 2, 28)
    opened = [date(2027, 8, 30), date(2027, 3, 1)]
    assert next_suggested(date(2026, 8, 31), opened) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("answered", "beside"),
    [
        ((), ()),
        (("abc",), (0,)),
        (("abc", "abc", "abc"), (0, 1, 2)),
        (("abcd", "abc"), (1,)),  # d left: what is missing is what d said
        (("abc", "abcd"), (1,)),
        (("abcde", "abc"), (1,)),  # d and e
        (("abcdef", "abc"), (0, 1)),  # three are a crowd
        (("abc", "abd"), (1,)),
        (("abc", "def"), (0, 1)),
        (("abc", "abcd", "abc"), (0, 2)),
        (("abcd", "abcg", "abcdef"), (2,)),
        (("ab", "ab"), (0, 1)),
        (("ab", "ac"), (1,)),
    ],
)
def test_readings_stand_beside_one_another_only_where_nobody_is_in_the_difference(
    answered: tuple[str, ...], beside: tuple[int, ...]
) -> None:
    assert compared([frozenset(each) for each in answered]) == beside

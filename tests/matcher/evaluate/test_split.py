"""Before and after the cut."""

from __future__ import annotations

import dataclasses
import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import Refusal
from matcher.evaluate.folder import ProjectBrief
from matcher.evaluate.history import MOST_ORGANISATIONS
from matcher.evaluate.split import Question, drawn, split
from tests.matcher.evaluate.makers import CUT, make_folder, make_project, make_split

EARLY, LATE = "2009-12-31", "2010-01-01"


def test_known_is_who_took_part_before_the_cut_and_equals_stand_by_popularity_then_id() -> None:
    made = make_split(
        (make_project("p1", EARLY), "b c"),
        (make_project("p2", "2001-05-05"), "c a"),
        (make_project("p3", LATE), "a c new"),
    )
    assert [each.id for each in made.history.organisations] == ["c", "a", "b"]
    assert made.history.popularity.tolist() == [2, 1, 1]
    assert [project.id for project in made.history.projects] == ["p1", "p2"]


def test_a_question_is_a_known_organisation_with_another_in_a_later_project() -> None:
    made = make_split(
        (make_project("p1", EARLY), "a b c"),
        (make_project("p2", EARLY), "d e"),
        (make_project("p3", LATE, title="Together"), "b a d new"),
        (make_project("p4", LATE), "c new"),
    )
    known = [each.id for each in made.history.organisations]
    asked = [known[question.asker] for question in made.questions]
    assert asked == ["a", "b", "d"]
    assert {question.brief.title for question in made.questions} == {"Together"}
    assert [{known[row] for row in truth.relevant} for truth in made.truths] == [
        {"b", "d"},
        {"a", "d"},
        {"a", "b"},
    ]
    assert [{known[row] for row in truth.partners} for truth in made.truths] == [
        {"b", "c"},
        {"a", "c"},
        {"e"},
    ]
    assert made.projects == 1


def test_large_projects_are_left_out_on_both_sides() -> None:
    crowd = " ".join(f"x{number:02}" for number in range(MOST_ORGANISATIONS - 1))
    small = [(make_project("p1", EARLY), "a b"), (make_project("p2", LATE), "a b")]
    most = split(make_folder([*small, (make_project("p3", EARLY), f"a {crowd}")]), CUT)
    assert len(most.history) == MOST_ORGANISATIONS + 1
    more = split(make_folder([*small, (make_project("p3", EARLY), f"a b {crowd}")]), CUT)
    assert len(more.history) == 2
    after = split(make_folder([*small, (make_project("p3", LATE), f"a b {crowd}")]), CUT)
    assert len(after.questions) == 2


def test_questions_are_drawn_as_the_protocol_says() -> None:
    made = make_split(
        (make_project("p0", EARLY), "a b c d e f"),
        (make_project("p2", LATE, title="second"), "f e d c b a"),
        (make_project("p1", LATE, title="first"), "a c e"),
    )
    chosen = np.random.default_rng(7).choice(9, 4, replace=False)
    in_order = [("first", row) for row in "ace"] + [("second", row) for row in "abcdef"]
    known = [each.id for each in made.history.organisations]
    few = drawn(made, 4, seed=7)
    assert [(q.brief.title, known[q.asker]) for q in few.questions] == [
        in_order[place] for place in sorted(chosen)
    ]
    assert len(few.truths) == 4
    assert drawn(made, 9, seed=7) is made


def test_a_method_is_told_who_asks_and_the_brief_and_nothing_else() -> None:
    assert [each.name for each in dataclasses.fields(Question)] == ["asker", "brief"]
    assert {each.name for each in dataclasses.fields(ProjectBrief)} == {
        "topics",
        "region",
        "programme",
        "title",
        "objective",
        "description",
    }


@pytest.mark.parametrize("cut", [dt.date(1990, 1, 1), dt.date(2030, 1, 1)])
def test_a_cut_with_nothing_before_or_after_is_refused(cut: dt.date) -> None:
    folder = make_folder([(make_project("p1", EARLY), "a b"), (make_project("p2", LATE), "a b")])
    with pytest.raises(Refusal, match="invalid") as refused:
        split(folder, cut)
    assert refused.value.hint is not None


@given(st.lists(st.tuples(st.booleans(), st.sets(st.sampled_from("abcdefgh"))), max_size=8))
def test_truths_are_known_others_and_partners_are_mutual(
    drawn_projects: list[tuple[bool, set[str]]],
) -> None:
    folder = make_folder(
        [
            (make_project(f"p{at}", EARLY if before else LATE), " ".join(sorted(members)))
            for at, (before, members) in enumerate(drawn_projects)
        ]
    )
    try:
        made = split(folder, CUT)
    except Refusal:
        return
    partners = {}
    for question, truth in zip(made.questions, made.truths, strict=True):
        assert len(truth.relevant) > 0
        assert question.asker not in truth.relevant
        assert question.asker not in truth.partners
        partners[question.asker] = set(truth.partners.tolist())
    for asker, met in partners.items():
        assert all(asker in partners[other] for other in met if other in partners)

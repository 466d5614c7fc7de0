"""One method against all questions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from matcher.evaluate.measure import measure, small
from matcher.evaluate.method import Method, Scorer
from matcher.evaluate.split import History, Question
from matcher.landscape.arrays import FloatArray
from tests.matcher.evaluate.makers import make_project, make_split

EARLY, LATE = "2009-01-01", "2011-01-01"


def make_method(liked: str) -> Method:
    """A method that likes some organisations, the first one best."""

    def learn(history: History) -> Scorer:
        values = np.zeros(len(history))
        for worth, key in enumerate(reversed(liked.split()), start=1):
            values[history.index[key]] = worth

        def score(questions: Sequence[Question]) -> FloatArray:
            return np.tile(values, (len(questions), 1))

        return score

    return learn


# Twelve known organisations: a and b are partners; b is in three projects, c in two.
WORLD = (
    (make_project("p1", EARLY), "a b"),
    (make_project("p2", EARLY), "b c"),
    (make_project("p3", EARLY), "b c d e f g h i j k l"),
    (make_project("p4", LATE), "a b l"),
)


def test_the_asker_is_no_candidate_and_partners_are_none_where_new_ones_are_asked_for() -> None:
    made = make_split(*WORLD[:1], *WORLD[3:], (make_project("p0", EARLY), "l m n"))
    found = measure(make_method("a b l m n"), made)
    # a asks: b, l, m, n — relevant b and l; new: l, m, n — relevant l.
    assert found.all.recall.tolist() == [1, 1, 1]
    assert found.all.reciprocal_rank.tolist() == [1, 1, 1]
    assert found.all.ndcg == pytest.approx(1.0)
    assert found.new.reciprocal_rank.tolist() == [1, 1, 1]
    assert found.shown[made.history.index["a"]] == 2


def test_ten_are_listed_and_the_rest_counts_for_mrr_alone() -> None:
    made = make_split(*WORLD)
    asker = made.history.index["a"]
    at = [question.asker for question in made.questions].index(asker)
    found = measure(make_method("c d e f g h i j k l"), made)
    # Of a's relevant, l stands tenth and b eleventh.
    assert found.all.recall[at] == 0.5
    assert found.all.reciprocal_rank[at] == pytest.approx(0.1)
    assert found.shown.max() <= len(made.questions)
    assert found.shown.sum() == 10 * len(made.questions)


def test_nobody_new_is_unknown_and_not_nothing() -> None:
    made = make_split((make_project("p1", EARLY), "a b"), (make_project("p2", LATE), "a b"))
    found = measure(make_method("a b"), made)
    assert np.isnan(found.new.recall).all()
    assert found.all.recall.tolist() == [1, 1]


def test_small_is_at_or_below_the_median_of_earlier_projects() -> None:
    made = make_split(*WORLD)
    few = {
        each.id
        for each, is_small in zip(made.history.organisations, small(made.history), strict=True)
        if is_small
    }
    assert few == set("adefghijkl")
    found = measure(make_method("l"), made)
    by_asker = {question.asker: place for place, question in enumerate(made.questions)}
    # b was in three projects: for a only l counts, for l only a; both stand among twelve.
    assert found.small[by_asker[made.history.index["a"]]] == 1.0


def test_a_scorer_is_asked_in_parts_and_answers_all(monkeypatch: pytest.MonkeyPatch) -> None:
    made = make_split(*WORLD)
    whole = measure(make_method("c b a"), made)
    monkeypatch.setattr("matcher.evaluate.measure._AT_A_TIME", 2)
    parted = measure(make_method("c b a"), made)
    assert whole.all.ndcg.tolist() == parted.all.ndcg.tolist()
    assert whole.shown.tolist() == parted.shown.tolist()
    assert parted.ms_per_query >= 0

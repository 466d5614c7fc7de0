"""One method against all questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from matcher.evaluate.history import History
from matcher.evaluate.measure import measure, small
from matcher.evaluate.method import Method, Scorer
from matcher.evaluate.reading import read_folder
from matcher.evaluate.split import Question, split
from matcher.landscape.arrays import FloatArray
from tests.matcher.evaluate.makers import CUT, Files, make_files, make_project, make_split

Pair = tuple[float, float]

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


@pytest.mark.parametrize("seed", range(6))
def test_numbers_are_those_of_the_protocol_word_for_word(seed: int, tmp_path: Path) -> None:
    """The same by another way: lists, sets and loops, straight from the files' rows."""
    files = make_files(seed, organisations=30, projects=50)
    made = split(read_folder(files.write(tmp_path)), CUT)
    draw = np.random.default_rng(seed)
    worth = {row["org_id"]: int(draw.integers(4)) for row in files.orgs}

    def learn(history: History) -> Scorer:
        values = np.array([float(worth[each.id]) for each in history.organisations])

        def score(questions: Sequence[Question]) -> FloatArray:
            return np.tile(values, (len(questions), 1))

        return score

    found = measure(learn, made)
    by_hand = _by_hand(files, worth)
    assert len(by_hand) == len(made.questions) > 20
    for at, (everybody, new) in enumerate(by_hand):
        assert (found.all.recall[at], found.all.reciprocal_rank[at]) == pytest.approx(everybody)
        assert (found.new.recall[at], found.new.reciprocal_rank[at]) == pytest.approx(
            new, nan_ok=True
        )


def _by_hand(files: Files, worth: dict[str, int]) -> list[tuple[Pair, Pair]]:
    """Recall and reciprocal rank of each question, for everybody and for new ones."""
    members: dict[str, set[str]] = {}
    for row in files.collaborations:
        members.setdefault(row["project_id"], set()).add(row["org_id"])
    start = {row["project_id"]: row["start_date"] for row in files.projects}
    early = [who for project, who in members.items() if start[project] < CUT.isoformat()]
    times = Counter(each for who in early for each in who)
    found = []
    for project in sorted(project for project in members if start[project] >= CUT.isoformat()):
        known = sorted(members[project] & set(times))
        for asker in known if len(known) > 1 else []:
            met = {each for who in early if asker in who for each in who}
            pairs = [
                _recall_and_rank(set(times) - without, set(known) - without, worth, times)
                for without in ({asker}, met | {asker})
            ]
            found.append((pairs[0], pairs[1]))
    return found


def _recall_and_rank(
    candidates: set[str], relevant: set[str], worth: dict[str, int], times: Counter[str]
) -> Pair:
    if not relevant:
        return float("nan"), float("nan")
    in_order = sorted(candidates, key=lambda each: (-worth[each], -times[each], each))
    first = min(in_order.index(each) for each in relevant) + 1
    return len(relevant & set(in_order[:10])) / len(relevant), 1 / first


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

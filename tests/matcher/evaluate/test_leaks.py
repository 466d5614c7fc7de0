"""Nothing after the cut, and no column that tells of it, reaches any method.

Each leak is planted in a folder; the questions are those of the folder without it. Every method
must say the very same as before, and one that looks where it must not is caught by the same check.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from matcher.evaluate import ours, peers
from matcher.evaluate.history import History, history_of, parts
from matcher.evaluate.method import Method, Scorer
from matcher.evaluate.reading import read_folder
from matcher.evaluate.report import Asked, evaluate
from matcher.evaluate.split import Question, split
from matcher.landscape.arrays import FloatArray
from tests.matcher.evaluate.leaks import LEAKS, Peek
from tests.matcher.evaluate.makers import CUT, Files, make_files

METHODS: Mapping[str, Method] = {
    "samspil": ours.suggested(ours.learnt_recipe),
    "samspil_shipped": ours.suggested(ours.shipped_recipe),
    **{name: made for name, made in peers.peers(1).items() if name not in peers.lacking()},
}
# Leaks by which not even the questions change.
_SAME_QUESTIONS = [
    "order of the rows",
    "roles in later projects",
    "projects too large to count",
    *(name for name in LEAKS if name.endswith(("of organisations", "for participants"))),
    *(f"{name} of projects" for name in ("period", "period_end", "fund", "acronym", "end_date")),
]


@pytest.fixture(scope="module")
def files() -> Files:
    """A world without leaks."""
    return make_files(5)


@pytest.fixture(scope="module")
def clean(files: Files, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its folder."""
    return files.write(tmp_path_factory.mktemp("clean"))


@pytest.fixture(scope="module")
def planted(files: Files, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder with a leak."""
    made: dict[str, Path] = {}

    def folder(leak: str) -> Path:
        if leak not in made:
            made[leak] = LEAKS[leak].plant(files).write(tmp_path_factory.mktemp("planted"))
        return made[leak]

    return folder


def _said(method: Method, folder: Path, clean: Path) -> FloatArray:
    """What the method says, having learnt from `folder`, to the questions of the clean one."""
    before, _ = parts(_content(folder), CUT)
    return method(history_of(before, CUT))(split(_content(clean), CUT).questions)


_content = cache(read_folder)


def _moved(method: Callable[[Path], Method], clean: Path, planted: Path) -> bool:
    """Whether the leak reaches the method."""
    without, with_it = _said(method(clean), clean, clean), _said(method(planted), planted, clean)
    return not np.array_equal(without, with_it)


def _peeking(peek: Peek) -> Callable[[Path], Method]:
    """A method that adds what it should not know."""

    def at(folder: Path) -> Method:
        def learn(history: History) -> Scorer:
            seen = peek(folder)
            values = np.array([seen.get(each.id, 0.0) for each in history.organisations])

            def score(questions: Sequence[Question]) -> FloatArray:
                return np.tile(history.popularity + values, (len(questions), 1))

            return score

        return learn

    return at


@pytest.mark.parametrize("leak", LEAKS)
@pytest.mark.parametrize("method", METHODS)
def test_no_method_is_moved(
    method: str, leak: str, clean: Path, planted: Callable[[str], Path]
) -> None:
    assert not _moved(lambda _: METHODS[method], clean, planted(leak))


@pytest.mark.parametrize("leak", LEAKS)
def test_a_method_that_looks_there_is_caught(
    leak: str, clean: Path, planted: Callable[[str], Path]
) -> None:
    assert _moved(_peeking(LEAKS[leak].peek), clean, planted(leak))


@pytest.mark.parametrize("method", [name for name in METHODS if name != "random"])
def test_what_was_before_the_cut_does_move_them(
    method: str, files: Files, clean: Path, tmp_path: Path
) -> None:
    """The check is no empty one: it notices when earlier projects have fewer participants."""
    early = {row["project_id"] for row in files.projects if row["start_date"] < CUT.isoformat()}
    fewer = [
        row
        for row in files.collaborations
        if row["project_id"] not in early or row["role"] == "partner"
    ]
    changed = replace(files, collaborations=fewer).write(tmp_path)
    assert _moved(lambda _: METHODS[method], clean, changed)


@pytest.mark.parametrize("leak", _SAME_QUESTIONS)
def test_the_whole_answer_stays_the_same(
    leak: str, clean: Path, planted: Callable[[str], Path]
) -> None:
    assert _answer(planted(leak)) == _answer(clean)


def _answer(folder: Path) -> dict[str, Any]:
    """All numbers of an evaluation but the time it took."""
    answer: dict[str, Any] = evaluate(read_folder(folder), Asked(cut=CUT, queries=40))
    for method in answer["methods"].values():
        method["ms_per_query"] = None
    return answer["methods"]


@pytest.mark.parametrize("method", [name for name in METHODS if name != "random"])
def test_questions_tell_nothing_of_each_other(method: str, clean: Path) -> None:
    """They come in portions: who asks next would say who takes part in the same project."""
    assert _alone_or_together(METHODS[method], clean)


def test_a_method_that_listens_to_other_questions_is_caught(clean: Path) -> None:
    def learn(history: History) -> Scorer:
        def score(questions: Sequence[Question]) -> FloatArray:
            values = np.zeros((len(questions), len(history)))
            for row, question in enumerate(questions):
                same = [q.asker for q in questions if q.brief == question.brief]
                values[row, same] = 1.0
            return values

        return score

    assert not _alone_or_together(learn, clean)


def _alone_or_together(method: Method, folder: Path) -> bool:
    """Whether every question has the same answer alone as among all others."""
    made = split(read_folder(folder), CUT)
    scorer = method(made.history)
    alone = np.concatenate([scorer([question]) for question in made.questions])
    return np.allclose(alone, scorer(made.questions), rtol=1e-12, atol=1e-12)

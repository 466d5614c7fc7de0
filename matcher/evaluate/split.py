"""Before and after the cut: what methods are asked about, and what is true."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from matcher.errors import Refusal
from matcher.evaluate.folder import Folder, ProjectBrief
from matcher.evaluate.history import History, history_of, parts
from matcher.landscape.arrays import IntArray, closed
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """Who would fit? An organisation (its place in the history) asks it about a brief."""

    asker: int
    brief: ProjectBrief


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Truth:
    """What came of it, which no method sees.

    `relevant` took part in the project, too; `partners` had worked with the asker before the cut.
    Both are places in the history. `project` numbers the projects asked about.
    """

    project: int
    relevant: IntArray
    partners: IntArray


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Split:
    """A history with the questions that later projects put to it, and their truths."""

    history: History
    questions: tuple[Question, ...]
    truths: tuple[Truth, ...]

    @property
    def projects(self) -> int:
        """How many projects are asked about."""
        return len({truth.project for truth in self.truths})


def split(folder: Folder, cut: dt.date) -> Split:
    """All questions of a folder, by (project, organisation).

    Projects of more than forty are left out. Refusal (invalid) for a cut with nothing
    before it, or no question after it.
    """
    before, after = parts(folder, cut)
    if not before.participations:
        raise Refusal(
            "invalid",
            message("{folder} has no project before {cut}.", folder=folder.name, cut=cut),
            message("Choose a later cut."),
        )
    history = history_of(before, cut)
    questions, truths = _asked(history, after)
    if not questions:
        raise Refusal(
            "invalid",
            message(
                "In {folder}, no two organisations known before {cut} meet in a project after it.",
                folder=folder.name,
                cut=cut,
            ),
            message("Choose an earlier cut."),
        )
    return Split(history=history, questions=questions, truths=truths)


def drawn(whole: Split, most: int, seed: int) -> Split:
    """At most so many of the questions, drawn without replacement; they keep their order."""
    if len(whole.questions) <= most:
        return whole
    chosen = np.random.default_rng(seed).choice(len(whole.questions), most, replace=False)
    places = sorted(int(place) for place in chosen)
    return Split(
        history=whole.history,
        questions=tuple(whole.questions[place] for place in places),
        truths=tuple(whole.truths[place] for place in places),
    )


def _asked(history: History, after: Folder) -> tuple[tuple[Question, ...], tuple[Truth, ...]]:
    inside: dict[str, list[str]] = {}
    for each in after.participations:
        if each.organisation in history.index:
            inside.setdefault(each.project, []).append(each.organisation)
    together = (history.took_part @ history.took_part.T).tocsr()
    questions, truths = [], []
    for number, project in enumerate(after.projects):
        known = sorted(inside.get(project.id, []))
        for organisation in known if len(known) > 1 else []:
            asker = history.index[organisation]
            others = sorted(history.index[other] for other in known if other != organisation)
            met = together.indices[together.indptr[asker] : together.indptr[asker + 1]]
            questions.append(Question(asker=asker, brief=project.brief))
            truths.append(
                Truth(
                    project=number,
                    relevant=closed(np.array(others, np.int64)),
                    partners=closed(np.sort(met[met != asker]).astype(np.int64)),
                )
            )
    return tuple(questions), tuple(truths)

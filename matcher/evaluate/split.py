"""Before and after the cut: what methods may learn from, what they are asked, and what is true."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from matcher.errors import Refusal
from matcher.evaluate.folder import Folder, Organisation, Participation, Project, ProjectBrief
from matcher.landscape.arrays import FloatArray, IntArray, Sparse, closed, frozen, incidence
from matcher.wording.message import message

# A project of more is a register or a campaign: who is in it says nothing of who works together.
MOST_ORGANISATIONS = 40


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class History:
    """All that is known before the cut: the only thing that a method is given to learn from.

    `organisations` are the known ones, in the order in which equals are told apart: more earlier
    projects (`popularity`) first, then by id. A method means them by their place in it, and
    `projects` by theirs. `took_part` has 1 at (organisation, project).
    """

    cut: dt.date
    organisations: tuple[Organisation, ...]
    index: Mapping[str, int]
    projects: tuple[Project, ...]
    participations: tuple[Participation, ...]
    took_part: Sparse
    popularity: FloatArray

    def __len__(self) -> int:
        return len(self.organisations)


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

    Projects of more than MOST_ORGANISATIONS are left out. Refusal (invalid) for a cut with nothing
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


def parts(folder: Folder, cut: dt.date) -> tuple[Folder, Folder]:
    """The folder's projects before the cut and those on it or after, without the large ones."""
    sizes = Counter(each.project for each in folder.participations)
    kept = [project for project in folder.projects if sizes[project.id] <= MOST_ORGANISATIONS]
    return (
        _with(folder, [project for project in kept if project.start < cut]),
        _with(folder, [project for project in kept if project.start >= cut]),
    )


def _with(folder: Folder, projects: list[Project]) -> Folder:
    """The folder with these projects alone, and the organisations that took part in them."""
    ids = {project.id for project in projects}
    participations = tuple(each for each in folder.participations if each.project in ids)
    present = {each.organisation for each in participations}
    return Folder(
        name=folder.name,
        organisations=tuple(each for each in folder.organisations if each.id in present),
        projects=tuple(projects),
        participations=participations,
    )


def history_of(before: Folder, cut: dt.date) -> History:
    """What a folder of earlier projects comes to."""
    times = Counter(each.organisation for each in before.participations)
    known = sorted(before.organisations, key=lambda each: (-times[each.id], each.id))
    index = {organisation.id: place for place, organisation in enumerate(known)}
    project = {each.id: place for place, each in enumerate(before.projects)}
    took_part = incidence(
        [index[each.organisation] for each in before.participations],
        [project[each.project] for each in before.participations],
        (len(known), len(project)),
    )
    return History(
        cut=cut,
        organisations=tuple(known),
        index=MappingProxyType(index),
        projects=before.projects,
        participations=before.participations,
        took_part=frozen(took_part),
        popularity=closed(np.array([times[each.id] for each in known], np.float64)),
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

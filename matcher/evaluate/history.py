"""What is known before the cut: the only thing that a method is given to learn from."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from matcher.evaluate.folder import Folder, Organisation, Participation, Project
from matcher.landscape.arrays import FloatArray, Sparse, closed, frozen, incidence

# A project of more is a register or a campaign: who is in it says nothing of who works together.
MOST_ORGANISATIONS = 40


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class History:
    """All that is known before the cut.

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

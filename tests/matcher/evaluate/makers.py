"""Makers of folders to evaluate on: in memory, and as files."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from matcher.evaluate.folder import Folder, Organisation, Participation, Project, ProjectBrief
from matcher.evaluate.history import History, history_of, parts
from matcher.evaluate.split import Split, split

CUT = dt.date(2010, 1, 1)
Row = dict[str, str]


def make_project(key: str, start: str, **brief: Any) -> Project:
    """A project that began on a day."""
    return Project(id=key, start=dt.date.fromisoformat(start), brief=ProjectBrief(**brief))


def make_folder(
    projects: Mapping[Project, str] | Sequence[tuple[Project, str]],
    *,
    organisations: Iterable[Organisation] = (),
) -> Folder:
    """A folder's content from projects with their organisations, each a word: "a b c".

    Organisations are called like their ids unless they are given.
    """
    pairs = list(projects.items()) if isinstance(projects, Mapping) else list(projects)
    given = {each.id: each for each in organisations}
    ids = sorted({word for _, words in pairs for word in words.split()} | set(given))
    return Folder(
        name="made",
        organisations=tuple(given.get(key) or Organisation(id=key, name=key) for key in ids),
        projects=tuple(sorted((project for project, _ in pairs), key=lambda each: each.id)),
        participations=tuple(
            sorted(
                (
                    Participation(project=project.id, organisation=word)
                    for project, words in pairs
                    for word in words.split()
                ),
                key=lambda each: (each.project, each.organisation),
            )
        ),
    )


def make_split(*projects: tuple[Project, str], organisations: Iterable[Organisation] = ()) -> Split:
    """The split of such a folder at CUT."""
    return split(make_folder(projects, organisations=organisations), CUT)


def make_history(
    *members: str, briefs: Sequence[ProjectBrief] = (), organisations: Iterable[Organisation] = ()
) -> History:
    """A history of projects with these organisations, all before CUT."""
    projects = [
        (
            replace(make_project(f"p{number:03}", "2009-01-01"), brief=brief),
            words,
        )
        for number, (words, brief) in enumerate(
            zip(members, [*briefs, *[ProjectBrief()] * (len(members) - len(briefs))], strict=True)
        )
    ]
    before, _ = parts(make_folder(projects, organisations=organisations), CUT)
    return history_of(before, CUT)


@dataclass(frozen=True, kw_only=True)
class Files:
    """The rows of the three files, as lists of cells by heading."""

    orgs: list[Row] = field(default_factory=list)
    projects: list[Row] = field(default_factory=list)
    collaborations: list[Row] = field(default_factory=list)

    def write(self, folder: Path) -> Path:
        """The files, each with all headings that any of its rows has."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("orgs", "projects", "collaborations"):
            rows: list[Row] = getattr(self, name)
            headings = list(dict.fromkeys(heading for row in rows for heading in row))
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
                writer = csv.DictWriter(stream, headings, restval="")
                writer.writeheader()
                writer.writerows(rows)
        return folder


def read_rows(path: Path) -> list[Row]:
    """All rows of a file with all columns: what a method that cheats would see."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


_WORDS = (
    "havn", "klima", "motion", "musik", "energi", "natur", "turisme", "unge", "ældre", "by",
)  # fmt: skip
_TOPICS = ("Innovation", "Culture", "Health", "Education")
_REGIONS = ("Nord", "Syd", "Øst")


def make_files(seed: int, *, organisations: int = 24, projects: int = 60) -> Files:
    """A small world around CUT with every column that such folders have, forbidden ones too."""
    draw = np.random.default_rng(seed)

    def words(number: int) -> str:
        return " ".join(draw.choice(_WORDS, number))

    starts = [
        dt.date(2008, 1, 1) + dt.timedelta(days=int(day))
        for day in draw.integers(1460, size=projects)
    ]
    orgs = [
        {
            "org_id": f"o{number:03}",
            "name": f"{words(2).title()} {number}",
            "type": str(draw.choice(["business", "nonprofit", "public", "education", "unknown"])),
            "country": str(draw.choice(["Denmark", "Sweden"])),
            "nuts3": str(draw.choice(["DK011", "DK012", "SE224", ""])),
            "subtype": str(draw.choice(["company", "school"])),
            "cvr": str(draw.choice(["", "12345678"])),
            "postcode": str(draw.choice(["", "2100"])),
            "town": str(draw.choice(["", "Odense"])),
            "lat": "55.1",
            "lon": "12.1",
            "aliases": words(1),
        }
        for number in range(organisations)
    ]
    made = [
        {
            "project_id": f"p{number:03}",
            "period": "2007-2013",
            "period_start": "2007",
            "period_end": "2013",
            "fund": str(draw.choice(["ERDF", "ESF"])),
            "acronym": words(1),
            "title": words(3).title(),
            "start_date": start.isoformat(),
            "end_date": (start + dt.timedelta(days=700)).isoformat(),
            "topic": "; ".join(sorted(set(draw.choice(_TOPICS, 2)))),
            "region": str(draw.choice(_REGIONS)),
            "programme": str(draw.choice(["A", "B"])),
            "objective": words(4),
            "description_da": words(12),
        }
        for number, start in enumerate(starts)
    ]
    taking_part = [
        {
            "project_id": project["project_id"],
            "org_id": orgs[member]["org_id"],
            "role": "lead" if place == 0 else "partner",
            "start_date": project["start_date"],
            "topic": project["topic"],
        }
        for project in made
        for place, member in enumerate(
            draw.choice(organisations, int(draw.integers(2, 6)), replace=False)
        )
    ]
    return Files(orgs=orgs, projects=made, collaborations=taking_part)

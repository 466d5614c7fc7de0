"""Every place from which the future could leak into a method: how it is planted, and who peeks.

A leak changes a folder in a way that no honest method may notice; `peek` is what a method would
find that looks there all the same, one number an organisation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tests.matcher.evaluate.makers import CUT, Files, Row, read_rows

Peek = Callable[[Path], dict[str, float]]


@dataclass(frozen=True, kw_only=True)
class Leak:
    """What changes in the files, and how it would be seen."""

    plant: Callable[[Files], Files]
    peek: Peek


def _late(files: Files) -> set[str]:
    return {row["project_id"] for row in files.projects if row["start_date"] >= CUT.isoformat()}


def _late_at(folder: Path) -> list[Row]:
    rows = read_rows(folder / "projects.csv")
    return [row for row in rows if row["start_date"] >= CUT.isoformat()]


def _other_participants(files: Files) -> Files:
    """Whoever took part in a later project is replaced by the one after it in the list."""
    late, ids = _late(files), [row["org_id"] for row in files.orgs]
    after = dict(zip(ids, [*ids[1:], ids[0]], strict=True))
    return replace(
        files,
        collaborations=[
            row | {"org_id": after[row["org_id"]]} if row["project_id"] in late else row
            for row in files.collaborations
        ],
    )


def _later_times(folder: Path) -> dict[str, float]:
    late = {row["project_id"] for row in _late_at(folder)}
    rows = read_rows(folder / "collaborations.csv")
    return Counter(row["org_id"] for row in rows if row["project_id"] in late)


def _column(name: str, value: str) -> Callable[[Files], Files]:
    """Tells the future in a column of organisations: filled for those of later projects."""

    def plant(files: Files) -> Files:
        late = _late(files)
        inside = {row["org_id"] for row in files.collaborations if row["project_id"] in late}
        orgs = [row | {name: value if row["org_id"] in inside else ""} for row in files.orgs]
        return replace(files, orgs=orgs)

    return plant


def _cell(name: str) -> Peek:
    def peek(folder: Path) -> dict[str, float]:
        rows = read_rows(folder / "orgs.csv")
        return {row["org_id"]: float(sum(map(ord, row[name]))) for row in rows}

    return peek


def _of_projects(name: str, value: str) -> Callable[[Files], Files]:
    """Another value in a column of every project, earlier ones too."""

    def plant(files: Files) -> Files:
        return replace(files, projects=[row | {name: value} for row in files.projects])

    return plant


def _of_earlier_projects(name: str) -> Peek:
    def peek(folder: Path) -> dict[str, float]:
        told = {row["project_id"]: row[name] for row in read_rows(folder / "projects.csv")}
        found: Counter[str] = Counter()
        for row in read_rows(folder / "collaborations.csv"):
            found[row["org_id"]] += sum(map(ord, told[row["project_id"]]))
        return found

    return peek


def _of_later_projects(name: str) -> Callable[[Files], Files]:
    """Another text in every later project; the questions stay as they were."""

    def plant(files: Files) -> Files:
        late = _late(files)
        projects = [
            row | {name: "musik i havn"} if row["project_id"] in late else row
            for row in files.projects
        ]
        return replace(files, projects=projects)

    return plant


def _turned_around(files: Files) -> Files:
    return Files(
        orgs=files.orgs[::-1],
        projects=files.projects[::-1],
        collaborations=files.collaborations[::-1],
    )


def _row_number(folder: Path) -> dict[str, float]:
    rows = read_rows(folder / "orgs.csv")
    return {row["org_id"]: float(number) for number, row in enumerate(rows)}


def _newcomers(files: Files) -> Files:
    """Organisations that nobody knew before the cut, with a later project each."""
    new = [{"org_id": f"n{at}", "name": "Musik", "type": "public"} for at in range(5)]
    late = sorted(_late(files))
    joins = [{"project_id": late[at], "org_id": f"n{at}", "role": "lead"} for at in range(5)]
    return replace(files, orgs=[*files.orgs, *new], collaborations=[*files.collaborations, *joins])


def _with_newcomers(folder: Path) -> dict[str, float]:
    rows = read_rows(folder / "collaborations.csv")
    new = {row["project_id"] for row in rows if row["org_id"].startswith("n")}
    return Counter(row["org_id"] for row in rows if row["project_id"] in new)


def _contradicted(name: str, value: str) -> Callable[[Files], Files]:
    """The participants' file says otherwise than the projects' own."""

    def plant(files: Files) -> Files:
        rows = [row | {name: value} for row in files.collaborations]
        return replace(files, collaborations=rows)

    return plant


def _repeated(name: str) -> Peek:
    def peek(folder: Path) -> dict[str, float]:
        found: Counter[str] = Counter()
        for row in read_rows(folder / "collaborations.csv"):
            found[row["org_id"]] += sum(map(ord, row[name]))
        return found

    return peek


def _later_leads(files: Files) -> Files:
    late = _late(files)
    rows = [
        row | {"role": "partner" if row["role"] == "lead" else "lead"}
        if row["project_id"] in late
        else row
        for row in files.collaborations
    ]
    return replace(files, collaborations=rows)


def _led_later(folder: Path) -> dict[str, float]:
    late = {row["project_id"] for row in _late_at(folder)}
    rows = read_rows(folder / "collaborations.csv")
    return Counter(
        row["org_id"] for row in rows if row["project_id"] in late and row["role"] == "lead"
    )


def _more_later(files: Files) -> Files:
    """A project on the very day of the cut, of organisations that were known."""
    ids = [row["org_id"] for row in files.orgs[:4]]
    project = {"project_id": "on-the-day", "start_date": CUT.isoformat(), "title": "Musik"}
    joins = [{"project_id": "on-the-day", "org_id": key, "role": "partner"} for key in ids]
    return replace(
        files,
        projects=[*files.projects, project],
        collaborations=[*files.collaborations, *joins],
    )


def _crowd(files: Files) -> Files:
    """An earlier project of more than forty, which is no part of the world."""
    ids = [f"c{number}" for number in range(41)]
    old = [row["org_id"] for row in files.orgs[:3]]
    return replace(
        files,
        orgs=[*files.orgs, *({"org_id": key, "name": "Klima"} for key in ids)],
        projects=[*files.projects, {"project_id": "crowd", "start_date": "2009-01-01"}],
        collaborations=[
            *files.collaborations,
            *({"project_id": "crowd", "org_id": key, "role": "partner"} for key in [*ids, *old]),
        ],
    )


def _in_the_crowd(folder: Path) -> dict[str, float]:
    rows = read_rows(folder / "collaborations.csv")
    return Counter(row["org_id"] for row in rows if row["project_id"] == "crowd")


LEAKS = {
    "participants of later projects": Leak(plant=_other_participants, peek=_later_times),
    "a project on the day of the cut": Leak(plant=_more_later, peek=_later_times),
    "roles in later projects": Leak(plant=_later_leads, peek=_led_later),
    "organisations known only later": Leak(plant=_newcomers, peek=_with_newcomers),
    "projects too large to count": Leak(plant=_crowd, peek=_in_the_crowd),
    "order of the rows": Leak(plant=_turned_around, peek=_row_number),
    **{
        f"{name} of organisations": Leak(plant=_column(name, "2450"), peek=_cell(name))
        for name in ("cvr", "postcode", "town", "aliases", "subtype", "lat", "lon")
    },
    **{
        f"{name} of projects": Leak(
            plant=_of_projects(name, "2016"), peek=_of_earlier_projects(name)
        )
        for name in ("period", "period_end", "fund", "acronym", "end_date")
    },
    **{
        f"{name} of later projects": Leak(
            plant=_of_later_projects(name), peek=_of_earlier_projects(name)
        )
        for name in ("title", "objective", "description_da", "topic", "region", "programme")
    },
    **{
        f"{name} repeated for participants": Leak(
            plant=_contradicted(name, value), peek=_repeated(name)
        )
        for name, value in (("start_date", "2001-01-01"), ("topic", "Innovation"))
    },
}
"""By what leaks."""

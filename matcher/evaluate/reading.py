"""From files to a folder's content."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from matcher.evaluate.folder import Folder, Organisation, Participation, Project, ProjectBrief
from matcher.evaluate.tables import ORGANISATIONS, PARTICIPATIONS, PROJECTS, Row, read_rows
from matcher.exchange.dates import first_day
from matcher.exchange.fault import Fault

Record = TypeVar("Record", Organisation, Project)


def read_folder(path: Path) -> Folder:
    """The content of `orgs.csv`, `projects.csv` and `collaborations.csv`.

    Columns that an evaluation may not use are not read. Refusal, with what to change, where the
    folder, a file or a required column is missing.
    """
    tables = [read_rows(path, columns) for columns in (ORGANISATIONS, PROJECTS, PARTICIPATIONS)]
    organisations = _one_each(_organisation(row) for row in tables[0])
    projects = _one_each(made for row in tables[1] if (made := _project(row)) is not None)
    participations = {
        (row["project_id"], row["org_id"]): Participation(
            project=row["project_id"], organisation=row["org_id"], role=row.get("role", "")
        )
        for row in reversed(tables[2])  # of equals the first one stays
        if row["project_id"] in projects and row["org_id"] in organisations
    }
    kept = len(organisations) + len(projects) + len(participations)
    return Folder(
        name=path.resolve().name,
        organisations=tuple(organisations.values()),
        projects=tuple(projects.values()),
        participations=tuple(participations[pair] for pair in sorted(participations)),
        rows_left_out=sum(len(table) for table in tables) - kept,
    )


def _one_each(made: Iterable[Record]) -> dict[str, Record]:
    """By id, in the order of ids; of several rows with one id the first in order of content."""
    found: dict[str, Record] = {}
    for each in made:
        if each.id:
            found.setdefault(each.id, each)
    return found


def _organisation(row: Row) -> Organisation:
    return Organisation(
        id=row["org_id"],
        name=row["name"],
        type=row.get("type", "").lower(),
        country=row.get("country", ""),
        nuts3=row.get("nuts3", "").upper(),
    )


def _project(row: Row) -> Project | None:
    """A project; None without a date, for it stands neither before a cut nor after it."""
    start = _day(row.get("start_date", "")) or _day(row.get("period_start", "")[:4])
    if start is None:
        return None
    return Project(id=row["project_id"], start=start, brief=_brief(row))


def _brief(row: Row) -> ProjectBrief:
    described = [row[heading] for heading in sorted(row) if heading.startswith("description_")]
    topics = "; ".join((row.get("topic", ""), row.get("topics", "")))
    return ProjectBrief(
        topics=tuple(sorted({topic.strip() for topic in topics.split("; ") if topic.strip()})),
        region=row.get("region", ""),
        programme=row.get("programme", ""),
        title=row.get("title", ""),
        objective=row.get("objective", ""),
        description="\n".join(text for text in described if text),
    )


def _day(text: str) -> dt.date | None:
    try:
        return first_day(text)
    except Fault:
        return None

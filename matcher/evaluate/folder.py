"""What an evaluation may know: organisations, projects and who took part, as a folder has them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Organisation:
    """An organisation; what is not known is empty. `type` and `nuts3` are as the file has them."""

    id: str
    name: str
    type: str = ""
    country: str = ""
    nuts3: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProjectBrief:
    """What a project set out to do, as it could be said before it began; all may be empty."""

    topics: tuple[str, ...] = ()
    region: str = ""
    programme: str = ""
    title: str = ""
    objective: str = ""
    description: str = ""

    @property
    def text(self) -> str:
        """All that is written about it."""
        return "\n".join(part for part in (self.title, self.objective, self.description) if part)


@dataclass(frozen=True, kw_only=True, slots=True)
class Project:
    """A project with the day it began."""

    id: str
    start: dt.date
    brief: ProjectBrief


@dataclass(frozen=True, kw_only=True, slots=True)
class Participation:
    """That an organisation took part in a project (both ids), and as what."""

    project: str
    organisation: str
    role: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Folder:
    """A folder's content in the order of its ids, whatever order the files have.

    Rows that name a project or an organisation which no file has, repeat an id, or have no date
    are not among them; `rows_left_out` is how many there were.
    """

    name: str
    organisations: tuple[Organisation, ...]
    projects: tuple[Project, ...]
    participations: tuple[Participation, ...]
    rows_left_out: int = 0

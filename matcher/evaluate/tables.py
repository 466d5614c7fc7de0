"""The three files of a folder, as far as an evaluation may look at them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from matcher.errors import Refusal
from matcher.exchange.csv_file import read_csv
from matcher.exchange.sheet import Cell, shown
from matcher.exchange.source import Source
from matcher.wording.message import listed, message


@dataclass(frozen=True, kw_only=True, slots=True)
class Columns:
    """A file and its columns: those it must have, one of those in `either`, and what else is read.

    `family` is how the headings of a group of columns begin. No other column is read at all: what
    nobody has read cannot tell the future.
    """

    file: str
    required: tuple[str, ...]
    either: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    family: str | None = None

    def allows(self, heading: str) -> bool:
        """Whether a column may be looked at."""
        if self.family is not None and heading.startswith(self.family):
            return True
        return heading in (*self.required, *self.either, *self.used)


ORGANISATIONS = Columns(
    file="orgs.csv", required=("org_id", "name"), used=("type", "country", "nuts3")
)
PROJECTS = Columns(
    file="projects.csv",
    required=("project_id",),
    either=("start_date", "period_start"),
    used=("topic", "topics", "region", "programme", "title", "objective"),
    family="description_",
)
PARTICIPATIONS = Columns(
    file="collaborations.csv", required=("project_id", "org_id"), used=("role",)
)

Row = dict[str, str]


def read_rows(folder: Path, columns: Columns) -> list[Row]:
    """The rows of one file, sorted by their content; cells by heading, without spaces around them.

    Refusal (not_found) for a folder or file that is not there, (invalid) for a missing column,
    (unreadable) for what is no table.
    """
    sheet = read_csv(_source(folder, columns), _counts(columns))
    headings = [heading.strip().lower() for heading in sheet.headings]
    _require(columns, headings)
    read = sorted((h, place) for place, h in enumerate(headings) if columns.allows(h))
    rows = [{heading: _cell(cells, place) for heading, place in read} for _, cells in sheet.rows]
    return sorted(rows, key=lambda row: [row[name] for name in (*columns.required, *sorted(row))])


def _source(folder: Path, columns: Columns) -> Source:
    if not folder.is_dir():
        raise Refusal(
            "not_found",
            message("There is no folder {folder}.", folder=str(folder)),
            message("Name a folder with orgs.csv, projects.csv and collaborations.csv."),
        )
    path = folder / columns.file
    if not path.is_file():
        raise Refusal(
            "not_found",
            message("There is no {file} in {folder}.", file=columns.file, folder=str(folder)),
            message("The folder must have orgs.csv, projects.csv and collaborations.csv."),
        )
    return Source(name=columns.file, data=path)


def _counts(columns: Columns) -> Callable[[Sequence[str]], int]:
    def known(headings: Sequence[str]) -> int:
        return sum(columns.allows(heading.strip().lower()) for heading in headings)

    return known


def _require(columns: Columns, headings: Sequence[str]) -> None:
    missing = [name for name in columns.required if name not in headings]
    if columns.either and not set(columns.either) & set(headings):
        missing.append(" / ".join(columns.either))
    if missing:
        raise Refusal(
            "invalid",
            message(
                "{file} has no column {names}.", file=columns.file, names=listed(tuple(missing))
            ),
            message("Add the column, or rename the one that holds it."),
        )


def _cell(cells: Sequence[Cell], place: int) -> str:
    return shown(cells[place]).strip() if place < len(cells) else ""

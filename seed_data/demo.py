"""The demo network: a fictional local area whose dates follow the day it is loaded."""

import csv
import io
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

Row = dict[str, str]

# The tables in the order in which they refer to one another, with their columns of dates.
DATES = MappingProxyType(
    {
        "organisations": (),
        "capacities": ("until",),
        "collaborations": ("start", "end", "funding_end"),
        "participants": ("from", "to"),
        "ties": ("date", "end"),
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """What is told about the demo network beside its tables; organisations by their ids.

    `written_on` is the day that the files' dates are seen from; `suggest_for` whose suggestions
    are worth showing first; `giant` the large one that fits everybody; `brokers` those who hold
    otherwise separate groups together; `newcomers` those who do not work with anyone yet.
    """

    written_on: date
    suggest_for: str
    giant: str
    brokers: tuple[str, ...]
    newcomers: tuple[str, ...]


def story() -> Story:
    """The demo network's own account of itself, from `demo.toml`.

    >>> story().suggest_for
    'kvaedehaven'
    """
    told = tomllib.loads(_folder().joinpath("demo.toml").read_text(encoding="utf-8"))
    cast = told["cast"]
    return Story(
        written_on=told["written_on"],
        suggest_for=told["suggest_for"],
        giant=cast["giant"],
        brokers=tuple(cast["brokers"]),
        newcomers=tuple(cast["newcomers"]),
    )


def shifted(today: date) -> dict[str, list[Row]]:
    """The tables by name, with every date as far from `today` as it was from `written_on`.

    Columns and spellings are those of the canonical CSV; an empty cell stays empty. The distance
    is counted in whole days, so periods keep their length to the day and 29 February needs no
    rule of its own. Raises OverflowError where a date would leave the calendar.
    """
    days = today - story().written_on
    return {name: shift(_read(name), columns, days) for name, columns in DATES.items()}


def shift(rows: Iterable[Mapping[str, str]], columns: Iterable[str], days: timedelta) -> list[Row]:
    """Copies of the rows with the ISO dates in these columns moved by `days`.

    >>> shift([{"id": "a", "end": "2024-02-29"}], ["end"], timedelta(days=366))
    [{'id': 'a', 'end': '2025-03-01'}]
    """
    moving = tuple(columns)
    return [
        {**row, **{column: _moved(row[column], days) for column in moving if row[column]}}
        for row in rows
    ]


def write_shifted(folder: Path, today: date) -> tuple[Path, ...]:
    """Write the shifted tables as CSV files into a folder, as the ordinary importer reads them.

    The folder is made if need be; files of the same names are replaced. Returns the files in the
    order in which they refer to one another.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_write(folder / f"{name}.csv", rows) for name, rows in shifted(today).items())


def _moved(written: str, days: timedelta) -> str:
    return (date.fromisoformat(written) + days).isoformat()


def _folder() -> Traversable:
    # By this package's own name: the folder of the same name as this module holds only data.
    return files("seed_data").joinpath("demo")


def _read(name: str) -> list[Row]:
    text = _folder().joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def _write(path: Path, rows: list[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path

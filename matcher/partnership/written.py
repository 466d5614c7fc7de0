"""A written agreement in one language, ready to be read: on a page, for Word, as PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """A table: the headings of its columns, and its rows, as long each."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenSection:
    """A section under its heading: what is set as (label, text), then paragraphs, then tables.

    `id` is the section's in the data file; `empty` says that nothing has been written yet: a
    document then says so instead.
    """

    id: str
    heading: str
    facts: tuple[tuple[str, str], ...] = ()
    paragraphs: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    empty: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Signature:
    """A party, and who accepted in its name on which day; both None where nobody has yet."""

    party: str
    person: str | None
    day: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """An agreement. `number` is that of the version, None for a draft; `day` is its own."""

    title: str
    number: int | None
    day: date
    language: str
    sections: tuple[WrittenSection, ...]
    signatures: tuple[Signature, ...]

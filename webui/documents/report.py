"""A report for a meeting as data: chosen maps with what they show in words, and tables.

It is written as PDF (`report_pdf`) or for Word (`report_docx`); both say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.wording.message import Message, Value, message
from webui.maps.sheet import Sheet


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column of a table: its heading, and whether it holds numbers."""

    heading: Value
    number: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table with a title and what there is to say about it; rows have a cell a column."""

    title: Value
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value | None, ...], ...]
    about: tuple[Value, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A map of the report: its picture, the note kept with it, sentences, and its tables.

    The note begins with what of the saved view could not be shown any more.
    """

    sheet: Sheet
    note: str = ""
    text: tuple[Value, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """All that a report says; `tables` are those of the whole network, after the maps."""

    title: str
    audience: str = ""
    introduction: str = ""
    parts: tuple[Part, ...] = ()
    tables: tuple[Table, ...] = ()
    as_of: date
    language: str = "da"

    @property
    def about(self) -> Message:
        """The line under the title: of which day, and for whom."""
        if self.audience:
            return message(
                "For {audience}. As known on {day}.", audience=self.audience, day=self.as_of
            )
        return message("As known on {day}.", day=self.as_of)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The introduction in paragraphs, as it was written with lines between."""
        blocks = self.introduction.replace("\r\n", "\n").split("\n\n")
        return tuple(" ".join(block.split()) for block in blocks if block.strip())


SOURCE = message(
    "Made with Samspil. Organisations that are hidden, contact persons and internal notes are not "
    "in it."
)
NOTHING = message("There is nothing to list.")
"""What stands in the place of a table without rows."""

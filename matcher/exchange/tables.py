"""The five tables that Samspil reads and writes, and what each of their columns holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal[
    "text",
    "key",
    "reference",
    "word",
    "words",
    "names",
    "sector",
    "agreement",
    "side",
    "yes_no",
    "cvr",
    "p_number",
    "email",
    "amount",
    "latitude",
    "longitude",
    "share",
    "first_day",
    "last_day",
]
TableName = Literal["organisations", "capacities", "collaborations", "participants", "ties"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its canonical heading and the shape of its cells.

    `key` is an id, `reference` names another record, `word` and `words` belong to a vocabulary,
    `names` are several that belong to none. `extra` columns are those that Samspil adds to the
    canonical ones in its own export. `longest` is how many characters a text may have, None for any
    number.
    """

    name: str
    shape: Shape = "text"
    extra: bool = False
    longest: int | None = None


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table: its columns in canonical order and those a file must have.

    Of `required` each group asks for at least one of its columns.
    """

    name: TableName
    columns: tuple[Column, ...]
    required: tuple[tuple[str, ...], ...]

    def column(self, name: str) -> Column:
        """The column of that name; KeyError if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical headings, in order."""
        return tuple(column.name for column in self.columns)


# As in the forms. PostgreSQL fails over texts of a few thousand bytes where it looks records up.
_SHORT = 300

_ORGANISATIONS = TableShape(
    "organisations",
    (
        Column("id", "key", longest=_SHORT),
        Column("name", longest=_SHORT),
        Column("sector", "sector"),
        Column("kind", "word"),
        Column("parent", "reference"),
        Column("cvr", "cvr"),
        Column("p_number", "p_number"),
        Column("advertising_protected", "yes_no"),
        Column("description"),
        Column("website"),
        Column("email", "email"),
        Column("phone"),
        Column("contact_person"),
        Column("may_pass_on", "yes_no"),
        Column("address"),
        Column("postcode", longest=_SHORT),
        Column("town"),
        Column("municipality", longest=_SHORT),
        Column("district", longest=_SHORT),
        Column("lat", "latitude"),
        Column("lon", "longitude"),
        Column("themes", "words"),
        Column("target_groups", "words"),
        Column("offers", "words"),
        Column("needs", "words"),
        Column("open_to_partners", "yes_no"),
        Column("source", longest=_SHORT),
        Column("source_id", "key", extra=True, longest=_SHORT),
        Column("hidden", "yes_no", extra=True),
        Column("notes", extra=True),
    ),
    (("name",),),
)
_CAPACITIES = TableShape(
    "capacities",
    (
        Column("organisation", "reference"),
        Column("offers_or_needs", "side"),
        Column("term", "word"),
        Column("note"),
        Column("amount", "amount"),
        Column("unit"),
        Column("when"),
        Column("until", "last_day"),
    ),
    (("organisation",), ("offers_or_needs",), ("term",)),
)
_COLLABORATIONS = TableShape(
    "collaborations",
    (
        Column("id", "key", longest=_SHORT),
        Column("title", longest=_SHORT),
        Column("start", "first_day"),
        Column("end", "last_day"),
        Column("themes", "words"),
        Column("target_groups", "words"),
        Column("purpose"),
        Column("funding_source"),
        Column("funding_amount", "amount"),
        Column("funding_end", "last_day"),
        Column("agreement", "agreement"),
        Column("source", longest=_SHORT),
        Column("source_id", "key", extra=True, longest=_SHORT),
        Column("area", "names", extra=True),
    ),
    (("title", "id"),),
)
_PARTICIPANTS = TableShape(
    "participants",
    (
        Column("collaboration", "reference"),
        Column("organisation", "reference"),
        Column("role"),
        Column("from", "first_day"),
        Column("to", "last_day"),
    ),
    (("collaboration",), ("organisation",)),
)
_TIES = TableShape(
    "ties",
    (
        Column("from", "reference"),
        Column("to", "reference"),
        Column("kind"),
        Column("source"),
        Column("reporter"),
        Column("date", "first_day"),
        Column("end", "last_day"),
        Column("confidence", "share"),
    ),
    (("from",), ("to",)),
)

# In the order in which a heading row that fits several is taken: the most telling first.
TABLES: dict[TableName, TableShape] = {
    table.name: table
    for table in (_CAPACITIES, _PARTICIPANTS, _TIES, _ORGANISATIONS, _COLLABORATIONS)
}

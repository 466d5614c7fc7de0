"""The organisations that are there, by what they are told apart by, and the rows that ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from matcher.exchange.rows import OrganisationIn
from matcher.services.importing.desk import Desk, Document
from matcher.services.importing.folded import folded

Identity = tuple[str, str]
"""A source and what it calls a record."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row with Samspil's own id and its list's, where it carries them."""

    row: OrganisationIn
    own_id: str | None
    identity: Identity | None

    @property
    def number(self) -> int:
        """The row's number in its file."""
        return self.row.row

    @property
    def nameless(self) -> bool:
        """Whether nothing but what it says of itself tells which organisation it is."""
        return self.own_id is None and self.identity is None

    @property
    def described(self) -> tuple[str, ...]:
        """What a row without an id is known by: its P-number, or its name and place."""
        if self.row.p_number:
            return ("p_number", self.row.p_number)
        place = self.row.postcode or self.row.municipality or ""
        return ("name", folded(self.row.name), folded(place))


class Known:
    """The organisations so far: by number, by name, by name and place."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._by: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._units: set[str] = set()
        for record_id, document in desk.items():
            if document["parent"]:
                self._units |= {record_id, document["parent"]}
            for key in _keys(document):
                self._by[key].append(record_id)

    def having(self, *key: str) -> list[str]:
        """The organisations with this number, name, or name and place."""
        return self._by.get(key, [])

    def has_units(self, record_id: str) -> bool:
        """Whether it is a unit of another organisation or has units itself."""
        return record_id in self._units

    def name(self, record_id: str) -> str:
        """Its folded name."""
        return folded(self.desk[record_id]["name"])

    def has_place(self, record_id: str) -> bool:
        """Whether it is known where it is."""
        document = self.desk[record_id]
        return bool(document["postcode"] or document["municipality"])


def _keys(document: Document) -> Iterable[tuple[str, ...]]:
    name = folded(document["name"])
    yield ("name", name)
    for field in ("cvr", "p_number"):
        if document[field]:
            yield (field, document[field])
    for field in ("postcode", "municipality"):
        if document[field]:
            yield (field, name, folded(document[field]))

"""What an import works on: the files that were read, and the records as they are and will be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from matcher.exchange.read import Reading
from matcher.exchange.rows import Table
from matcher.exchange.tables import TableName
from matcher.services.importing.desk import Desk
from matcher.services.importing.known import Identity
from matcher.services.importing.origins import RECORD, Origins, name_origins
from matcher.services.importing.rejections import Rejections
from matcher.services.importing.resemblance import facts_of_document
from matcher.services.importing.tally import Tally
from matcher.services.importing.vocabulary import Vocabulary
from matcher.store import documents, importing
from matcher.store.documents import collaborations, organisations
from matcher.store.unit_of_work import UnitOfWork

_EMPTY: Mapping[str, Mapping[str, Any]] = {
    "organisation": organisations.EMPTY,
    "collaboration": collaborations.EMPTY,
    "tie": dict.fromkeys(("a", "b", "kind", "source", "reporter", "date", "end", "confidence")),
}


@dataclass(kw_only=True)
class Call:
    """One import. Steps fill `desks` and `new_identities`; nothing is written before the end."""

    tables: tuple[Table, ...]
    origins: Origins
    vocabulary: Vocabulary
    desks: Mapping[str, Desk]
    identities: Mapping[str, dict[Identity, str]]
    rejections: Rejections
    tally: Tally = field(default_factory=Tally)
    new_identities: dict[str, dict[Identity, str]] = field(
        default_factory=lambda: {"organisation": {}, "collaboration": {}}
    )

    def of(self, name: TableName) -> Iterator[tuple[int, Table]]:
        """The tables of that name, with their number in the call."""
        return ((at, table) for at, table in enumerate(self.tables) if table.layout.table == name)

    def rows(self, name: TableName) -> Iterator[tuple[int, Table, Any]]:
        """The rows of all tables of that name that are not rejected."""
        for at, table in self.of(name):
            for row in table.rows:
                if not self.rejections.has(at, row.row):
                    yield at, table, row

    def remember(self, record: str, identity: Identity | None, record_id: str) -> None:
        """Keep what a source calls a record; what it called so before stays."""
        if identity is not None and identity not in self.identities[record]:
            self.new_identities[record].setdefault(identity, record_id)


def open_call(work: UnitOfWork, reading: Reading) -> Call:
    """Read the records that the files will be compared with."""
    desks = {
        record: Desk(documents.read(work.session, record), empty)
        for record, empty in _EMPTY.items()
    }
    identities = {record: importing.identities(work.session, record) for record in RECORD.values()}
    known = {
        (record, *identity): facts_of_document(desks[record][record_id])
        for record, those in identities.items()
        for identity, record_id in those.items()
    }
    ours: Mapping[str, Collection[str]] = {
        record: desks[record].before.keys() for record in RECORD.values()
    }
    vocabulary = Vocabulary(importing.term_words(work.session))
    vocabulary.learn(reading.tables, reading.labels)
    return Call(
        tables=reading.tables,
        origins=name_origins(reading.tables, known, ours),
        vocabulary=vocabulary,
        desks=desks,
        identities=identities,
        rejections=Rejections(reading.rejected),
    )

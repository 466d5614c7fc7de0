"""What the lists of a call are called, so that two lists that number from 1 do not collide.

A list is called by its folder, or by its file's name. When the ids that are known under that name
mostly mean others, it is another list of the same name: it becomes "name (2)". When the ids are
known under another name and mean the same, it is that list, handed over in another way.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matcher.exchange.rows import Table
from matcher.services.importing.new_ids import looks_ours
from matcher.services.importing.resemblance import (
    Facts,
    facts_of_row,
    names_alike,
    same,
)

RECORD = {"organisations": "organisation", "collaborations": "collaboration"}
_Item = tuple[str, str, Facts]  # kind of record, id in the list, who is meant


@dataclass(frozen=True, kw_only=True)
class Origins:
    """For each table of the call its group (folder or file) and what its list is called.

    `named` are explicit sources of our own exports that mean another list here.
    """

    groups: tuple[int, ...]
    sources: tuple[str, ...]
    named: Mapping[tuple[int, str], str]

    def of_group(self, at: int) -> tuple[str, ...]:
        """The names of all lists in the group of a table, its own first."""
        own = self.sources[at]
        others = {s for s, g in zip(self.sources, self.groups, strict=True) if g == self.groups[at]}
        return (own, *sorted(others - {own}))


class _Names:
    """Which ids are known under which name, and whom they mean."""

    def __init__(self, known: Mapping[tuple[str, str, str], Facts]) -> None:
        self._known = dict(known)
        self._sources: dict[tuple[str, str], set[str]] = defaultdict(set)
        for record, source, source_id in known:
            self._sources[record, source_id].add(source)

    def take(self, source: str, items: Sequence[_Item]) -> None:
        """These ids are known under the name from now on."""
        for record, source_id, facts in items:
            self._known.setdefault((record, source, source_id), facts)
            self._sources[record, source_id].add(source)

    def choose(self, base: str, items: Sequence[_Item]) -> str:
        """The name under which most of these ids mean the same; else a name that is free.

        Under another name than the list's own, only names that are alike count as the same.
        """
        met: Counter[str] = Counter()
        agreed: Counter[str] = Counter()
        named: Counter[str] = Counter()
        for record, source_id, facts in items:
            for source in self._sources.get((record, source_id), ()):
                known = self._known[record, source, source_id]
                met[source] += 1
                agreed[source] += same(facts, known)
                named[source] += names_alike(facts.name, known.name)
        family = _family(base, len(met) + 1)
        for name in family:
            if agreed[name] and agreed[name] * 2 >= met[name]:
                return name
        others = [name for name in named if named[name] and named[name] * 2 >= met[name]]
        if others:
            return min(others, key=lambda name: (-named[name], name))
        return next(name for name in family if not met[name])


def _family(base: str, size: int) -> list[str]:
    return [base, *(f"{base} ({number})" for number in range(2, size + 2))]


def name_origins(
    tables: Sequence[Table],
    known: Mapping[tuple[str, str, str], Facts],
    ours: Mapping[str, Collection[str]],
) -> Origins:
    """What every table's list is called.

    `known` are (kind of record, source, id there) with whom each means; `ours` the ids of our own
    records by kind.
    """
    names = _Names(known)
    bases = _bases(tables)
    sources = [""] * len(tables)
    named: dict[tuple[int, str], str] = {}
    for base, group in dict.fromkeys(
        (base, t.group) for base, t in zip(bases, tables, strict=True)
    ):
        members = [
            at for at, table in enumerate(tables) if (bases[at], table.group) == (base, group)
        ]
        items = [item for at in members for item in _items(tables[at])]
        chosen = names.choose(base, items)
        names.take(chosen, items)
        for at in members:
            sources[at] = chosen
    for group in dict.fromkeys(table.group for table in tables):
        own = [table for table in tables if table.own and table.group == group]
        for source, found in sorted(_named_items(own, ours).items()):
            chosen = names.choose(source, found)
            names.take(chosen, found)
            named[group, source] = chosen
    return Origins(
        groups=tuple(table.group for table in tables), sources=tuple(sources), named=named
    )


def _bases(tables: Sequence[Table]) -> list[str]:
    """The name to begin with: the group's, and the table's beside it where several would share."""
    several = Counter((table.group, table.layout.table) for table in tables if _numbered(table))
    return [
        f"{table.group_name}/{Path(table.label).stem}"
        if _numbered(table) and several[table.group, table.layout.table] > 1
        else table.group_name
        for table in tables
    ]


def _numbered(table: Table) -> bool:
    return table.layout.table in RECORD and "id" in table.layout.columns and not table.own


def _items(table: Table) -> Iterator[_Item]:
    """The ids that a table gives without saying from where."""
    if not _numbered(table):
        return
    for row in table.rows:
        if row.id is not None and row.source is None:
            yield RECORD[table.layout.table], row.id, facts_of_row(row)


def _named_items(
    tables: Sequence[Table], ours: Mapping[str, Collection[str]]
) -> dict[str, list[_Item]]:
    """The ids that our own exports give, by source, of records that are not here already."""
    found: dict[str, list[_Item]] = defaultdict(list)
    for table in tables:
        record = RECORD[table.layout.table]
        for row in table.rows:
            if row.source and row.source_id and row.id not in ours[record]:
                found[row.source].append((record, row.source_id, facts_of_row(row)))
    return found


def identity_of(
    origins: Origins, at: int, table: Table, row: Any, ours: Collection[str]
) -> tuple[str | None, tuple[str, str] | None]:
    """Samspil's own id that a row carries, and what its list calls it; either may be None.

    A row that somebody added to our own export by hand has an id of theirs.
    """
    if not table.own:
        source = row.source or origins.sources[at]
        return None, None if row.id is None else (source, row.id)
    if row.source and row.source_id:
        source = origins.named.get((table.group, row.source), row.source)
        return row.id, (source, row.source_id)
    if row.id is None or row.id in ours or looks_ours(row.id):
        return row.id, None
    return None, (row.source or origins.sources[at], row.id)

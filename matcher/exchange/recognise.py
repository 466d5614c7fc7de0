"""Which table a heading row stands for, and which of our columns each heading is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.exchange.mapping import HeadingMap, shipped_mappings
from matcher.exchange.sheet import Cell, shown
from matcher.exchange.tables import TABLES, TableName, TableShape
from matcher.exchange.words import headings as known_headings
from matcher.exchange.words import key, words


@dataclass(frozen=True, kw_only=True)
class Layout:
    """How a table lies in a file.

    `columns` gives for each of our columns the positions it is read from, the preferred first.
    `unused` are the headings, as written, that nothing is read from.
    """

    table: TableName
    headings: tuple[str, ...]
    columns: dict[str, tuple[int, ...]]
    unused: tuple[str, ...]
    mapping: HeadingMap

    def heading(self, column: str) -> str | None:
        """The heading as written that a column of ours is read from; None if there is none."""
        positions = self.columns.get(column)
        return self.headings[positions[0]] if positions else None

    @property
    def missing(self) -> tuple[str, ...]:
        """Columns that the table must have and this heading row lacks."""
        return tuple(
            group[0]
            for group in TABLES[self.table].required
            if not any(column in self.columns for column in group)
        )


def recognise(headings: Sequence[str], mapping: HeadingMap | None) -> Layout | None:
    """The table that most headings are known for; one that it must have and lacks counts against.

    Of equals the one with more known headings is taken, though it lacks something: `id, postcode`
    are organisations without a name rather than collaborations without a word about them.

    None when no heading is known. Without a mapping a shipped one is taken whose headings are
    there.
    """
    chosen = _shipped(headings) if mapping is None else mapping
    layouts = [_layout(headings, table, chosen) for table in TABLES.values()]
    known = [layout for layout in layouts if layout.columns]
    # Of equals `max` takes the first: the order of TABLES.
    return max(known, key=_fit, default=None)


def _fit(layout: Layout) -> tuple[int, int]:
    return len(layout.columns) - len(layout.missing), len(layout.columns)


def known_count(headings: Sequence[str], mapping: HeadingMap | None) -> int:
    """How many of our columns the headings stand for; 0 when they are of no table."""
    layout = recognise(headings, mapping)
    return 0 if layout is None else len(layout.columns)


def fitting(layout: Layout, sample: Sequence[tuple[Cell, ...]]) -> Layout:
    """The layout, or one without its shipped mapping if the sectors in the sample are not its own.

    `org_id, name, type` is a heading row that others write too, with other words below it.
    """
    said = layout.mapping.values.get("sector")
    positions = layout.columns.get("sector")
    if layout.mapping not in shipped_mappings() or not said or not positions:
        return layout
    written = [key(shown(row[positions[0]])) for row in sample if positions[0] < len(row)]
    filled = [word for word in written if word]
    known = sum(word in said or word in words("sector") for word in filled)
    if 2 * known >= len(filled):
        return layout
    return recognise(layout.headings, HeadingMap()) or layout


def _shipped(headings: Sequence[str]) -> HeadingMap:
    """The shipped mapping that asks for most of these headings; an empty one if none fits."""
    there = {key(heading) for heading in headings}
    best, most = HeadingMap(), 0
    for mapping in shipped_mappings():
        for asked in mapping.recognise.values():
            if asked and asked <= there and len(asked) > most:
                best, most = mapping, len(asked)
    return best


def _layout(headings: Sequence[str], table: TableShape, mapping: HeadingMap) -> Layout:
    mapped = mapping.columns.get(table.name, {})
    known = known_headings()[table.name]
    ranked: dict[str, list[tuple[int, int]]] = {}
    unused = []
    order = {heading: rank for rank, heading in enumerate(mapped, start=1)}
    for position, heading in enumerate(headings):
        folded = key(heading)
        column = mapped[folded] if folded in mapped else known.get(folded)
        if column is None:
            if folded:
                unused.append(heading)
            continue
        # First what the mapping says, in its order; then the canonical heading; then synonyms.
        rank = order.get(folded, len(order) + (1 if folded == key(column) else 2))
        ranked.setdefault(column, []).append((rank, position))
    return Layout(
        table=table.name,
        headings=tuple(headings),
        columns={column: tuple(at for _, at in sorted(found)) for column, found in ranked.items()},
        unused=tuple(unused),
        mapping=mapping,
    )

"""What some organisations are called now, and what they write of themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from matcher.landscape.arrays import IntArray, Sparse, closed
from matcher.landscape.columns import OrganisationColumns
from matcher.landscape.model import Landscape
from matcher.landscape.names import Names, names_of
from matcher.landscape.replacing import put, some_rows, with_columns, with_rows, with_texts
from matcher.landscape.rows import SECTORS
from matcher.landscape.sorts import Sorts, sorts_of
from matcher.landscape.texts import Space, Texts, profiles_of
from matcher.text import danish_key


def name_fields(
    landscape: Landscape, rows: IntArray, own: OrganisationColumns, *, texts: bool
) -> dict[str, Any]:
    """The fields of a landscape that speak of names, sorts and descriptions.

    Words and features that nobody used before stay unknown. `texts` says that the collaborations
    have other texts.
    """
    fields: dict[str, Any] = {}
    names = with_texts(landscape.names, rows, own.names)
    renamed = names is not landscape.names
    if renamed:
        fields["names"] = names
        fields["order"] = _reordered(landscape.order, names, rows)
        fields["called"] = _called(landscape.called, rows, own.names)
    written = tuple(text or "" for text in own.descriptions)
    told = with_texts(landscape.texts.organisations, rows, written)
    if texts or renamed or told is not landscape.texts.organisations:
        fields["texts"] = _texts(landscape, rows, own.names, written)
    codes = ((landscape.kind, own.kind), (landscape.sector, own.sector))
    if renamed or any((old[rows] != new).any() for old, new in codes):
        fields["sorts"] = _sorts(landscape, rows, own)
    return fields


def _reordered(order: IntArray, names: Sequence[str], rows: IntArray) -> IntArray:
    """The ranks where some rows have other names; all others keep their turn."""
    turn = np.empty_like(order)
    turn[order] = np.arange(len(order))
    others = turn[~np.isin(turn, rows)]

    def key(row: int) -> tuple[str, int]:
        return danish_key(names[row]), row

    new = np.array(sorted(rows.tolist(), key=key), np.int64)
    at = [bisect_left(others, key(row), key=lambda other: key(int(other))) for row in new.tolist()]
    found = np.empty_like(order)
    found[np.insert(others, at, new)] = np.arange(len(order))
    return closed(found)


def _called(known: Names, rows: IntArray, names: Sequence[str]) -> Names:
    named, alike = names_of(known, names)
    return replace(
        known,
        named=with_rows(known.named, rows, named),
        alike=with_rows(known.alike, rows, alike),
        naming=with_columns(known.naming, rows, some_rows(known.named, rows), named),
        having=with_columns(known.having, rows, some_rows(known.alike, rows), alike),
    )


def _texts(
    landscape: Landscape, rows: IntArray, names: Sequence[str], written: Sequence[str]
) -> Texts:
    texts, took_part = landscape.texts, some_rows(landscape.participation, rows)
    return replace(
        texts,
        organisations=with_texts(texts.organisations, rows, written),
        words=_space(texts.words, rows, profiles_of(texts.words, written, None, took_part)),
        letters=_space(texts.letters, rows, profiles_of(texts.letters, written, names, took_part)),
    )


def _space(space: Space, rows: IntArray, new: Sparse) -> Space:
    return replace(
        space,
        profiles=with_rows(space.profiles, rows, new),
        saying_profiles=with_columns(
            space.saying_profiles, rows, some_rows(space.profiles, rows), new
        ),
        has_profile=put(space.has_profile, rows, np.diff(new.indptr) > 0),
    )


def _sorts(landscape: Landscape, rows: IntArray, own: OrganisationColumns) -> Sorts:
    known, kinds = landscape.sorts, landscape.vocabularies["kind"].ids
    of = sorts_of(
        known,
        own.names,
        [kinds[code] if code >= 0 else "" for code in own.kind.tolist()],
        [SECTORS[code] if code >= 0 else "" for code in own.sector.tolist()],
    )
    return replace(
        known,
        of=with_rows(known.of, rows, of),
        having=with_columns(known.having, rows, some_rows(known.of, rows), of),
        known=put(known.known, rows, np.diff(of.indptr) > 0),
    )

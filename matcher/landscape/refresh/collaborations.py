"""The landscape with some collaborations as they are now."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from matcher.landscape.arrays import (
    Array,
    IntArray,
    Sparse,
    closed,
    frozen,
    incidence,
    turned,
)
from matcher.landscape.axes import Axis, changed, known_places
from matcher.landscape.collaborations import Collaborations
from matcher.landscape.columns import (
    Cells,
    CollaborationColumns,
    numbered,
    places_or_none,
)
from matcher.landscape.experience import Experience, parts, years_since
from matcher.landscape.from_rows import collaboration_columns
from matcher.landscape.model import Landscape
from matcher.landscape.replacing import put, some_rows, with_columns, with_rows, with_texts
from matcher.landscape.rows import Rows
from matcher.landscape.texts import Space, Texts, sayings_of
from matcher.text import fold


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Turn:
    """From the collaborations of before to those of now; `before` and `at` are the changed ones."""

    axis: Axis
    before: IntArray
    at: IntArray

    def rows(self, matrix: Sparse, after: Sparse) -> Sparse:
        """A matrix with a row for each collaboration."""
        rest = with_rows(matrix, self.before, _empty(len(self.before), matrix.shape[1]))
        return with_rows(self.axis.rows(rest), self.at, after)

    def columns(self, matrix: Sparse, before: Sparse, after: Sparse) -> Sparse:
        """A matrix with a column for each; `before` and `after` have those that change as rows."""
        nothing = _empty(len(self.before), matrix.shape[0])
        rest = with_columns(matrix, self.before, before, nothing)
        nothing = _empty(len(self.at), matrix.shape[0])
        return with_columns(self.axis.columns(rest), self.at, nothing, after)

    def array(self, old: Array, new: Array) -> Array:
        """One value for each."""
        return put(self.axis.array(old, 0), self.at, new)

    def texts(self, old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
        """One text for each."""
        return with_texts(self.axis.texts(old, ""), self.at, new)


def with_collaborations(landscape: Landscape, ids: Collection[str], now: Rows) -> Landscape:
    """The landscape with these collaborations as `now` has them; those it has not are gone.

    `now` has all their participations. Ties, activity and what is derived for who takes part are
    left as they were. KeyError for a term, area or source of funding that is not known yet.
    """
    as_of = landscape.as_of
    known = sorted(
        (row for row in now.collaborations if row.start is None or row.start <= as_of),
        key=lambda row: row.id,
    )
    words = {name: each.index for name, each in landscape.vocabularies.items()}
    new = collaboration_columns(known, words)
    old = landscape.collaborations
    before = known_places(old.ids, ids)
    there = {old.ids[place] for place in before}
    every, axis = changed(old.ids, there - {*new.ids}, {*new.ids} - there)
    turn = _Turn(
        axis=axis,
        before=np.array(before, np.int64),
        at=np.array(known_places(every, new.ids), np.int64),
    )
    members = _members(landscape, new, now)
    about = _experience(landscape, turn, new, members)
    return replace(
        landscape,
        collaborations=Collaborations(
            ids=every,
            titles=turn.texts(old.titles, new.titles),
            start=turn.array(old.start, new.start),
            end=turn.array(old.end, new.end),
        ),
        participation=turned(about.members),
        experience=about,
        texts=_texts(landscape.texts, turn, new),
        activity=replace(landscape.activity, latest=axis.codes(landscape.activity.latest)),
    )


def _members(landscape: Landscape, new: CollaborationColumns, now: Rows) -> Sparse:
    place = numbered(new.ids)
    found = [
        (place[row.collaboration], landscape.index[row.organisation])
        for row in now.participations
        if row.collaboration in place and (row.since is None or row.since <= landscape.as_of)
    ]
    shape = (len(new.ids), len(landscape))
    return frozen(incidence([c for c, _ in found], [o for _, o in found], shape))


def _experience(
    landscape: Landscape, turn: _Turn, new: CollaborationColumns, members: Sparse
) -> Experience:
    old = landscape.experience
    every = turn.rows(old.members, members)
    named = [(row, parts(names)) for row, names in enumerate(new.areas) if names]
    cells = [(row, old.area_index[fold(name)]) for row, names in named for name in names]
    shape = (len(new.ids), len(old.area_names))
    areas = frozen(incidence([r for r, _ in cells], [c for _, c in cells], shape))
    fundings = [(name or "").strip() or None for name in new.funding_sources]
    return replace(
        old,
        members=every,
        weight=closed(1.0 / np.sqrt(np.maximum(np.diff(every.indptr), 1))),
        years=turn.array(old.years, years_since(new.start, landscape.as_of)),
        areas=turn.rows(old.areas, areas),
        funding=turn.array(old.funding, places_or_none(numbered(old.fundings), fundings)),
        about=MappingProxyType(
            {
                "theme": _about(old.about["theme"], turn, new.themes),
                "target_group": _about(old.about["target_group"], turn, new.target_groups),
            }
        ),
    )


def _about(old: Sparse, turn: _Turn, said: Cells) -> Sparse:
    """Terms × collaborations; few enough to turn round and back."""
    rows = frozen(incidence(said.rows, said.columns, (len(turn.at), old.shape[0])))
    return turned(turn.rows(turned(old), rows))


def _texts(texts: Texts, turn: _Turn, new: CollaborationColumns) -> Texts:
    written = new.texts()
    return replace(
        texts,
        collaborations=turn.texts(texts.collaborations, written),
        words=_space(texts.words, turn, written),
        letters=_space(texts.letters, turn, written),
    )


def _space(space: Space, turn: _Turn, written: tuple[str, ...]) -> Space:
    new = sayings_of(space, written)
    before = some_rows(space.collaborations, turn.before)
    return replace(
        space,
        collaborations=turn.rows(space.collaborations, new),
        saying=turn.columns(space.saying, before, new),
    )


def _empty(rows: int, columns: int) -> Sparse:
    return frozen(incidence([], [], (rows, columns)))

"""What collaborations were like: their size, age, area and source of funding."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from matcher.landscape.arrays import (
    DateArray,
    FloatArray,
    IntArray,
    Sparse,
    closed,
    dense_row,
    frozen,
    incidence,
    product,
)
from matcher.landscape.columns import Cells, CollaborationColumns, MaybeSaid
from matcher.landscape.language import words
from matcher.text import fold


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Experience:
    """One row a collaboration, in the landscape's order.

    `members` has 1 at (collaboration, organisation); `weight` is 1 / √(number of members), so
    that a meeting of forty does not drown a project of three. `years` is how long ago it began
    (nan where not said). `areas` has 1 at (collaboration, area), areas by folded name; `funding`
    is the place of its source of funding among `fundings`, −1 where not said. `about` has the
    collaborations of a theme or target group: 1 at (term, collaboration), by vocabulary.
    """

    members: Sparse
    weight: FloatArray
    years: FloatArray
    areas: Sparse
    area_names: tuple[str, ...]
    area_index: Mapping[str, int]
    funding: IntArray
    fundings: tuple[str, ...]
    about: Mapping[str, Sparse]


def experience(
    known: CollaborationColumns, members: Sparse, as_of: dt.date, terms: Mapping[str, int]
) -> Experience:
    """The experience of collaborations in the order of the landscape's rows.

    `terms` is how many themes ("theme") and target groups ("target_group") there are.
    """
    size = np.maximum(np.diff(members.indptr), 1)
    area_names, areas = _areas(known.areas)
    fundings, funding = _fundings(known.funding_sources)
    return Experience(
        members=members,
        weight=closed(1.0 / np.sqrt(size)),
        years=closed(years_since(known.start, as_of)),
        areas=areas,
        area_names=area_names,
        area_index=MappingProxyType({fold(name): at for at, name in enumerate(area_names)}),
        funding=funding,
        fundings=fundings,
        about=MappingProxyType(
            {
                "theme": _about(known.themes, (terms["theme"], len(known.ids))),
                "target_group": _about(
                    known.target_groups, (terms["target_group"], len(known.ids))
                ),
            }
        ),
    )


def years_since(start: DateArray, as_of: dt.date) -> FloatArray:
    """How many years ago each began, nan where that is not said."""
    ago = (np.datetime64(as_of, "D") - start).astype(np.float64)
    return np.where(np.isnat(start), np.nan, ago / 365.25)


def _about(said: Cells, shape: tuple[int, int]) -> Sparse:
    return frozen(incidence(said.columns, said.rows, shape))


def parts(names: str | None) -> list[str]:
    """Several names in one text, parted by semicolons."""
    return [part.strip() for part in (names or "").split(";") if part.strip()]


def like(names: tuple[str, ...], asked: str) -> FloatArray:
    """How like the name of a source of funding is to each of some, 0…1.

    The cosine of their words, rare ones weighing more, squared; 1 for the very same name.
    """
    said = [set(words(name)) for name in (*names, asked)]
    column = {word: at for at, word in enumerate(sorted({w for each in said for w in each}))}
    cells = [(row, column[word]) for row, each in enumerate(said) for word in each]
    matrix = incidence([r for r, _ in cells], [c for _, c in cells], (len(said), len(column)))
    worth = np.log((1 + len(said)) / (0.5 + np.bincount(matrix.indices, minlength=len(column))))
    matrix.data = np.maximum(worth, 0.05)[matrix.indices]
    length = np.sqrt(np.maximum(product(matrix.power(2), np.ones(len(column))), 1e-12))
    own = dense_row(matrix, len(names)) / length[-1]
    cosine = product(matrix, own)[:-1] / length[:-1]
    cosine[[name == asked for name in names]] = 1.0
    return np.asarray(np.clip(cosine, 0.0, 1.0) ** 2, np.float64)


def _areas(written: MaybeSaid) -> tuple[tuple[str, ...], Sparse]:
    found = [(row, parts(names)) for row, names in enumerate(written) if names]
    spelled: dict[str, str] = {}
    for _, names in found:
        for name in names:
            spelled[fold(name)] = min(name, spelled.get(fold(name), name))
    column = {key: at for at, key in enumerate(sorted(spelled))}
    cells = [(row, column[fold(name)]) for row, names in found for name in names]
    shape = (len(written), len(column))
    matrix = incidence([row for row, _ in cells], [at for _, at in cells], shape)
    return tuple(spelled[key] for key in column), frozen(matrix)


def _fundings(written: MaybeSaid) -> tuple[tuple[str, ...], IntArray]:
    names = [(name or "").strip() for name in written]
    distinct = sorted({name for name in names if name})
    at = {name: place for place, name in enumerate(distinct)}
    return tuple(distinct), closed(np.array([at.get(name, -1) for name in names], np.int64))

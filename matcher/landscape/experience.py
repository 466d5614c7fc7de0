"""What collaborations were like: their size, age, area and source of funding."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from matcher.landscape.arrays import (
    FloatArray,
    IntArray,
    Sparse,
    closed,
    frozen,
    incidence,
    product,
)
from matcher.landscape.language import words
from matcher.landscape.rows import CollaborationRow
from matcher.text import fold

_MANY = 2000  # sources of funding beyond this are told apart by their whole names only


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Experience:
    """One row a collaboration, in the landscape's order.

    `members` has 1 at (collaboration, organisation); `weight` is 1 / √(number of members), so
    that a meeting of forty does not drown a project of three. `years` is how long ago it began
    (nan where not said). `areas` has 1 at (collaboration, area), areas by folded name; `funding`
    is the place of its source of funding among `fundings`, −1 where not said, and `alike` how
    like the names of two sources are (0…1, cosine of their words, squared). `about` has the
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
    alike: FloatArray
    about: Mapping[str, Sparse]


def experience(
    known: tuple[CollaborationRow, ...],
    members: Sparse,
    as_of: dt.date,
    terms: Mapping[str, Mapping[str, int]],
) -> Experience:
    """The experience of collaborations in the order of the landscape's rows.

    `terms` are the columns of themes and target groups by id.
    """
    size = np.maximum(np.diff(members.indptr), 1)
    years = np.array(
        [np.nan if row.start is None else (as_of - row.start).days / 365.25 for row in known]
    )
    area_names, areas = _areas(known)
    fundings, funding = _fundings(known)
    return Experience(
        members=members,
        weight=closed(1.0 / np.sqrt(size)),
        years=closed(years.astype(np.float64)),
        areas=areas,
        area_names=area_names,
        area_index=MappingProxyType({fold(name): at for at, name in enumerate(area_names)}),
        funding=funding,
        fundings=fundings,
        alike=closed(_alike(fundings)),
        about=MappingProxyType(
            {
                "theme": _about([row.themes for row in known], terms["theme"]),
                "target_group": _about([row.target_groups for row in known], terms["target_group"]),
            }
        ),
    )


def _about(said: list[tuple[str, ...]], column: Mapping[str, int]) -> Sparse:
    cells = [(column[term], row) for row, terms in enumerate(said) for term in terms]
    shape = (len(column), len(said))
    return frozen(incidence([term for term, _ in cells], [row for _, row in cells], shape))


def parts(names: str | None) -> list[str]:
    """Several names in one text, parted by semicolons."""
    return [part.strip() for part in (names or "").split(";") if part.strip()]


def like(names: tuple[str, ...], asked: str) -> FloatArray:
    """How like a source of funding is to each of some, 0…1."""
    return _alike((*names, asked))[-1, :-1]


def _areas(known: tuple[CollaborationRow, ...]) -> tuple[tuple[str, ...], Sparse]:
    found = [(row, parts(each.area)) for row, each in enumerate(known)]
    spelled: dict[str, str] = {}
    for _, names in found:
        for name in names:
            spelled[fold(name)] = min(name, spelled.get(fold(name), name))
    column = {key: at for at, key in enumerate(sorted(spelled))}
    cells = [(row, column[fold(name)]) for row, names in found for name in names]
    shape = (len(known), len(column))
    matrix = incidence([row for row, _ in cells], [at for _, at in cells], shape)
    return tuple(spelled[key] for key in column), frozen(matrix)


def _fundings(known: tuple[CollaborationRow, ...]) -> tuple[tuple[str, ...], IntArray]:
    names = [(row.funding_source or "").strip() for row in known]
    distinct = sorted({name for name in names if name})
    at = {name: place for place, name in enumerate(distinct)}
    return tuple(distinct), closed(np.array([at.get(name, -1) for name in names], np.int64))


def _alike(names: tuple[str, ...]) -> FloatArray:
    """Cosines of the words of names, rare words weighing more, squared."""
    if not names or len(names) > _MANY:
        return np.eye(len(names))
    said = [set(words(name)) for name in names]
    column = {word: at for at, word in enumerate(sorted({w for each in said for w in each}))}
    cells = [(row, column[word]) for row, each in enumerate(said) for word in each]
    matrix = incidence([r for r, _ in cells], [c for _, c in cells], (len(names), len(column)))
    worth = np.log((1 + len(names)) / (0.5 + np.bincount(matrix.indices, minlength=len(column))))
    matrix.data = np.maximum(worth, 0.05)[matrix.indices]
    length = np.sqrt(np.maximum(product(matrix.power(2), np.ones(len(column))), 1e-12))
    cosine = (matrix @ matrix.T).toarray() / np.outer(length, length)
    np.fill_diagonal(cosine, 1.0)
    return np.asarray(np.clip(cosine, 0.0, 1.0) ** 2, np.float64)

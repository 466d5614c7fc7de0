"""Makers of small networks for the engine: name what matters, the rest is empty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from matcher.brief import Brief, Need
from matcher.landscape import (
    SECTORS,
    CapacityRow,
    CollaborationRow,
    InterestRow,
    Landscape,
    OrganisationRow,
    ParticipationRow,
    Rows,
    TermRow,
    TieRow,
    build,
)
from matcher.landscape.arrays import Sparse, frozen
from matcher.landscape.building import owners
from matcher.landscape.ties import near
from matcher.recipe import Recipe
from matcher.signals import SIGNALS

AS_OF = date(2026, 3, 1)
Named = Mapping[str, Iterable[str]]


def make_organisation(key: str, **known: Any) -> OrganisationRow:
    """An organisation that is called like its id, unless a name is given."""
    return OrganisationRow(**{"id": key, "name": key.title(), **known})


def make_collaboration(
    key: str, members: Iterable[str], **known: Any
) -> tuple[CollaborationRow, tuple[ParticipationRow, ...]]:
    """A collaboration of members who took part all the time."""
    return (
        CollaborationRow(**{"id": key, "title": key.title(), **known}),
        tuple(ParticipationRow(collaboration=key, organisation=member) for member in members),
    )


def make_rows(
    *organisations: OrganisationRow | str,
    offers: Named | None = None,
    needs: Named | None = None,
    themes: Named | None = None,
    target_groups: Named | None = None,
    joint: Sequence[tuple[CollaborationRow, tuple[ParticipationRow, ...]]] = (),
    ties: Sequence[TieRow | tuple[str, str]] = (),
    amounts: Mapping[tuple[str, str], float] | None = None,
) -> Rows:
    """Rows of the organisations, given as rows or ids; terms are those that are used.

    `amounts` says how much there is of an offer, by organisation and term.
    """
    own = tuple(
        o if isinstance(o, OrganisationRow) else make_organisation(o) for o in organisations
    )
    capacities = tuple(
        CapacityRow(
            organisation=owner,
            side=side,
            term=term,
            amount=(amounts or {}).get((owner, term)) if side == "offers" else None,
        )
        for side, named in (("offers", offers or {}), ("needs", needs or {}))
        for owner, terms in named.items()
        for term in terms
    )
    interests = tuple(
        InterestRow(organisation=owner, vocabulary=vocabulary, term=term)
        for vocabulary, named in (("theme", themes or {}), ("target_group", target_groups or {}))
        for owner, terms in named.items()
        for term in terms
    )
    used = (
        {("capacity", row.term) for row in capacities}
        | {(row.vocabulary, row.term) for row in interests}
        | {("theme", term) for row, _ in joint for term in row.themes}
        | {("target_group", term) for row, _ in joint for term in row.target_groups}
        | {("kind", row.kind) for row in own if row.kind}
    )
    return Rows(
        organisations=own,
        terms=tuple(
            TermRow(id=term, vocabulary=vocabulary, da=f"{term} (da)", en=term)
            for vocabulary, term in sorted(used)
        ),
        capacities=capacities,
        interests=interests,
        collaborations=tuple(row for row, _ in joint),
        participations=tuple(part for _, parts in joint for part in parts),
        ties=tuple(
            tie if isinstance(tie, TieRow) else TieRow(id=f"tie{i}", a=tie[0], b=tie[1])
            for i, tie in enumerate(ties)
        ),
    )


def make_landscape(*organisations: OrganisationRow | str, **known: Any) -> Landscape:
    """The landscape of such rows on AS_OF."""
    return build(make_rows(*organisations, **known), as_of=AS_OF, revision=1)


def make_idea(
    landscape: Landscape,
    purpose: str = "",
    *,
    needs: Iterable[str] | Mapping[str, float] = (),
    themes: Iterable[str] = (),
    target_groups: Iterable[str] = (),
    asker: str | None = None,
    members: Iterable[str] = (),
    sectors: Iterable[str] = (),
    exclude: Iterable[str] = (),
    **known: Any,
) -> Brief:
    """An idea; organisations, terms and sectors are named by their ids, amounts go with needs."""
    words = {name: landscape.vocabularies[name].index for name in ("capacity", "theme")}
    amounts = needs if isinstance(needs, Mapping) else {}
    return Brief(
        purpose=purpose,
        needs=tuple(Need(term=words["capacity"][t], amount=amounts.get(t)) for t in needs),
        themes=tuple(words["theme"][t] for t in themes),
        target_groups=tuple(landscape.vocabularies["target_group"].index[t] for t in target_groups),
        asker=None if asker is None else landscape.index[asker],
        members=tuple(landscape.index[key] for key in members),
        sectors=tuple(SECTORS.index(sector) for sector in sectors),
        exclude=tuple(landscape.index[key] for key in exclude),
        **known,
    )


def make_recipe(unknown: Mapping[str, float] | None = None, **weights: float) -> Recipe:
    """A recipe of the given weights, or of every signal with weight 1."""
    given = weights or dict.fromkeys(SIGNALS, 1.0)
    return Recipe(
        name="made",
        weights={name: given[name] for name in SIGNALS if name in given},
        unknown={name: (unknown or {}).get(name, 0.0) for name in SIGNALS if name in given},
    )


def changed(landscape: Landscape, **parts: Any) -> Landscape:
    """A landscape with other parts, and with what only mirrors them brought into line.

    Rarity, totals and all that is counted once when a landscape is built stay as they were.
    """
    made = replace(landscape, **parts)
    return replace(
        made,
        owners=owners(**{name: getattr(made, name) for name in landscape.owners}),
        near=near(made.ties),
    )


def without(matrix: Sparse, *cells: tuple[int, int]) -> Sparse:
    """A copy of a matrix with cells set to zero, all else (and its pattern) as it was."""
    copy: Sparse = csr_array(
        (matrix.data.copy(), matrix.indices.copy(), matrix.indptr.copy()), shape=matrix.shape
    )
    for row, column in cells:
        start, stop = copy.indptr[row], copy.indptr[row + 1]
        copy.data[start:stop][copy.indices[start:stop] == column] = 0.0
    return frozen(copy)


def same(left: object, right: object) -> bool:
    """Whether two landscapes (or parts of them) hold the same."""
    if isinstance(left, np.ndarray):
        return np.array_equal(left, right, equal_nan=left.dtype.kind in "fM")  # type: ignore[arg-type]
    if isinstance(left, csr_array) and isinstance(right, csr_array):
        return all(same(getattr(left, p), getattr(right, p)) for p in ("data", "indices", "indptr"))
    if hasattr(left, "__slots__") and type(left) is type(right):
        parts = [name for name in left.__slots__ if name != "__weakref__"]
        return all(same(getattr(left, name), getattr(right, name)) for name in parts)
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        return left.keys() == right.keys() and all(same(left[k], right[k]) for k in left)
    return left == right

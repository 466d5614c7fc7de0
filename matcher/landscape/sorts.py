"""Sorts of organisations, and which of them work together: learnt from all ties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from matcher.landscape.arrays import (
    BoolArray,
    FloatArray,
    IntArray,
    Sparse,
    closed,
    frozen,
    incidence,
    turned,
)
from matcher.landscape.names import in_name

_MOST = 400  # sorts; beyond that they are of a handful each
_LEAST, _LEAST_SHARE = 4, 0.0015  # organisations of a sort
_ENDINGS = (4, 5, 6, 7, 8)
# So many ties' worth of doubt: a lift that rests on fewer is drawn towards none.
_DOUBT = 2.0


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Sorts:
    """Organisations × sorts, each row summing to 1 (or nothing known), and by sort.

    A sort is a kind, a sector, or a word (or the ending of words, "-skole") that the names of
    several share. `together` (sorts × sorts, 0 or more) is how much more often than by chance the
    two work together: the logarithm of the ratio. `known` says of whom any is.
    """

    labels: tuple[tuple[str, str], ...]
    of: Sparse
    having: Sparse
    together: FloatArray
    known: BoolArray


def sorts(
    names: Sequence[str], kinds: Sequence[str], sectors: Sequence[str], strength: Sparse
) -> Sorts:
    """The sorts of organisations; a kind or sector is "" where it is not known.

    `strength` are the ties, symmetric. Of sorts with the very same members one is kept: a kind
    before a word, a longer word before a shorter.
    """
    found = [_sorts_of(*each) for each in zip(names, kinds, sectors, strict=True)]
    labels = _chosen(found)
    of = _shares(found, labels)
    return Sorts(
        labels=labels,
        of=of,
        having=turned(of),
        together=closed(_together(of, strength)),
        known=closed(np.diff(of.indptr) > 0),
    )


def sorts_of(
    known: Sorts, names: Sequence[str], kinds: Sequence[str], sectors: Sequence[str]
) -> Sparse:
    """The rows of `of` for some organisations, among the sorts that are told apart already."""
    found = [_sorts_of(*each) for each in zip(names, kinds, sectors, strict=True)]
    return _shares(found, known.labels)


def _shares(
    found: Sequence[Sequence[tuple[str, str]]], labels: tuple[tuple[str, str], ...]
) -> Sparse:
    column = {label: at for at, label in enumerate(labels)}
    cells = [(row, column[s]) for row, each in enumerate(found) for s in each if s in column]
    has = incidence([r for r, _ in cells], [c for _, c in cells], (len(found), len(labels)))
    number = np.maximum(np.diff(has.indptr), 1)
    has.data[:] = np.repeat(1.0 / number, np.diff(has.indptr))
    return frozen(has)


def _sorts_of(name: str, kind: str, sector: str) -> list[tuple[str, str]]:
    found = [("kind", kind)] if kind else []
    if sector:
        found.append(("sector", sector))
    for word in in_name(name):
        found.append(("word", word))
        found += [("word", f"-{word[-size:]}") for size in _ENDINGS if len(word) > size]
    return found


def _chosen(found: Sequence[Sequence[tuple[str, str]]]) -> tuple[tuple[str, str], ...]:
    """The sorts that are told apart, in an order that does not depend on that of the rows."""
    often = Counter(sort for each in found for sort in set(each))
    least = max(_LEAST, round(_LEAST_SHARE * len(found)))
    kept = {s for s, n in often.items() if n >= (1 if s[0] != "word" else least)}
    members: dict[tuple[str, str], list[int]] = {sort: [] for sort in kept}
    for row, each in enumerate(found):
        for sort in set(each) & kept:
            members[sort].append(row)
    first: dict[tuple[int, ...], tuple[str, str]] = {}
    for sort in sorted(kept, key=lambda s: (s[0] == "word", -len(s[1]), s)):
        first.setdefault(tuple(members[sort]), sort)
    common = sorted(first.values(), key=lambda s: (s[0] == "word", -often[s], s))
    return tuple(common[:_MOST])


def _together(of: Sparse, strength: Sparse) -> FloatArray:
    """ln((met + doubt) / (by chance + doubt)), where it is above 0."""
    has: Sparse = csr_array((np.ones(of.nnz), of.indices, of.indptr), shape=of.shape)
    met = (has.T @ (strength @ has)).toarray()
    total = float(strength.data.sum())
    if total <= 0:
        return np.zeros(met.shape)
    share = np.asarray(has.T @ strength.sum(axis=1)).ravel()
    chance = np.outer(share, share) / total
    return np.asarray(np.maximum(np.log((met + _DOUBT) / (chance + _DOUBT)), 0.0), np.float64)


def pairs(codes: IntArray, number: int, strength: Sparse) -> Sparse:
    """Areas × areas: how likely somebody of one works with a given organisation of the other.

    `codes` say which of `number` areas each organisation is in, −1 where unknown. Five ties'
    worth of doubt keep areas with few ties from claiming much.
    """
    known = np.flatnonzero(codes >= 0)
    has = incidence(known, codes[known], (len(codes), number))
    met: Sparse = csr_array(has.T @ (strength @ has))
    size = np.maximum(np.bincount(codes[known], minlength=number), 1)
    total = np.asarray(met.sum(axis=1)).ravel() + 5.0
    rows = np.repeat(np.arange(number), np.diff(met.indptr))
    met.data = met.data / total[rows] / size[met.indices]
    return frozen(met)

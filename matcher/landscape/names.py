"""Names of organisations as words, so that they are found in what somebody writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import numpy as np
from scipy.sparse import csr_array

from matcher.landscape.arrays import (
    BoolArray,
    FloatArray,
    Sparse,
    closed,
    frozen,
    incidence,
    summed_by,
    turned,
)
from matcher.landscape.language import capitalised, stem, words

_FEW, _MANY = 8, 10_000


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Names:
    """Organisations × words of names.

    `named` says how much each word tells of its organisation: its share of the name (rare words
    being more of it), less the more earlier texts it stands in; a name that stands whole in a
    text comes to 1 at most. `alike` has rows of unit length. Both stand by word, too.

    Of each word, `rare` is how few names have it, `seldom` how few texts (0…1), and `telling` is
    `rare` again, but 0 for words that very many names share.
    """

    words: tuple[str, ...]
    features: Mapping[str, int]
    rare: FloatArray
    seldom: FloatArray
    telling: FloatArray
    named: Sparse
    alike: Sparse
    naming: Sparse
    having: Sparse


def in_name(name: str) -> list[str]:
    """The words of a name; those with capitals, where it has any.

    >>> in_name("Foreningen af Københavns Havnebade")
    ['forening', 'københavn', 'havnebad']
    """
    return [_plain(word) for word in capitalised(name) or words(name)]


def in_text(text: str) -> set[str]:
    """The words of a text that may be of a name."""
    return {_plain(word) for word in capitalised(text)}


@lru_cache(maxsize=200_000)
def _plain(word: str) -> str:
    return stem(word, "da").removesuffix("s") or word


def names(called: Sequence[str], written: Sequence[str]) -> Names:
    """The names of organisations; `written` are the texts that say which words are common."""
    features: dict[str, int] = {}
    found = [[features.setdefault(word, len(features)) for word in in_name(n)] for n in called]
    rows = np.repeat(np.arange(len(called)), [len(each) for each in found])
    columns = np.array([column for each in found for column in each], np.int64)
    has = incidence(rows, columns, (len(called), max(1, len(features))))
    rare = _rarity(np.bincount(has.indices, minlength=has.shape[1]), len(called))
    told = _rarity(_standing(features, written, has.shape[1]), len(written))
    seldom = told / np.log((1 + len(written)) / 0.5)
    telling = np.where(_common(has), 0.0, rare)
    by_word, by_likeness = _weighed(has, rare, seldom, telling)
    return Names(
        words=tuple(features),
        features=MappingProxyType(features),
        rare=closed(rare),
        seldom=closed(seldom),
        telling=closed(telling),
        named=by_word,
        alike=by_likeness,
        naming=turned(by_word),
        having=turned(by_likeness),
    )


def names_of(known: Names, called: Sequence[str]) -> tuple[Sparse, Sparse]:
    """The rows of `named` and `alike` for some names, in the words that are known already."""
    place = known.features
    found = [[place[word] for word in in_name(name) if word in place] for name in called]
    rows = np.repeat(np.arange(len(called)), [len(each) for each in found])
    columns = np.array([column for each in found for column in each], np.int64)
    has = incidence(rows, columns, (len(called), known.named.shape[1]))
    return _weighed(has, known.rare, known.seldom, known.telling)


def _weighed(
    has: Sparse, rare: FloatArray, seldom: FloatArray, telling: FloatArray
) -> tuple[Sparse, Sparse]:
    """How much each word tells of its organisation, and names as rows of unit length."""
    of_name, likeness = rare[has.indices], telling[has.indices]
    named = of_name * seldom[has.indices] / _by_row(has, of_name)
    length = np.sqrt(np.maximum(_by_row(has, np.square(likeness)), 1e-12))
    return _like(has, named), _like(has, likeness / length)


def _common(has: Sparse) -> BoolArray:
    """The words that so many names share that they tell nothing: half, of many a tenth."""
    share = 0.5 if has.shape[0] < _MANY else 0.1
    often = np.bincount(has.indices, minlength=has.shape[1])
    return np.asarray((often > share * has.shape[0]) & (has.shape[0] >= _FEW), np.bool_)


def _standing(features: Mapping[str, int], written: Sequence[str], size: int) -> FloatArray:
    """In how many texts each word stands."""
    often = np.zeros(size)
    for text in written:
        met = {_plain(word) for word in words(text)} if text else set()
        for word in met:
            if (column := features.get(word)) is not None:
                often[column] += 1
    return often


def _rarity(having: np.ndarray, among: int) -> FloatArray:
    return np.asarray(np.maximum(np.log((1 + among) / (0.5 + having)), 1e-6), np.float64)


def _by_row(has: Sparse, values: FloatArray) -> FloatArray:
    """The sum of each cell's row, one value a cell."""
    rows = np.repeat(np.arange(has.shape[0]), np.diff(has.indptr))
    return summed_by(rows, values, has.shape[0])[rows]


def _like(has: Sparse, values: FloatArray) -> Sparse:
    matrix: Sparse = csr_array((values, has.indices.copy(), has.indptr.copy()), shape=has.shape)
    matrix.eliminate_zeros()
    return frozen(matrix)

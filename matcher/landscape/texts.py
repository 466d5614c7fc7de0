"""What organisations and collaborations say of themselves, as features that can be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from scipy.sparse import csr_array

from matcher.landscape.arrays import (
    BoolArray,
    FloatArray,
    IntArray,
    Sparse,
    closed,
    frozen,
    product,
    turned,
)
from matcher.landscape.language import Language, letters, stem, stems, words

_FEW = 8  # among fewer texts everything tells something
_MANY = 10_000
# What stands in more texts than this tells nothing: of a few half of them, of many a tenth.
_LARGEST_SHARE, _LARGEST_SHARE_OF_MANY = 0.5, 0.1
_STRONGEST = 400  # features of a question that are looked up; the rest hardly weighs

Cut = Callable[[str], list[str]]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Space:
    """One way of cutting texts into features.

    `worth` is each feature's inverse document frequency. `collaborations` and `profiles` have a
    row of unit length each (or nothing), `saying_…` the same by feature. `has_profile` is one
    truth an organisation.
    """

    cut: Cut
    features: Mapping[str, int]
    worth: FloatArray
    collaborations: Sparse
    profiles: Sparse
    saying: Sparse
    saying_profiles: Sparse
    has_profile: BoolArray

    def vector(self, text: str) -> tuple[IntArray, FloatArray]:
        """The features of a text with weights of unit length; none where nothing is known.

        Only the strongest are kept.
        """
        counted: dict[int, int] = {}
        for feature in self.cut(text):
            column = self.features.get(feature)
            if column is not None:
                counted[column] = counted.get(column, 0) + 1
        at = np.array(sorted(counted), np.int64)
        weights = (1 + np.log([counted[column] for column in at.tolist()])) * self.worth[at]
        if len(at) > _STRONGEST:
            kept = np.sort(np.lexsort((at, -weights))[:_STRONGEST])
            at, weights = at[kept], weights[kept]
        length = float(np.sqrt(np.square(weights).sum()))
        return at, weights / length if length > 0 else weights


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Texts:
    """Texts as they stand, and in both spaces: whole words, and runs of letters.

    `collaborations` are titles with purposes, `organisations` descriptions; "" where nothing is
    written. A profile is what an organisation writes of itself with the texts of all that it took
    part in; among letters its name counts as much as these, for names say what one is.
    """

    collaborations: tuple[str, ...]
    organisations: tuple[str, ...]
    words: Space
    letters: Space


def by_letters(text: str) -> list[str]:
    """The runs of letters of a text."""
    return [run for word in words(text) for run in letters(word)]


def cut_word(space: Space, word: str, language: Language) -> list[str]:
    """The features that one word of a text in a language stands for in a space."""
    return list(letters(word)) if space.cut is by_letters else [stem(word, language)]


def texts(
    names: Sequence[str],
    organisations: Sequence[str],
    collaborations: Sequence[str],
    participation: Sparse,
) -> Texts:
    """The texts of a landscape; organisations and collaborations in the order of their rows."""
    return Texts(
        collaborations=tuple(collaborations),
        organisations=tuple(organisations),
        words=_space(stems, collaborations, organisations, None, participation),
        letters=_space(by_letters, collaborations, organisations, names, participation),
    )


def profiles_of(
    space: Space, described: Sequence[str], called: Sequence[str] | None, took_part: Sparse
) -> Sparse:
    """The profiles of some organisations as they are now, in the features that a space knows.

    `took_part` are their rows of participation, `called` their names where these count.
    """
    named = None if called is None else _known(space, called)
    return frozen(
        _profiles(_known(space, described), named, took_part, space.collaborations, space.worth)
    )


def sayings_of(space: Space, written: Sequence[str]) -> Sparse:
    """The rows of some texts of collaborations, in the features that a space knows."""
    return frozen(_unit(_weighted(_known(space, written), space.worth)))


def _space(
    cut: Cut,
    collaborations: Sequence[str],
    organisations: Sequence[str],
    names: Sequence[str] | None,
    participation: Sparse,
) -> Space:
    features: dict[str, int] = {}
    parts = [
        _learnt(cut, written, features)
        for written in (collaborations, organisations, *(() if names is None else (names,)))
    ]
    told, own, *called = [_widened(part, len(features)) for part in parts]
    worth = _worth([told, own, *called], least=2 if called else 1)
    said = frozen(_unit(_weighted(told, worth)))
    profiles = frozen(_profiles(own, called[0] if called else None, participation, said, worth))
    return Space(
        cut=cut,
        features=MappingProxyType(features),
        worth=closed(worth),
        collaborations=said,
        profiles=profiles,
        saying=turned(said),
        saying_profiles=turned(profiles),
        has_profile=closed(np.diff(profiles.indptr) > 0),
    )


def _profiles(
    own: Sparse, called: Sparse | None, participation: Sparse, said: Sparse, worth: FloatArray
) -> Sparse:
    """From counts of what they write and are called, and from what they took part in."""
    profiles: Sparse = participation @ said
    profiles.sum_duplicates()  # in the order of columns: so adding is quick
    if own.nnz:
        profiles = profiles + _unit(_weighted(own, worth))
    profiles = _unit(profiles)
    if called is None:
        return profiles
    return _unit(profiles + _unit(_weighted(called, worth)))


def _known(space: Space, written: Sequence[str]) -> Sparse:
    """Texts × features, how often each stands there; those it does not know are left out."""
    place = space.features
    found = [[place[each] for each in space.cut(text) if each in place] for text in written]
    return _widened(_counted(found), len(place))


def _learnt(cut: Cut, written: Iterable[str], features: dict[str, int]) -> Sparse:
    """Texts × features, how often each stands there; new features are added."""
    if cut is by_letters:
        return _learnt_by_word(written, features)
    return _counted(
        [features.setdefault(found, len(features)) for found in cut(text)] if text else ()
        for text in written
    )


def _learnt_by_word(written: Iterable[str], features: dict[str, int]) -> Sparse:
    """The same for runs of letters: each word is cut once, however many texts it stands in."""
    place: dict[str, int] = {}
    standing = _counted(
        [place.setdefault(word, len(place)) for word in words(text)] if text else ()
        for text in written
    )
    runs = _counted(
        [features.setdefault(run, len(features)) for run in letters(word)] for word in place
    )
    found: Sparse = _widened(standing, len(place)) @ _tall(runs)
    found.sum_duplicates()
    return found


def _counted(found: Iterable[Sequence[int]]) -> Sparse:
    """From the columns that each row names, how often it does; as wide as it must be."""
    columns: list[int] = []
    ends = [0]
    for each in found:
        columns.extend(each)
        ends.append(len(columns))
    cells = (np.ones(len(columns)), np.array(columns, np.int64), np.array(ends, np.int64))
    matrix: Sparse = csr_array(cells, shape=(len(ends) - 1, max(columns, default=0) + 1))
    matrix.sum_duplicates()
    return matrix


def _tall(matrix: Sparse) -> Sparse:
    """The matrix, with a row at least."""
    return matrix if matrix.shape[0] else csr_array((1, matrix.shape[1]), dtype=np.float64)


def _widened(matrix: Sparse, columns: int) -> Sparse:
    return csr_array(
        (matrix.data, matrix.indices, matrix.indptr), shape=(matrix.shape[0], max(1, columns))
    )


def _worth(counted: Sequence[Sparse], least: int) -> FloatArray:
    """ln((1 + texts) / (½ + texts with it)); 0 for too common ones, and for too rare of many."""
    number = sum(int(np.count_nonzero(np.diff(each.indptr))) for each in counted)
    having = np.zeros(counted[0].shape[1])
    for each in counted:
        having += np.bincount(each.indices, minlength=each.shape[1])
    worth = np.log((1 + number) / (0.5 + having))
    if number >= _FEW:
        share = _LARGEST_SHARE if number < _MANY else _LARGEST_SHARE_OF_MANY
        worth[having > share * number] = 0.0
    if number >= _MANY:
        worth[having < least] = 0.0
    return np.maximum(worth, 0.0)


def _weighted(counted: Sparse, worth: FloatArray) -> Sparse:
    data = (1 + np.log(counted.data)) * worth[counted.indices]
    matrix: Sparse = csr_array((data, counted.indices, counted.indptr), shape=counted.shape)
    matrix.eliminate_zeros()
    return matrix


def _unit(matrix: Sparse) -> Sparse:
    """The matrix itself, its rows brought to length 1; empty ones stay empty."""
    matrix.sum_duplicates()  # in the order of columns, for sums of many depend on their order
    square = csr_array((np.square(matrix.data), matrix.indices, matrix.indptr), matrix.shape)
    length = np.maximum(np.sqrt(product(square, np.ones(matrix.shape[1]))), 1e-12)
    matrix.data /= np.repeat(length, np.diff(matrix.indptr))
    return matrix

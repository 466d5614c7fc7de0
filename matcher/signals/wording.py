"""What is written: of the idea, of them, and names that stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray, FloatArray, IntArray, Sparse, row_of
from matcher.landscape.language import language_of, words
from matcher.landscape.names import in_text
from matcher.landscape.texts import Space, cut_word
from matcher.signals.answer import Answer, shared, spread, unknown_to_all
from matcher.signals.query import Query
from matcher.signals.signal import Share, strongest_first

TOLD = 8  # words that are named; the rest is one fact


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Said:
    """A question in one space: totals of all, the largest, and which words a feature is of."""

    totals: FloatArray
    most: float
    words: tuple[str, ...]
    of_word: dict[int, list[int]]
    weights: dict[int, float]


def similar_words(landscape: Landscape, query: Query) -> Answer:
    """They write about the same things.

    The words of the question (without endings, rare ones weighing more) against those of what
    they write of themselves and of all that they took part in: cosine, as a share of the largest
    of anybody. Unknown where either has written nothing.
    """
    return _values(landscape, query, "words", landscape.texts.words)


def similar_letters(landscape: Landscape, query: Query) -> Answer:
    """Their name and texts have words like yours.

    As similar words, with runs of four and five letters, which find "demens" in "demensvenlig";
    their name counts as much as all their texts.
    """
    return _values(landscape, query, "letters", landscape.texts.letters)


def words_in_common(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """The words of the question that stand there; the weakest together as one fact."""
    return _facts(landscape, query, "words", landscape.texts.words, candidate)


def letters_in_common(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """The words of the question whose runs of letters stand there."""
    return _facts(landscape, query, "letters", landscape.texts.letters, candidate)


def named(landscape: Landscape, query: Query) -> Answer:
    """They are named in the text.

    The share of their name that stands in the text with capitals; rare words are more of a name,
    and words of many earlier texts tell less. Unknown to all where nothing is written.
    """
    found = _names_said(landscape, query)
    if not query.text.text:
        return unknown_to_all()
    return _by_columns(landscape, landscape.called.naming, [(column, 1.0) for column in found])


def words_of_name(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """The words of their name that stand there."""
    return _name_facts(landscape, landscape.called.named, candidate, dict.fromkeys(
        _names_said(landscape, query), 1.0))  # fmt: skip


def similar_name(landscape: Landscape, query: Query) -> Answer:
    """Your names are alike, so you may do similar things.

    Words in common of the two names, rare ones weighing more: cosine.
    """
    if not len(query.team):
        return unknown_to_all()
    mine = _own_name(landscape, query)
    return _by_columns(landscape, landscape.called.having, sorted(mine.items()))


def name_in_common(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """The words that stand in both names."""
    return _name_facts(landscape, landscape.called.alike, candidate, _own_name(landscape, query))


def _values(landscape: Landscape, query: Query, name: str, space: Space) -> Answer:
    known = space.has_profile
    found = _said(landscape, query, name, space)
    if found is None:
        return unknown_to_all()
    if found.most <= 0:
        return _nobody(known)
    return shared(found.totals, found.most, known)


def _nobody(known: BoolArray) -> Answer:
    return Answer(values=np.empty(0), rows=np.empty(0, np.int64), known=known)


def _said(landscape: Landscape, query: Query, name: str, space: Space) -> _Said | None:
    columns, weights = query.text.words if name == "words" else query.text.letters
    if not len(columns):
        return None
    return query.kept(
        f"text:{name}", lambda: _look_up(landscape, query, name, space, columns, weights)
    )


def _look_up(
    landscape: Landscape,
    query: Query,
    name: str,
    space: Space,
    columns: IntArray,
    weights: FloatArray,
) -> _Said:
    each = list(zip(columns.tolist(), weights.tolist(), strict=True))
    totals = spread(space.saying_profiles, each, np.zeros(len(landscape)))
    totals[query.team] = 0.0
    asked = dict(each)
    distinct = tuple(dict.fromkeys(words(query.text.text)))
    of_word: dict[int, list[int]] = {}
    language = language_of(words(query.text.text))
    for at, word in enumerate(distinct):
        for feature in set(cut_word(space, word, language)):
            column = space.features.get(feature)
            if column is not None and column in asked:
                of_word.setdefault(column, []).append(at)
    return _Said(
        totals=totals,
        most=query.scales.get(f"text:{name}") or float(totals.max(initial=0.0)),
        words=distinct,
        of_word=of_word,
        weights=asked,
    )


def _facts(
    landscape: Landscape, query: Query, name: str, space: Space, candidate: int
) -> tuple[Share, ...]:
    found = _said(landscape, query, name, space)
    if found is None or found.most <= 0:
        return ()
    worth: dict[int, float] = {}
    rest = 0.0
    columns, there = row_of(space.profiles, candidate)
    for column, has in zip(columns.tolist(), there.tolist(), strict=True):
        if weight := found.weights.get(column):
            owners = found.of_word.get(column)
            points = weight * has / found.most
            for at in owners or ():
                worth[at] = worth.get(at, 0.0) + points / len(owners or ())
            rest += 0.0 if owners else points
    shares = sorted(((-share, found.words[at]) for at, share in worth.items() if share > 0))
    rest -= sum(share for share, _ in shares[TOLD:])
    told = [Share("word", word, -share) for share, word in shares[:TOLD]]
    return strongest_first([*told, Share("other_words", None, rest)])


def _names_said(landscape: Landscape, query: Query) -> list[int]:
    def find() -> list[int]:
        index = landscape.called.features
        return sorted(index[word] for word in in_text(query.text.text) if word in index)

    return query.kept("names", find)


def _own_name(landscape: Landscape, query: Query) -> dict[int, float]:
    def find() -> dict[int, float]:
        matrix = landscape.called.alike
        own = int(query.team[0]) if query.asker is None else query.asker
        columns, weights = row_of(matrix, own)
        return dict(zip(columns.tolist(), weights.tolist(), strict=True))

    return query.kept("own name", find) if len(query.team) else {}


def _by_columns(
    landscape: Landscape, matrix: Sparse, columns: Iterable[tuple[int, float]]
) -> Answer:
    return shared(spread(matrix, columns, np.zeros(len(landscape))), 1.0, True)


def _name_facts(
    landscape: Landscape, matrix: Sparse, candidate: int, asked: dict[int, float]
) -> tuple[Share, ...]:
    columns, there = row_of(matrix, candidate)
    word = landscape.called.words
    return strongest_first(
        [
            Share("name", word[column], weight * has)
            for column, has in zip(columns.tolist(), there.tolist(), strict=True)
            if (weight := asked.get(column))
        ]
    )

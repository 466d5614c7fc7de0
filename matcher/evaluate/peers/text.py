"""Whose earlier projects read like the brief."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from scipy.sparse import coo_array, csr_array, diags_array

from matcher.evaluate.history import History
from matcher.evaluate.method import Scorer
from matcher.evaluate.peers.counts import dense
from matcher.evaluate.split import Question
from matcher.landscape.arrays import FloatArray, Sparse, product

_WORD = re.compile(r"[^\W\d_]{2,}")


def text(history: History) -> Scorer:
    """Cosine of the brief and of all that an organisation's earlier projects say.

    TF–IDF with 1 + ln(count) and ln(projects / projects with the word); an organisation is the sum
    of its projects, each of length 1. Chosen on dk_esif at 2009 and 2010 and interreg at July 2016
    against plain counts, stemmed words, one document an organisation, and its nearest project.
    """
    words = [Counter(_words(project.brief.text)) for project in history.projects]
    column = {word: place for place, word in enumerate(sorted({w for each in words for w in each}))}
    counts = _logarithmic(words, column)
    seen_in = np.bincount(counts.indices, minlength=len(column)).astype(np.float64)
    rarity = np.log(max(len(words), 1) / np.maximum(seen_in, 1.0))
    profiles = _length_one(csr_array(history.took_part @ _length_one(_times(counts, rarity))))

    def score(questions: Sequence[Question]) -> FloatArray:
        asked = _logarithmic([Counter(_words(q.brief.text)) for q in questions], column)
        return dense(csr_array(_length_one(_times(asked, rarity)) @ profiles.T))

    return score


def _words(written: str) -> list[str]:
    return _WORD.findall(written.lower())


def _logarithmic(documents: Iterable[Counter[str]], column: Mapping[str, int]) -> Sparse:
    """1 + ln(how often) at (document, word); words without a column are left out."""
    found = [sorted((column[w], n) for w, n in each.items() if w in column) for each in documents]
    rows = np.repeat(np.arange(len(found)), [len(each) for each in found])
    cells = np.array([cell for each in found for cell in each], np.int64).reshape(-1, 2)
    values = 1.0 + np.log(cells[:, 1].astype(np.float64))
    return csr_array(coo_array((values, (rows, cells[:, 0])), shape=(len(found), len(column))))


def _times(matrix: Sparse, rarity: FloatArray) -> Sparse:
    return csr_array(matrix @ diags_array(rarity)) if len(rarity) else matrix


def _length_one(matrix: Sparse) -> Sparse:
    """Rows of length one; those without anything stay so."""
    squares = csr_array((matrix.data**2, matrix.indices, matrix.indptr), matrix.shape)
    length = np.sqrt(product(squares, np.ones(matrix.shape[1])))
    return csr_array(diags_array(1.0 / np.where(length > 0, length, 1.0)) @ matrix)

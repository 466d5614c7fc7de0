"""Sorts of organisations, and which of them work together."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.landscape.arrays import Sparse, frozen, incidence
from matcher.landscape.sorts import pairs, sorts, sorts_of

SCHOOLS = ("Aaskolen", "Byskolen", "Dalskolen", "Engskolen", "Fjordskolen")
CHOIRS = ("Kor Alt", "Kor Bas", "Kor Tenor", "Kor Sopran", "Kor Mezzo")


def _ties(size: int, *met: tuple[int, int]) -> Sparse:
    both = [*met, *((b, a) for a, b in met)]
    return frozen(incidence([a for a, _ in both], [b for _, b in both], (size, size)))


def test_a_word_or_an_ending_that_several_share_is_a_sort() -> None:
    found = sorts((*SCHOOLS, *CHOIRS), ("",) * 10, ("",) * 10, _ties(10))
    assert set(found.labels) == {("word", "-skol"), ("word", "kor")}
    assert found.of.toarray().sum(axis=1).tolist() == [1.0] * 10
    assert found.known.all()


def test_a_word_of_few_is_none() -> None:
    names = ("Koret A", "Koret B", "Koret C", "Bib")
    found = sorts(names, ("",) * 4, ("",) * 4, _ties(4))
    assert found.labels == ()
    assert not found.known.any()


def test_kinds_and_sectors_are_sorts_and_stand_before_words_with_the_same_members() -> None:
    found = sorts(CHOIRS, ("choir",) * 5, ("",) * 5, _ties(5))
    assert found.labels == (("kind", "choir"),)
    apart = sorts(CHOIRS, ("choir",) * 5, ("association",) * 4 + ("public",), _ties(5))
    assert set(apart.labels) == {
        ("kind", "choir"), ("sector", "association"), ("sector", "public"),
    }  # fmt: skip
    assert apart.of.toarray().sum(axis=1) == pytest.approx(1.0)


def test_of_two_who_meet_more_than_by_chance_it_is_above_0() -> None:
    met = [(i, 5 + i) for i in range(5)]
    found = sorts((*SCHOOLS, *CHOIRS), ("",) * 10, ("",) * 10, _ties(10, *met))
    school, choir = found.labels.index(("word", "-skol")), found.labels.index(("word", "kor"))
    assert found.together[school, choir] == found.together[choir, school] > 0
    assert found.together[school, school] == found.together[choir, choir] == 0.0
    # Ten times met, ten times by chance five: with two ties' worth of doubt.
    assert found.together[school, choir] == pytest.approx(np.log((5 + 2) / (2.5 + 2)))


def test_without_ties_nothing_is_learnt() -> None:
    found = sorts(CHOIRS, ("choir",) * 5, ("",) * 5, _ties(5))
    assert not found.together.any()


def test_by_sort_it_is_the_same_turned_and_later_names_fit_in() -> None:
    names = (*SCHOOLS, *CHOIRS)
    found = sorts(names, ("",) * 10, ("",) * 10, _ties(10))
    assert np.array_equal(found.of.toarray().T, found.having.toarray())
    again = sorts_of(found, names, ("",) * 10, ("",) * 10)
    assert np.array_equal(again.toarray(), found.of.toarray())
    new = sorts_of(found, ("Nordskolen", "Bib"), ("", ""), ("", ""))
    assert new.toarray().sum(axis=1).tolist() == [1.0, 0.0]


def test_the_order_of_the_rows_means_nothing() -> None:
    names = (*SCHOOLS, *CHOIRS)
    forwards = sorts(names, ("",) * 10, ("",) * 10, _ties(10))
    backwards = sorts(names[::-1], ("",) * 10, ("",) * 10, _ties(10))
    assert forwards.labels == backwards.labels
    assert np.array_equal(forwards.of.toarray(), backwards.of.toarray()[::-1])


def test_nobody_is_of_no_sort() -> None:
    found = sorts((), (), (), _ties(0))
    assert (found.labels, found.of.shape, found.together.shape) == ((), (0, 0), (0, 0))


def test_areas_that_work_together() -> None:
    codes = np.array([0, 0, 1, 1, 2, -1])
    found = pairs(codes, 3, _ties(6, (0, 2), (1, 3), (0, 4), (0, 5))).toarray()
    # Three ties of area 0 and five of doubt, for each of the two in area 1 and the one in area 2.
    assert found[0].tolist() == pytest.approx([0.0, 2 / 8 / 2, 1 / 8])
    assert found[1].tolist() == pytest.approx([2 / 7 / 2, 0.0, 0.0])
    assert found[2].tolist() == pytest.approx([1 / 6 / 2, 0.0, 0.0])


def test_without_areas_or_ties_none_do() -> None:
    assert pairs(np.array([-1, -1]), 0, _ties(2, (0, 1))).shape == (0, 0)
    assert pairs(np.array([0, 1]), 2, _ties(2)).nnz == 0

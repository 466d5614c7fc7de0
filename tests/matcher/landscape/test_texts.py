"""Texts as features that can be compared."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.landscape.arrays import Sparse, frozen, incidence, row_of
from matcher.landscape.language import words
from matcher.landscape.texts import Space, Texts, cut_word, profiles_of, texts
from tests.engine_networks import WORDS

NAMES = ("Badeklubben", "Koret", "123")
SAID = ("Vinterbadning for ældre i havnen", "", "Sang og kor for alle")
JOINT = ("Sang i havnen. For de ældre", "Strik og kaffe")


def _took_part(*cells: tuple[int, int], organisations: int = 3, joint: int = 2) -> Sparse:
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    return frozen(incidence(rows, columns, (organisations, joint)))


@pytest.fixture
def written() -> Texts:
    """Three organisations, of which the second writes nothing but took part in the first."""
    return texts(NAMES, SAID, JOINT, _took_part((1, 0)))


def _words(space: Space, matrix: Sparse, row: int) -> set[str]:
    by_column = {column: feature for feature, column in space.features.items()}
    return {by_column[column] for column in row_of(matrix, row)[0].tolist()}


def _like(space: Space, text: str, matrix: Sparse, row: int) -> float:
    columns, weights = space.vector(text)
    of = dict(zip(columns.tolist(), weights.tolist(), strict=True))
    at, there = row_of(matrix, row)
    return float(sum(of.get(c, 0.0) * v for c, v in zip(at.tolist(), there.tolist(), strict=True)))


def test_a_text_is_told_by_its_words_without_endings(written: Texts) -> None:
    assert _words(written.words, written.words.profiles, 0) == {"vinterbadning", "ældr", "havn"}
    assert written.organisations == SAID
    assert written.collaborations == JOINT


def test_what_one_took_part_in_speaks_for_it(written: Texts) -> None:
    assert _words(written.words, written.words.profiles, 1) == {"sang", "havn", "ældr"}


def test_a_name_counts_among_letters_only(written: Texts) -> None:
    assert "<bade" in _words(written.letters, written.letters.profiles, 0)
    assert not any("badeklub" in each for each in _words(written.words, written.words.profiles, 0))


def test_who_writes_nothing_and_did_nothing_has_no_profile() -> None:
    silent = texts(("123", "Koret"), ("", "Sang"), (), _took_part(organisations=2, joint=0))
    for space in (silent.words, silent.letters):
        assert space.has_profile.tolist() == [False, True]


def test_a_text_is_most_like_itself(written: Texts) -> None:
    for space in (written.words, written.letters):
        itself = _like(space, JOINT[0], space.collaborations, 0)
        assert itself == pytest.approx(1.0)
        assert itself > _like(space, JOINT[0], space.collaborations, 1)


def test_letters_find_what_words_do_not() -> None:
    said = ("Demensvenlig by", "Demensvenligt kor", "Strik og kaffe")
    made = texts(("A", "B", "C"), said, (), _took_part(joint=0))
    assert _like(made.words, "demens", made.words.profiles, 0) == 0.0
    assert _like(made.letters, "demens", made.letters.profiles, 0) > 0.0
    assert _like(made.letters, "demens", made.letters.profiles, 2) == 0.0


def test_what_stands_in_most_texts_tells_nothing() -> None:
    said = tuple(f"Projektet {word}" for word in
                 ("sol", "måne", "jord", "hav", "vind", "regn", "sne", "tåge", "dis"))  # fmt: skip
    made = texts(said, said, (), _took_part(organisations=9, joint=0))
    columns, _ = made.words.vector("Projektet")
    assert all(made.words.worth[column] == 0.0 for column in columns.tolist())
    assert "projekt" not in _words(made.words, made.words.profiles, 0)


def test_rare_words_weigh_more() -> None:
    said = ("havn sol", "havn måne", "havn jord", "vind")
    made = texts(said, said, (), _took_part(organisations=4, joint=0))
    worth = {feature: made.words.worth[column] for feature, column in made.words.features.items()}
    assert worth["vind"] == worth["sol"] > worth["havn"] > 0


def test_only_the_strongest_features_of_a_long_question_are_looked_up() -> None:
    letters = "abcdefghijklmnopqrst"
    many = [f"{a}{b}{a}{b}x" for a in letters for b in letters] + [f"q{a}{a}w" for a in letters]
    made = texts(("A",), (" ".join(many),), (), _took_part(organisations=1, joint=0))
    columns, weights = made.words.vector(" ".join(many))
    assert len(columns) == 400
    assert float(np.square(weights).sum()) == pytest.approx(1.0)


def test_nothing_is_written_at_all() -> None:
    made = texts((), (), (), _took_part(organisations=0, joint=0))
    columns, weights = made.words.vector("Havnebad")
    assert len(columns) == len(weights) == 0


TEXTS = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=6), st.lists(TEXTS, max_size=4), st.data())
def test_rows_have_unit_length_or_nothing_and_stand_by_feature_too(
    own: Sequence[tuple[str, str]], joint: Sequence[str], data: st.DataObject
) -> None:
    took_part = _drawn(data, len(own), len(joint))
    called, said = [name for name, _ in own], [text for _, text in own]
    made = texts(called, said, joint, took_part)
    for space, name in ((made.words, None), (made.letters, called)):
        for matrix, other in (
            (space.collaborations, space.saying), (space.profiles, space.saying_profiles),
        ):  # fmt: skip
            lengths = np.asarray(matrix.power(2).sum(axis=1))
            assert all(each == pytest.approx(1.0) or each == 0.0 for each in lengths)
            assert np.array_equal(matrix.toarray(), other.toarray().T)
        assert (space.worth >= 0).all()
        again = profiles_of(space, said, name, took_part)
        assert np.allclose(again.toarray(), space.profiles.toarray())


def _drawn(data: st.DataObject, organisations: int, joint: int) -> Sparse:
    if not organisations or not joint:
        return _took_part(organisations=organisations, joint=joint)
    cell = st.tuples(st.integers(0, organisations - 1), st.integers(0, joint - 1))
    return _took_part(
        *data.draw(st.lists(cell, max_size=8)), organisations=organisations, joint=joint
    )


@given(TEXTS)
def test_a_text_is_cut_as_its_words_are(text: str) -> None:
    made = texts(("A",), (text,), (), _took_part(organisations=1, joint=0))
    assert set(made.letters.cut(text)) == {
        run for word in words(text) for run in cut_word(made.letters, word, "da")
    }

"""Names of organisations as words."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.landscape.arrays import row_of
from matcher.landscape.names import Names, in_name, in_text, names, names_of


def _row(found: Names, matrix: str, row: int) -> dict[str, float]:
    columns, values = row_of(getattr(found, matrix), row)
    return {found.words[c]: v for c, v in zip(columns.tolist(), values.tolist(), strict=True)}


def test_words_of_a_name_are_those_with_capitals_else_all() -> None:
    assert in_name("Foreningen af Københavns Havnebade") == ["forening", "københavn", "havnebad"]
    assert in_name("koret ved havnen") == in_name("Koret Ved Havnen")
    assert in_name("24/7") == in_name("") == []


def test_forms_of_a_name_are_one() -> None:
    assert in_name("Kommunen") == in_name("Kommunes") == in_name("KOMMUNE")


def test_names_stand_in_texts_with_capitals() -> None:
    assert in_text("Vi spørger Havnebadene og koret") >= {"havnebad"}
    assert "koret" not in in_text("Vi spørger koret")


def test_rare_words_are_more_of_a_name() -> None:
    found = names(["Koret Solsikken", "Koret Nord", "Koret Syd"], [])
    told = _row(found, "named", 0)
    assert told["solsik"] > told["kor"] > 0
    assert sum(told.values()) == pytest.approx(1.0)


def test_a_word_of_many_texts_tells_less() -> None:
    written = ["Solsikken blomstrer", "En solsikke", "Noget andet", "Og andet"]
    rare, often = names(["Solsikken"], []), names(["Solsikken"], written)
    assert 0 < _row(often, "named", 0)["solsik"] < _row(rare, "named", 0)["solsik"]


def test_names_that_are_alike_have_rows_of_unit_length() -> None:
    found = names(["Valby Kor", "Kor", "Vanløse Bibliotek", "7"], [])
    squares = found.alike.power(2).sum(axis=1)
    assert squares[:3] == pytest.approx(1.0)
    assert squares[3] == 0.0
    alike = (found.alike @ found.alike.T).toarray()
    assert alike[0, 1] > alike[0, 2] == 0.0


def test_what_most_names_have_says_nothing_of_likeness() -> None:
    crowd = [f"Klub {letter}nne" for letter in "ABCDEFGHIJ"]
    found = names(crowd, [])
    assert all("klub" not in _row(found, "alike", row) for row in range(len(crowd)))
    few = names(crowd[:3], [])
    assert "klub" in _row(few, "alike", 0)


def test_by_word_it_is_the_same_turned() -> None:
    found = names(["Valby Kor", "Kor", "Vanløse Bibliotek"], ["Et kor"])
    for one, other in (("named", "naming"), ("alike", "having")):
        assert np.array_equal(getattr(found, one).toarray(), getattr(found, other).toarray().T)
    assert [found.words[found.features[word]] for word in found.words] == list(found.words)


def test_a_name_that_comes_later_is_told_in_the_words_that_are_known() -> None:
    called = ["Valby Kor", "Koret", "Vanløse Bibliotek"]
    found = names(called, ["Et kor"])
    named, alike = names_of(found, called)
    assert np.allclose(named.toarray(), found.named.toarray())
    assert np.allclose(alike.toarray(), found.alike.toarray())
    new, _ = names_of(found, ["Valby Strikkeklub"])
    assert [found.words[column] for column in row_of(new, 0)[0].tolist()] == ["valby"]


def test_no_names_are_no_rows() -> None:
    found = names([], [])
    assert found.named.shape[0] == found.alike.shape[0] == 0
    assert [len(part) for part in (found.words, found.features)] == [0, 0]
    silent = names(["", "12"], ["tekst"])
    assert silent.named.nnz == silent.alike.nnz == 0


def test_the_order_of_the_rows_means_nothing() -> None:
    called = ["Valby Kor", "Koret Solsikken", "Vanløse Bibliotek", "Koret"]
    forwards, backwards = names(called, ["Et kor"]), names(called[::-1], ["Et kor"])
    for row in range(len(called)):
        back = len(called) - 1 - row
        assert _row(forwards, "named", row) == pytest.approx(_row(backwards, "named", back))
        assert _row(forwards, "alike", row) == pytest.approx(_row(backwards, "alike", back))

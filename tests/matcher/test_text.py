"""Danish letters, folded and ordered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.text import danish_key, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Åse", "aase"),
        ("Åse", "AASE"),
        ("Ældre", "aeldre"),
        ("Østerbro", "OESTERBRO"),
        ("Café", "cafe"),
        ("  to   ord ", "To Ord"),
        ("A\u030ase", "Åse"),  # a ring of its own over the A
        ("ﬁrma", "Firma"),
    ],
)
def test_spellings_that_count_as_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_letters_that_are_not_the_same_stay_apart() -> None:
    assert len({fold(word) for word in ("bar", "bær", "bør", "bår")}) == 4


def test_danish_order() -> None:
    names = ["Østen", "aase", "Zoo", "Åben", "Æble", "abe", "Bo", "Ånd"]
    expected = ["abe", "Bo", "Zoo", "Æble", "Østen", "Åben", "Ånd", "aase"]
    assert sorted(names, key=danish_key) == expected


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_keys_are_text_that_every_database_takes(one: str, other: str) -> None:
    for key in (fold(one), danish_key(one)):
        assert key == " ".join(key.split())
    assert (danish_key(one) < danish_key(other)) == (
        danish_key(one).encode() < danish_key(other).encode("utf-8", "surrogatepass")
    )

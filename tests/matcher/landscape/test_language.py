"""Words, endings and runs of letters, in Danish and English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.landscape.language import capitalised, language_of, letters, stem, stems, words

TEXTS = st.text(alphabet=st.sampled_from("aAbBåÅøæ éß-'’.0 12\n_"), max_size=40)


def test_words_are_letters_in_lower_case() -> None:
    assert words("Ældre, børn & unge (0-17 år): O’Neill's café_nord") == [
        "ældre", "børn", "unge", "år", "o’neill", "s", "café", "nord",
    ]  # fmt: skip
    assert words("") == words("24/7 – 365") == []


def test_names_begin_with_a_capital() -> None:
    assert capitalised("Vi spørger Øens Kor og FDF") == ["vi", "øens", "kor", "fdf"]


@given(TEXTS)
def test_names_are_some_of_the_words(text: str) -> None:
    found = words(text)
    assert all(word == word.lower() and word for word in found)
    assert [word for word in capitalised(text) if word not in found] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vi vil gerne lave mad for de ældre og med dem", "da"),
        ("We want to cook for the elderly and with them", "en"),
        ("Et bad i havnen", "da"),
        ("", "en"),
    ],
)
def test_small_words_tell_the_language(text: str, language: str) -> None:
    assert language_of(words(text)) == language


def test_endings_and_small_words_go() -> None:
    assert stems("De ældre og de ældres pårørende") == ["ældr", "ældr", "pårør"]
    assert stems("The schools and a school") == ["school", "school"]
    assert stems("og i at det") == []


@pytest.mark.parametrize(
    ("one", "other"), [("badning", "badningen"), ("forening", "foreningernes"), ("skole", "skolen")]
)
def test_forms_of_a_danish_word_are_one(one: str, other: str) -> None:
    assert stem(one, "da") == stem(other, "da")


def test_runs_of_letters_see_into_compound_words() -> None:
    inside = set(letters("demens")) & set(letters("demensvenlig"))
    assert {"<dem", "deme", "emen", "mens", "<deme", "demen", "emens"} == inside
    assert not set(letters("demens")) & set(letters("havnebad"))


def test_runs_of_small_and_short_words() -> None:
    assert letters("og") == letters("the") == ()
    assert letters("øl") == ("<øl>",)
    assert letters("ø") == ("<ø>",)


@given(st.text(alphabet="abcdeæøå", min_size=1, max_size=12))
def test_runs_are_of_four_and_five_letters_and_all_there(word: str) -> None:
    marked = f"<{word}>"
    for run in letters(word):
        assert run in marked
        assert len(run) in (4, 5) or run == marked

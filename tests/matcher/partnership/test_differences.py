"""Where answers differ: what holds for all texts, and a few known ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from matcher.partnership.differences import Comparison, compare

WORDS = st.sampled_from(
    ["ældre", "unge", "demens", "Valby", "65", "ensomme", "og", "i", "ikke", "frivillige,", "\n"]
)
TEXTS = st.one_of(st.lists(WORDS, max_size=8).map(" ".join), st.text(max_size=40))


def own(found: Comparison, party: str) -> list[str]:
    """The words that nobody else has."""
    return [piece.text for piece in found.answers[party] if piece.own]


@given(TEXTS, TEXTS)
def test_it_does_not_matter_who_is_named_first(a: str, b: str) -> None:
    one, other = compare({"a": a, "b": b}), compare({"b": b, "a": a})
    assert one.verdict == other.verdict
    assert one.answers == other.answers


@given(TEXTS)
def test_the_same_text_is_alike_and_nothing_is_marked(text: str) -> None:
    found = compare({"a": text, "b": text})
    if text.strip():
        assert found.verdict == "alike"
        assert own(found, "a") == []
    else:
        assert found.verdict is None


@given(st.dictionaries(st.sampled_from("abcd"), st.one_of(st.none(), TEXTS)))
def test_texts_stay_whole_and_silence_is_no_difference(texts: dict[str, str | None]) -> None:
    found = compare(texts)
    for party, pieces in found.answers.items():
        assert "".join(piece.text for piece in pieces) == texts[party]
    assert set(found.silent) == {party for party, text in texts.items() if not (text or "").strip()}
    assert (found.verdict is None) == (len(found.answers) < 2)


@given(TEXTS, TEXTS, TEXTS)
def test_more_answers_mark_no_more_words(a: str, b: str, c: str) -> None:
    if a.strip() and b.strip():
        few = own(compare({"a": a, "b": b}), "a")
        more = compare({"a": a, "b": b, "c": f"{a} {c}"})
        assert len(own(more, "a")) <= len(few)


def test_all_of_a_group_is_not_a_part_of_it() -> None:
    found = compare({"a": "Ældre der spiser alene", "b": "Alle ældre"})
    assert found.verdict == "differ"
    assert own(found, "a") == ["spiser", "alene"]
    assert own(found, "b") == ["Alle"]


def test_the_target_group_differs_by_its_words() -> None:
    found = compare({"a": "Ældre over 65 år i Valby", "b": "Unge i Valby"})
    assert found.verdict == "differ"
    assert own(found, "a") == ["Ældre", "65", "år"]
    assert own(found, "b") == ["Unge"]


def test_endings_and_compounds_are_no_differences() -> None:
    found = compare({"a": "De ældres demens", "b": "Demensramte ældre"})
    assert found.verdict == "alike"
    assert own(found, "a") == own(found, "b") == []


def test_an_age_is_a_difference() -> None:
    assert own(compare({"a": "Ældre over 65", "b": "Ældre over 80"}), "a") == ["65"]


def test_not_is_a_difference() -> None:
    assert own(compare({"a": "ikke ældre", "b": "ældre"}), "a") == ["ikke"]


def test_an_answer_alone_marks_nothing() -> None:
    found = compare({"a": "Ældre", "b": " ", "c": None})
    assert found.verdict is None
    assert own(found, "a") == []
    assert found.silent == ("b", "c")

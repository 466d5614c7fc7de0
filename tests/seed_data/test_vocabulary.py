import re
from collections import Counter

import pytest

from matcher.text import fold
from seed_data.vocabulary import FILES, Term, read_vocabulary

TERMS = read_vocabulary()
# What partners bring: the recognised list, and what Danish local life adds.
BROUGHT = {
    "funding",
    "space",
    "paid staff",
    "volunteers",
    "data",
    "information and feedback",
    "specific expertise",
    "community connections",
    "fiscal management",
    "facilitation and leadership",
    "advocacy",
    "IT and web",
    "transport",
    "equipment",
    "access to a target group",
    "communication channels",
    "food",
    "legal help",
    "evaluation",
}


def of(vocabulary: str) -> list[Term]:
    return [term for term in TERMS if term.vocabulary == vocabulary]


def test_there_are_as_many_words_as_promised() -> None:
    assert 35 <= len(of("capacity")) <= 45
    assert len(of("theme")) == 30
    assert len(of("target_group")) == 20
    assert len(of("kind")) >= 12


def test_everything_that_partners_are_known_to_bring_has_a_word() -> None:
    assert {term.group for term in of("capacity")} == BROUGHT


def test_kinds_are_grouped_by_their_usual_sector() -> None:
    assert {term.group for term in of("kind")} == {"association", "public", "business"}


def test_ids_are_slugs_and_unique_across_the_vocabularies() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", term.id) for term in TERMS)
    assert max(Counter(term.id for term in TERMS).values()) == 1


def test_no_field_is_empty_or_padded() -> None:
    for term in TERMS:
        words = [term.id, term.da, term.en, term.group, *term.synonyms]
        assert all(word and word == word.strip() for word in words), term
        assert term.synonyms, term


def test_labels_can_stand_in_a_cell_of_several_values() -> None:
    assert not [term for term in TERMS if set("|;") & set(term.da + term.en)]


@pytest.mark.parametrize("vocabulary", FILES)
@pytest.mark.parametrize("language", ["da", "en"])
def test_labels_differ_once_folded(vocabulary: str, language: str) -> None:
    labels = Counter(fold(getattr(term, language)) for term in of(vocabulary))
    assert [label for label, times in labels.items() if times > 1] == []


@pytest.mark.parametrize("vocabulary", FILES)
def test_a_word_means_one_term_only(vocabulary: str) -> None:
    meant: dict[str, set[str]] = {}
    for term in of(vocabulary):
        for word in (term.da, term.en, *term.synonyms):
            meant.setdefault(fold(word), set()).add(term.id)
    assert {word: ids for word, ids in meant.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("vocabulary", FILES)
def test_a_synonym_adds_something(vocabulary: str) -> None:
    for term in of(vocabulary):
        words = [fold(word) for word in {term.da, term.en}.union(term.synonyms)]
        assert len(words) == len(set(words)), term.id

"""Headings and words as data."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from matcher.exchange.tables import TABLES
from matcher.exchange.words import headings, key, words


def test_no_heading_means_two_columns_of_a_table() -> None:
    written = tomllib.loads(files("matcher.exchange").joinpath("headings.toml").read_text("utf-8"))
    assert set(written) == set(TABLES)
    for name, columns in written.items():
        assert set(columns) <= set(TABLES[name].names)
        own = {key(column): column for column in TABLES[name].names}
        seen: dict[str, str] = {}
        for column, synonyms in columns.items():
            for word in map(key, synonyms):
                assert seen.setdefault(word, column) == column, word
                assert own.get(word, column) == column, word


def test_no_word_means_two_things() -> None:
    written = tomllib.loads(files("matcher.exchange").joinpath("words.toml").read_text("utf-8"))
    for subject, meanings in written.items():
        folded = [key(word) for ours, theirs in meanings.items() for word in {ours, *theirs}]
        assert len(folded) == len(set(folded)) == len(words(subject))


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Foreningens navn", "name"),
        ("CVR-nr.", "cvr"),
        ("P-nummer", "p_number"),
        ("Postnr.", "postcode"),
        ("E-mail", "email"),
        ("TLF.", "phone"),
        ("Målgrupper", "target_groups"),
        ("Maalgruppe", "target_groups"),
        ("Tilbyder", "offers"),
        ("søger", "needs"),
        ("Bydel", "district"),
    ],
)
def test_headings_in_the_wild(heading: str, column: str) -> None:
    assert headings()["organisations"][key(heading)] == column

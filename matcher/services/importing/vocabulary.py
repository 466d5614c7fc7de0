"""The words that files use, as terms of the vocabularies; words that are new become terms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matcher.exchange.rows import Table
from matcher.exchange.words import key, words
from matcher.store.importing import TermWords
from matcher.store.tables.base import new_id
from matcher.text import fold
from matcher.wording.message import Words

FIELDS: Mapping[str, Mapping[str, str]] = {
    "organisations": {
        "kind": "kind",
        "themes": "theme",
        "target_groups": "target_group",
        "offers": "capacity",
        "needs": "capacity",
    },
    "collaborations": {"themes": "theme", "target_groups": "target_group"},
    "capacities": {"term": "capacity"},
}
"""Which vocabulary the words of each field belong to, per table."""

_SLUG = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class NewTerm:
    """A word that turned up, kept as it was written."""

    vocabulary: str
    id: str
    da: str
    en: str
    synonyms: tuple[str, ...] = ()
    group: str = ""
    ages: tuple[int | None, int | None] = (None, None)


class Vocabulary:
    """Finds the term that a word stands for: by id, label, or synonym, in either language."""

    def __init__(self, terms: Sequence[TermWords]) -> None:
        self._by_word: dict[tuple[str, str], str] = {}
        self._folded: dict[str, str] = {}
        self._ids = {(term.vocabulary, term.id) for term in terms}
        self.new: list[NewTerm] = []
        # A label means its own term, even where it is another one's synonym.
        for called in (_own_id, _danish, _english, _synonyms):
            for term in terms:
                for text in called(term):
                    self._by_word.setdefault((term.vocabulary, key(text)), term.id)

    def term(self, vocabulary: str, word: str) -> str | None:
        """The id of the term; None for a word that is none."""
        folded = self._folded.get(word)
        if folded is None:  # the same few words stand in thousands of rows
            folded = self._folded[word] = key(word)
        return self._by_word.get((vocabulary, folded))

    def learn(self, tables: Sequence[Table], labels: Mapping[str, Words]) -> None:
        """Make terms of the words in the tables that are none yet.

        A word that is written in several ways is called as it is most often written. Where the
        kind stands for the sector it is no kind, and signs without a letter are no word.
        """
        for (vocabulary, folded), spellings in sorted(self._unknown(tables).items()):
            written = min(spellings, key=lambda text: (-spellings[text], text))
            called = labels.get(folded, Words(da=written, en=written))
            term = self._free_id(vocabulary, called.da)
            self._ids.add((vocabulary, term))
            self._by_word[vocabulary, folded] = term
            self.new.append(NewTerm(vocabulary=vocabulary, id=term, da=called.da, en=called.en))

    def _unknown(self, tables: Sequence[Table]) -> dict[tuple[str, str], Counter[str]]:
        found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for table in tables:
            for field, vocabulary in FIELDS.get(table.layout.table, {}).items():
                for row in table.rows:
                    value = getattr(row, field)
                    for word in (value,) if isinstance(value, str) else value or ():
                        folded = key(word)
                        if folded and not self._says_nothing(table, vocabulary, folded):
                            found[vocabulary, folded][word] += 1
        return found

    def _says_nothing(self, table: Table, vocabulary: str, folded: str) -> bool:
        """Whether a word is a term already, or only says the sector."""
        sector = vocabulary == "kind" and "sector" not in table.layout.columns
        return (vocabulary, folded) in self._by_word or (sector and folded in words("sector"))

    def _free_id(self, vocabulary: str, label: str) -> str:
        slug = re.sub(r"[^a-z0-9]+", "-", fold(label))[:_SLUG].strip("-")
        base = slug or new_id(vocabulary, label)
        term, number = base, 2
        while (vocabulary, term) in self._ids:
            term, number = f"{base}-{number}", number + 1
        return term


def _own_id(term: TermWords) -> tuple[str, ...]:
    return (term.id,)


def _danish(term: TermWords) -> tuple[str, ...]:
    return (term.da,)


def _english(term: TermWords) -> tuple[str, ...]:
    return (term.en,)


def _synonyms(term: TermWords) -> tuple[str, ...]:
    return term.synonyms

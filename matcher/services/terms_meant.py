"""Which terms somebody means by the words they use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

from matcher.exchange.fields import refuse
from matcher.landscape import Landscape
from matcher.services.importing.vocabulary import Vocabulary
from matcher.store.importing import TermWords
from matcher.text import fold
from matcher.wording.message import Message, Value, Words, listed, message

_ALIKE = 60
_TOLD = 3

_CALLED: Mapping[str, Message] = {
    "theme": message("themes"),
    "target_group": message("target groups"),
    "capacity": message("capacities"),
}


class Terms:
    """Finds the columns of the words that somebody uses."""

    def __init__(self, landscape: Landscape, terms: Sequence[TermWords]) -> None:
        self._landscape = landscape
        self._terms = terms
        self._vocabulary = Vocabulary(terms)

    def columns(self, vocabulary: str, field: str, said: Sequence[str]) -> tuple[int, ...]:
        """The columns of several words, each once."""
        return tuple(dict.fromkeys(self.column(vocabulary, field, word) for word in said))

    def column(self, vocabulary: str, field: str, word: str) -> int:
        """The column of a word; Refusal for one that is not known."""
        term = self._vocabulary.term(vocabulary, word)
        # One that was added a moment ago may not be in the landscape yet.
        if term is None or term not in self._landscape.vocabularies[vocabulary].index:
            refuse(
                field,
                message("“{word}” is not among the {words}.", word=word, words=_CALLED[vocabulary]),
                self._nearest(vocabulary, word),
            )
        return self._landscape.vocabularies[vocabulary].index[term]

    def _nearest(self, vocabulary: str, word: str) -> Message:
        mine = [term for term in self._terms if term.vocabulary == vocabulary]
        called = {
            (term.id, name): fold(name)
            for term in mine
            for name in (term.id, term.da, term.en, *term.synonyms)
        }
        near = process.extract(fold(word), called, scorer=fuzz.WRatio, limit=_TOLD * 4)
        labels = {term.id: Words(da=term.da, en=term.en) for term in mine}
        ids = dict.fromkeys(place[0] for _, _, place in near)
        found: tuple[Value, ...] = tuple(labels[term] for term in ids)[:_TOLD]
        if near and near[0][1] >= _ALIKE:
            return message("Did you mean {names}?", names=listed(found))
        return message("The nearest are: {names}.", names=listed(found))

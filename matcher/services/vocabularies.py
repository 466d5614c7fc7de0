"""The vocabularies, for lists to choose from and for labels of what was chosen."""

from __future__ import annotations

from dataclasses import dataclass, field

from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.store.queries.terms import TermLine, terms
from matcher.text import danish_key
from matcher.wording.message import Words
from matcher.wording.say import say


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """Every word of the four vocabularies: "capacity", "theme", "target_group", "kind"."""

    lines: tuple[TermLine, ...]
    _words: dict[tuple[str, str], Words] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        words = {(line.vocabulary, line.id): line.words for line in self.lines}
        object.__setattr__(self, "_words", words)

    def words(self, vocabulary: str, term: str) -> Words:
        """The label of a term; one that is no longer there is called by its id."""
        return self._words.get((vocabulary, term), Words(da=term, en=term))

    def ids(self, vocabulary: str) -> frozenset[str]:
        """The ids of a vocabulary's terms."""
        return frozenset(line.id for line in self.lines if line.vocabulary == vocabulary)

    def ordered(self, vocabulary: str, language: str) -> tuple[TermLine, ...]:
        """A vocabulary's terms in the order of their labels in a language."""
        return tuple(
            sorted(
                (line for line in self.lines if line.vocabulary == vocabulary),
                key=lambda line: (danish_key(say(line.words, language)), line.id),
            )
        )


def list_terms(installation: Installation, actor: Actor) -> Vocabularies:
    """All vocabularies; empty ones before they are loaded."""
    require(actor, "list_terms")
    with installation.reading() as session:
        return Vocabularies(terms(session))

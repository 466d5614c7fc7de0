"""What a fact is called."""

from __future__ import annotations

from matcher.suggest import Fact
from matcher.wording.labels import NOT_KNOWN, sector_label
from matcher.wording.message import Value
from matcher.wording.suggestion.affinity import sort
from matcher.wording.suggestion.names import spelled
from matcher.wording.suggestion.pair import Pair
from matcher.wording.suggestion.place import kilometres
from matcher.wording.suggestion.readiness import IS_OPEN, how_many, how_many_running
from matcher.wording.suggestion.written import OTHER_WORDS


def fact_label(pair: Pair, fact: Fact) -> Value:
    """A term, a name, a title, a place, a word, or a quantity in words."""
    landscape = pair.landscape
    match fact.kind.removeprefix("derived_"):
        case "capacity" | "theme" | "target_group" | "kind" as vocabulary:
            return pair.terms(vocabulary, [fact])[0]
        case "partner":
            return landscape.names[landscape.index_of(fact.id or "")]
        case "collaboration" | "latest":
            return landscape.collaborations.titles[pair.collaboration(fact)]
        case "name":
            return spelled(landscape.names[pair.they], fact.id or "")
        case "sort":
            return sort(pair, fact)
        case "sector":
            return sector_label(fact.id)
    return _amount_label(fact)


def _amount_label(fact: Fact) -> Value:
    match fact.kind:
        case "distance":
            return kilometres(fact.amount or 0.0)
        case "running":
            return how_many_running(fact.amount)
        case "experience":
            return how_many(fact.amount)
        case "open":
            return IS_OPEN
        case "other_words":
            return OTHER_WORDS
        case "unknown":
            return NOT_KNOWN
    return fact.id or ""  # areas and words are called as they are

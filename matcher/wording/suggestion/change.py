"""Sentences about what would put somebody higher on a list."""

from __future__ import annotations

from matcher.suggest import Counterfactual
from matcher.wording.message import Message, message
from matcher.wording.suggestion.pair import Pair

_VOCABULARY = {"offers": "capacity", "themes": "theme", "target_groups": "target_group"}


def counterfactual(pair: Pair, change: Counterfactual) -> Message:
    """What it would have to do, and where it would stand then."""
    words = pair.landscape.vocabularies[_VOCABULARY[change.kind]]
    term = pair.term(_VOCABULARY[change.kind], words.index[change.term])
    match change.kind:
        case "offers":
            return message(
                "Would be number {rank} if they offered this: {term}.", rank=change.rank, term=term
            )
        case "themes":
            return message(
                "Would be number {rank} if they had this theme: {term}.",
                rank=change.rank,
                term=term,
            )
        case _:
            return message(
                "Would be number {rank} if they had this target group: {term}.",
                rank=change.rank,
                term=term,
            )

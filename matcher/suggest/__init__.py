"""Partners for an organisation: who may be suggested, in what order, and why."""

from matcher.suggest.candidates import candidates
from matcher.suggest.ranking import Options, suggest
from matcher.suggest.results import (
    Counterfactual,
    Fact,
    Missing,
    Reason,
    Suggestion,
    SuggestionList,
)

__all__ = [
    "suggest",
    "Options",
    "SuggestionList",
    "Suggestion",
    "Reason",
    "Fact",
    "Missing",
    "Counterfactual",
    "candidates",
]

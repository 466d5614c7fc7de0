"""Partners for an organisation: who may be suggested, in what order, and why."""

from matcher.suggest.candidates import candidates
from matcher.suggest.options import Options
from matcher.suggest.ranking import suggest
from matcher.suggest.results import (
    Counterfactual,
    Fact,
    Missing,
    Reason,
    Suggestion,
    SuggestionList,
)
from matcher.suggest.scoring import asked, scores

__all__ = [
    "suggest",
    "scores",
    "asked",
    "Options",
    "SuggestionList",
    "Suggestion",
    "Reason",
    "Fact",
    "Missing",
    "Counterfactual",
    "candidates",
]

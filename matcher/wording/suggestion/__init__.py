"""Suggestions, their reasons and introductions in words, one subject a file."""

from matcher.wording.suggestion.pair import Pair
from matcher.wording.suggestion.signal_texts import Texts
from matcher.wording.suggestion.spoken import spoken, spoken_paths
from matcher.wording.suggestion.texts import TEXTS

__all__ = ["spoken", "spoken_paths", "TEXTS", "Texts", "Pair"]

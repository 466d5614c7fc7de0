"""Suggestions, their reasons and introductions in words, one subject a file."""

from matcher.wording.suggestion.pair import Pair
from matcher.wording.suggestion.spoken import spoken, spoken_paths
from matcher.wording.suggestion.texts import TEXTS, Texts

__all__ = ["spoken", "spoken_paths", "TEXTS", "Texts", "Pair"]

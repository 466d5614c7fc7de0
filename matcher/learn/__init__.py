"""Recipes from a network's own history and from verdicts, with their measured quality."""

from matcher.learn.judged import Judged
from matcher.learn.learning import LearnResult, learn
from matcher.learn.quality import Measures, Quality
from matcher.learn.recipe_text import to_toml

__all__ = ["learn", "LearnResult", "Judged", "Quality", "Measures", "to_toml"]

"""A consortium: the set of partners that together covers a brief."""

from matcher.compose.composing import compose
from matcher.compose.results import Consortia, Consortium, Member, Uncovered, Why

__all__ = ["compose", "Consortia", "Consortium", "Member", "Uncovered", "Why"]

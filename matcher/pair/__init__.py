"""Rounds of one-to-one meetings for an event."""

from matcher.pair.fit import fit
from matcher.pair.rounds import Meeting, Rounds, rounds

__all__ = ["fit", "rounds", "Rounds", "Meeting"]

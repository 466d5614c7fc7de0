"""What a method is: something that learns from a history and then gives values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from matcher.evaluate.history import History
from matcher.evaluate.split import Question
from matcher.landscape.arrays import FloatArray

# One row a question, one value an organisation of the history: the higher, the better it fits.
# What is said of the asker itself, or of partners where new ones are asked for, is not looked at.
Scorer: TypeAlias = Callable[[Sequence[Question]], FloatArray]
# Learns from the history.
Method: TypeAlias = Callable[[History], Scorer]

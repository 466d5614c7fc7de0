"""What was decided: by whom it is to be done and when, and whether it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

DecisionState = Literal["open", "overdue", "done"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """A decision of a talk; `party` is the id of the one that owns it, if it is a party.

    None where nobody said who, or when, and for `done` until it is.
    """

    id: str
    talk: str
    what: str
    owner: str | None = None
    party: str | None = None
    day: date | None = None
    done: date | None = None

    def state(self, today: date) -> DecisionState:
        """Done, overdue from the day after its own, else open."""
        if self.done is not None:
            return "done"
        return "overdue" if self.day is not None and self.day < today else "open"


def left_to_do(decisions: tuple[Decision, ...], today: date) -> tuple[Decision, ...]:
    """Those that are not done, the one that is due first first; those without a day come last."""
    left = [each for each in decisions if each.state(today) != "done"]
    return tuple(sorted(left, key=lambda each: (each.day is None, each.day or today, each.id)))

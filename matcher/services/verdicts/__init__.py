"""What a person says of a suggestion: relevant, not relevant, already in touch, hide."""

from matcher.services.verdicts.give import give_verdict, take_back_verdict
from matcher.services.verdicts.show import list_verdicts
from matcher.store.queries.verdicts import (
    LEFT_OUT,
    VerdictLine,
    all_verdicts,
    left_out,
    verdicts_for,
)

__all__ = [
    "give_verdict",
    "take_back_verdict",
    "list_verdicts",
    "verdicts_for",
    "left_out",
    "all_verdicts",
    "LEFT_OUT",
    "VerdictLine",
]

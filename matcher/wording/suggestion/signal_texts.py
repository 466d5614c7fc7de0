"""What the texts of one signal are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from matcher.suggest import Reason
from matcher.wording.message import Message
from matcher.wording.suggestion.pair import Pair

Text = Callable[[Pair, Reason], Message]


class Unknown(NamedTuple):
    """Why the data do not say, and what would settle it."""

    why: Message
    settle: Message


def always(text: Message) -> Text:
    """The same text of every pair."""
    return lambda _pair, _reason: text


def always_unknown(unknown: Unknown) -> Callable[[Pair], Unknown]:
    """The same of every pair."""
    return lambda _pair: unknown


@dataclass(frozen=True, kw_only=True, slots=True)
class Texts:
    """`label` is the signal's own sentence; all else speaks of one pair.

    `found` says what is known, also that nothing was found; `short` why something that was found
    does not count for more.
    """

    label: Message
    unknown: Callable[[Pair], Unknown]
    found: Text
    short: Text

    def reason(self, pair: Pair, reason: Reason) -> Message:
        """Why the signal brings what it brings."""
        return self.unknown(pair).why if reason.value is None else self.found(pair, reason)

    def missing(self, pair: Pair, reason: Reason) -> Message:
        """Why the signal does not bring more."""
        if reason.value is None or not reason.facts:
            return self.reason(pair, reason)
        return self.short(pair, reason)

    def settle(self, pair: Pair) -> Message:
        """What would make known what is not."""
        return self.unknown(pair).settle

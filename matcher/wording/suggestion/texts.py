"""What people read of each signal: a label, a reason, and why not more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from matcher.suggest import Reason
from matcher.wording.message import Message, message
from matcher.wording.suggestion import capacities, elsewhere, interests
from matcher.wording.suggestion.pair import Pair

Text = Callable[[Pair, Reason], Message]


@dataclass(frozen=True, kw_only=True, slots=True)
class Texts:
    """`label` is the signal's own sentence; `reason` and `missing` speak of one pair."""

    label: Message
    reason: Text
    missing: Text


TEXTS: Mapping[str, Texts] = MappingProxyType(
    {
        "need_met_by_offer": Texts(
            label=message("They offer what you need."),
            reason=capacities.need_met_by_offer,
            missing=capacities.need_unmet,
        ),
        "offer_meets_need": Texts(
            label=message("You offer what they need."),
            reason=capacities.offer_meets_need,
            missing=capacities.need_we_leave,
        ),
        "shared_themes": Texts(
            label=message("You care about the same themes."),
            reason=partial(interests.shared, interests.THEMES),
            missing=partial(interests.apart, interests.THEMES),
        ),
        "shared_target_groups": Texts(
            label=message("You are there for the same target groups."),
            reason=partial(interests.shared, interests.TARGET_GROUPS),
            missing=partial(interests.apart, interests.TARGET_GROUPS),
        ),
        "nearness": Texts(
            label=message("You are near each other."),
            reason=elsewhere.nearness,
            missing=elsewhere.nearness,
        ),
        "common_partners": Texts(
            label=message("You have partners in common."),
            reason=elsewhere.common_partners,
            missing=elsewhere.partners_apart,
        ),
        "other_sector": Texts(
            label=message("They come from another sector than yours."),
            reason=elsewhere.other_sector,
            missing=elsewhere.other_sector,
        ),
    }
)
"""Every signal's texts by its name; a test holds the labels to the signals' docstrings."""

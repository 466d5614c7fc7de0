"""Measures of fit between one who asks and every organisation: one subject a file, one table."""

from collections.abc import Mapping
from types import MappingProxyType

from matcher.signals.answer import Answer
from matcher.signals.capacities import (
    need_met_by_offer,
    needs_met,
    needs_we_meet,
    offer_meets_need,
)
from matcher.signals.interests import (
    shared_target_groups,
    shared_themes,
    target_groups_in_common,
    themes_in_common,
)
from matcher.signals.partners import common_partners, partners_in_common
from matcher.signals.place import how_near, nearness
from matcher.signals.query import Query, query_for, query_of
from matcher.signals.sector import other_sector, their_sector
from matcher.signals.signal import Share, Signal

_ALL = (
    Signal(values=need_met_by_offer, facts=needs_met),
    Signal(values=offer_meets_need, facts=needs_we_meet),
    Signal(values=shared_themes, facts=themes_in_common),
    Signal(values=shared_target_groups, facts=target_groups_in_common),
    Signal(values=nearness, facts=how_near),
    Signal(values=common_partners, facts=partners_in_common, side="known"),
    Signal(values=other_sector, facts=their_sector, side="new"),
)

SIGNALS: Mapping[str, Signal] = MappingProxyType({signal.name: signal for signal in _ALL})
"""Every signal by name, in the order in which people read them."""

__all__ = ["SIGNALS", "Answer", "Query", "Share", "Signal", "query_for", "query_of"]

"""Measures of fit between one who asks and every organisation: one subject a file, one table."""

from collections.abc import Mapping
from types import MappingProxyType

from matcher.signals.affinity import (
    areas_that_fit,
    areas_together,
    sorts_needed,
    sorts_that_fit,
    sorts_together,
    sorts_wanted,
)
from matcher.signals.answer import Answer
from matcher.signals.capacities import (
    need_met_by_offer,
    needs_met,
    needs_we_meet,
    offer_meets_need,
)
from matcher.signals.experience import (
    collaborations_like_it,
    collaborations_nearby,
    collaborations_reached,
    collaborations_together,
    past_partners,
    similar_collaborations,
    similar_nearby,
    within_reach,
)
from matcher.signals.funding import (
    area_funded,
    area_named,
    area_of_fund,
    collaborations_funded,
    collaborations_in_area,
    same_funding,
    the_area_named,
    worked_in_area,
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
from matcher.signals.readiness import (
    active_lately,
    experienced,
    has_room,
    how_many,
    latest_collaboration,
    running_now,
    said_open,
    says_open,
)
from matcher.signals.sector import other_sector, their_sector
from matcher.signals.signal import Share, Signal
from matcher.signals.wording import (
    letters_in_common,
    name_in_common,
    named,
    similar_letters,
    similar_name,
    similar_words,
    words_in_common,
    words_of_name,
)

_ALL = (
    Signal(values=need_met_by_offer, facts=needs_met),
    Signal(values=offer_meets_need, facts=needs_we_meet),
    Signal(values=shared_themes, facts=themes_in_common),
    Signal(values=shared_target_groups, facts=target_groups_in_common),
    Signal(values=similar_collaborations, facts=collaborations_like_it),
    Signal(values=similar_nearby, facts=collaborations_nearby, side="known"),
    Signal(values=similar_words, facts=words_in_common),
    Signal(values=similar_letters, facts=letters_in_common),
    Signal(values=named, facts=words_of_name),
    Signal(values=similar_name, facts=name_in_common),
    Signal(values=nearness, facts=how_near),
    Signal(values=past_partners, facts=collaborations_together, side="known"),
    Signal(values=within_reach, facts=collaborations_reached, side="known"),
    Signal(values=common_partners, facts=partners_in_common, side="known"),
    Signal(values=sorts_together, facts=sorts_that_fit),
    Signal(values=sorts_wanted, facts=sorts_needed, side="new"),
    Signal(values=areas_together, facts=areas_that_fit),
    Signal(values=worked_in_area, facts=collaborations_in_area),
    Signal(values=area_named, facts=the_area_named),
    Signal(values=same_funding, facts=collaborations_funded),
    Signal(values=area_funded, facts=area_of_fund),
    Signal(values=says_open, facts=said_open, side="new", standing=True),
    Signal(values=active_lately, facts=latest_collaboration, standing=True),
    Signal(values=has_room, facts=running_now, side="new", standing=True),
    Signal(values=experienced, facts=how_many, standing=True, held=True),
    Signal(values=other_sector, facts=their_sector, side="new"),
)

SIGNALS: Mapping[str, Signal] = MappingProxyType({signal.name: signal for signal in _ALL})
"""Every signal by name, in the order in which people read them."""

__all__ = ["SIGNALS", "Answer", "Query", "Share", "Signal", "query_for", "query_of"]

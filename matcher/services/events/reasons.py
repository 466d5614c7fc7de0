"""Why two meet: the reasons that give them something to talk about, as sentences of the day."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from matcher.landscape import Landscape
from matcher.recipe import Recipe
from matcher.services.shortlists.why import KeptReason, whys
from matcher.suggest import Options, suggest
from matcher.wording.message import Words

MOST = 3
"""A card has room for so many, and a conversation of ten minutes too."""

_TALK = frozenset({
    "need_met_by_offer", "offer_meets_need", "shared_themes", "shared_target_groups",
    "past_partners", "common_partners", "same_funding", "nearness", "similar_collaborations",
})  # fmt: skip
"""Signals that say something two people can take up; others show only that they are alike."""

Told = Mapping[tuple[str, str], tuple[Words, ...]]
"""For (who, whom): what is told to the one of the other."""


def reasons(landscape: Landscape, meets: Mapping[int, Collection[int]], recipe: Recipe) -> Told:
    """What each (a row) is told of those whom it meets: up to MOST reasons, the strongest first.

    As a suggestion to it would say them. Somebody of whom nothing can be said, or who may not be
    suggested (closed to new partners), has none.
    """
    told: dict[tuple[str, str], tuple[Words, ...]] = {}
    for row, others in sorted(meets.items()):
        if not others:
            continue
        rest = frozenset(range(len(landscape))) - frozenset(others)
        options = Options(top=len(others), include_current=True, exclude=rest)
        found = suggest(landscape, row, recipe, options)
        for one, why in zip(found.suggestions, whys(found, landscape), strict=True):
            told[landscape.ids[row], landscape.ids[one.organisation]] = _strongest(why.reasons)
    return told


def _strongest(kept: Collection[KeptReason]) -> tuple[Words, ...]:
    known = [each for each in kept if each.value is not None and each.points > 0]
    known.sort(key=lambda each: (each.signal not in _TALK, -each.points))
    return tuple(each.text for each in known[:MOST])

"""What they have done before: collaborations like this one, near, funded alike, or together."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray, collected
from matcher.signals.answer import Answer, unknown_to_all
from matcher.signals.attention import Attention, answer, attention, facts
from matcher.signals.likeness import likeness
from matcher.signals.query import Query
from matcher.signals.signal import Share
from matcher.signals.walk import Mass, own_collaborations, walks

# What a collaboration far from the asker counts of one at its side.
FAR = 0.2
# A collaboration of three years ago tells half of one of today.
HALF_YEARS = 3.0
# What each further step of a walk keeps.
PASSED_ON = 0.7


def similar_collaborations(landscape: Landscape, query: Query) -> Answer:
    """They have taken part in collaborations like this.

    Every earlier collaboration counts by how like it is to what is asked (text, themes, target
    groups, area, funding) over the root of its number of participants; the value is their sum as
    a share of the largest of anybody. Unknown for those who took part in nothing.
    """
    if not speaks(query):
        return unknown_to_all()
    return answer(landscape, _kept(landscape, query, "similar", _similar))


def collaborations_like_it(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """Their collaborations that are like it."""
    if not speaks(query):
        return ()
    return facts(landscape, _kept(landscape, query, "similar", _similar), candidate)


def similar_nearby(landscape: Landscape, query: Query) -> Answer:
    """They have taken part in collaborations like this, close to your own.

    As similar collaborations, each counting more the shorter the way from the asker's own
    collaborations to it is.
    """
    if not _has_history(landscape, query) or not speaks(query):
        return unknown_to_all()
    return answer(landscape, _kept(landscape, query, "nearby", _nearby))


def collaborations_nearby(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """Their collaborations that are like it and near."""
    if not _has_history(landscape, query) or not speaks(query):
        return ()
    return facts(landscape, _kept(landscape, query, "nearby", _nearby), candidate)


def past_partners(landscape: Landscape, query: Query) -> Answer:
    """You have worked together before.

    Every collaboration that both took part in counts by its freshness (half after three years)
    over the root of its number of participants; the value is their sum as a share of the largest
    of anybody. Unknown where either took part in nothing.
    """
    if not _has_history(landscape, query):
        return unknown_to_all()
    return answer(landscape, _kept(landscape, query, "together", _together))


def collaborations_together(
    landscape: Landscape, query: Query, candidate: int
) -> tuple[Share, ...]:
    """The collaborations that both took part in."""
    return facts(landscape, _kept(landscape, query, "together", _together), candidate)


def within_reach(landscape: Landscape, query: Query) -> Answer:
    """They can be reached through those you have worked with.

    A walk from the asker's collaborations to their participants, and to the collaborations of
    these (each step keeping 0.7): the chance to meet them there, as a share of the largest of
    anybody (personalised PageRank, cut short; a third step changes next to nothing).
    """
    if not _has_history(landscape, query):
        return unknown_to_all()
    return answer(landscape, _kept(landscape, query, "reached", _reached))


def collaborations_reached(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """Their collaborations that the walk comes to."""
    return facts(landscape, _kept(landscape, query, "reached", _reached), candidate)


def _has_history(landscape: Landscape, query: Query) -> bool:
    return bool(landscape.active[query.team].any())


def speaks(query: Query) -> bool:
    """Whether the question is an idea that says what it is about."""
    return query.about_something


def _kept(
    landscape: Landscape, query: Query, name: str, weights: Callable[[Landscape, Query], Mass]
) -> Attention:
    return query.kept(name, lambda: attention(landscape, query, name, weights(landscape, query)))


def _walk(landscape: Landscape, query: Query) -> list[Mass]:
    """Two steps: the asker's own collaborations, and those of the participants there."""
    return query.kept("walk", lambda: walks(landscape, query.team, 2))


def likeness_of(landscape: Landscape, query: Query) -> FloatArray:
    """How like each collaboration is to what is asked, found once for a question."""
    return query.kept("likeness", lambda: likeness(landscape, query))


def _similar(landscape: Landscape, query: Query) -> Mass:
    alike = likeness_of(landscape, query)
    at = np.flatnonzero(alike)
    return at, alike[at] * landscape.experience.weight[at]


def _nearby(landscape: Landscape, query: Query) -> Mass:
    at, weights = _similar(landscape, query)
    near = np.zeros(len(landscape.collaborations.ids))
    close, mass = _walk(landscape, query)[-1]
    near[close] = np.sqrt(mass / max(float(mass.max(initial=0.0)), 1e-12))
    return at, weights * (FAR + near[at])


def _together(landscape: Landscape, query: Query) -> Mass:
    own = own_collaborations(landscape, query.team)
    years = np.nan_to_num(landscape.experience.years[own], nan=HALF_YEARS)
    fresh = np.exp2(-np.maximum(years, 0.0) / HALF_YEARS)
    return own, fresh * landscape.experience.weight[own]


def _reached(landscape: Landscape, query: Query) -> Mass:
    steps = _walk(landscape, query)
    at = np.concatenate([rows for rows, _ in steps])
    kept = [PASSED_ON**step * mass for step, (_, mass) in enumerate(steps, start=1)]
    rows, total = collected(at, np.concatenate(kept), len(landscape.collaborations.ids))
    members = landscape.experience.members.indptr
    return rows, total / np.maximum(members[rows + 1] - members[rows], 1)

"""A brief → the consortia that cover it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from matcher.brief import Brief
from matcher.compose.assembling import Question
from matcher.compose.cost import costs
from matcher.compose.greedy import greedy
from matcher.compose.reduce import worth_weighing
from matcher.compose.results import Consortia, Consortium
from matcher.compose.slots import places
from matcher.compose.solve import Problem, Search
from matcher.errors import Refusal
from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray, IntArray
from matcher.suggest import candidates as suggestible
from matcher.wording.message import message

_SAME = 1e-9  # costs that differ by less are the same sums, added in another order


def compose(
    landscape: Landscape,
    brief: Brief,
    weights: Mapping[str, float],
    *,
    size: int | None = None,
    alternatives: int = 3,
    time_limit: float = 2.0,
    candidates: BoolArray | None = None,
) -> Consortia:
    """The cheapest consortium that covers a brief, other ones, and the greedy one beside them.

    Its places are the slots of the brief, a slot for each need that no slot names, and the
    sectors that must be in. The asker and the members that are already in cost nothing and fill
    what they can; every other place is filled by a new member, who may fill several. As few
    places as possible stay empty; of such consortia the one of least cost comes first (see
    `costs`; `weights` are those of the recipe), of equal ones the one whose members stand first
    by name. With `size` there are at most so many new members.

    Whoever may be suggested for the brief may be asked, current partners among them (see
    `matcher.suggest.candidates`); `candidates` (a mask) narrows it further. Up to
    `alternatives` consortia come back, none an earlier one with somebody on top. All searches
    share `time_limit` seconds; when they are up, what was found is given with its gap. Refusal
    (invalid) for a brief that names no place to fill, and for less than one member or alternative.
    """
    _require(size, alternatives)
    question = _question(landscape, brief, weights, candidates)
    able = question.places.able & question.allowed[:, np.newaxis]
    within_reach = question.open & able.any(axis=0)
    able = able[:, within_reach]
    most = able.shape[1] if size is None else size
    by_hand = greedy(able, question.costs.cost, landscape.order, most)
    found = _cheapest(question, able, most, alternatives, time_limit) or [
        question.consortium(by_hand, optimal=not within_reach.any())
    ]
    return Consortia(
        slots=question.places.slots,
        candidates=int(np.count_nonzero(question.allowed)),
        consortia=tuple(found),
        greedy=_beside(question, by_hand, found[0]),
    )


def _require(size: int | None, alternatives: int) -> None:
    if size is not None and size < 1:
        raise Refusal(
            "invalid",
            message("A consortium cannot have {size} new members.", size=size),
            message("Ask for at least one, or leave the number out."),
        )
    if alternatives < 1:
        raise Refusal(
            "invalid",
            message("{alternatives} alternatives cannot be listed.", alternatives=alternatives),
            message("Ask for at least one."),
        )


def _own(brief: Brief) -> tuple[int, ...]:
    return () if brief.asker is None else (brief.asker,)


def _question(
    landscape: Landscape,
    brief: Brief,
    weights: Mapping[str, float],
    candidates: BoolArray | None,
) -> Question:
    found = places(landscape, brief)
    if not len(found):
        raise Refusal(
            "invalid",
            message("The brief does not say what the consortium has to cover."),
            message("Name needs, slots or sectors in it."),
        )
    allowed = suggestible(landscape, brief, include_current=True)
    return Question(
        landscape=landscape,
        places=found,
        already=tuple(dict.fromkeys((*_own(brief), *brief.members))),
        owner=brief.asker,
        allowed=allowed if candidates is None else allowed & candidates,
        costs=costs(landscape, brief, weights),
    )


def _cheapest(
    question: Question, able: BoolArray, most: int, alternatives: int, seconds: float
) -> list[Consortium]:
    """The cheapest ones; none where there is nothing to fill, or no time."""
    if not able.shape[1]:
        return []
    cost, order = question.costs.cost, question.landscape.order
    rows = worth_weighing(able, cost, order, alternatives)
    rows = rows[np.argsort(order[rows])]
    search = Search(
        Problem(able=able[rows], cost=cost[rows], rank=np.arange(len(rows)), most=most), seconds
    )
    found: list[Consortium] = []
    while len(found) < alternatives and (cover := search.following()):
        found.append(question.consortium(rows[cover.chosen], cover.bound, optimal=cover.optimal))
    return found


def _beside(question: Question, by_hand: IntArray, best: Consortium) -> Consortium:
    """The greedy consortium, measured against the best one."""
    made = question.consortium(by_hand)
    if len(made.uncovered) > len(best.uncovered) or best.gap is None:
        return made
    same = best.optimal and made.cost <= best.cost + _SAME
    return question.consortium(by_hand, best.cost * (1.0 - best.gap), optimal=same)

"""Whether they are likely to have the wish and the room for something new."""

from __future__ import annotations

import numpy as np

from matcher.landscape import Landscape
from matcher.signals.answer import Answer
from matcher.signals.query import Query
from matcher.signals.signal import Share


def says_open(landscape: Landscape, query: Query) -> Answer:
    """They have said that they are open to new partners.

    1 where they have; unknown where they have not said, for those who said no are not suggested.
    """
    return Answer(values=np.array([0.0, 1.0, np.nan])[landscape.open_to_partners])


def said_open(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """That they have said so."""
    is_open = landscape.open_to_partners[candidate] == 1
    return (Share("open", None, 1.0),) if is_open else ()


def active_lately(landscape: Landscape, query: Query) -> Answer:
    """They have begun something new lately.

    Half for a latest collaboration that began a year ago, a quarter for two years. Unknown for
    those of whom no dated collaboration is known.
    """
    return Answer(values=landscape.activity.fresh)


def latest_collaboration(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """The latest one."""
    value, row = (
        float(landscape.activity.fresh[candidate]),
        int(landscape.activity.latest[candidate]),
    )
    if row < 0 or not value > 0:
        return ()
    return (Share("latest", landscape.collaborations.ids[row], value),)


def has_room(landscape: Landscape, query: Query) -> Answer:
    """They may have room for more: few of their collaborations are running.

    1 / (1 + running / 5). Unknown for those who took part in nothing.
    """
    return Answer(values=landscape.activity.room)


def running_now(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """How many are running."""
    if not landscape.active[candidate]:
        return ()
    known = landscape.activity
    return (Share("running", None, float(known.room[candidate]), float(known.running[candidate])),)


def experienced(landscape: Landscape, query: Query) -> Answer:
    """They have taken part in many collaborations.

    The logarithm of one more than their number, as a share of the largest of anybody. Unknown for
    those who took part in nothing.
    """
    return Answer(values=landscape.activity.experience)


def how_many(landscape: Landscape, query: Query, candidate: int) -> tuple[Share, ...]:
    """Their number."""
    if not landscape.active[candidate]:
        return ()
    known = landscape.activity
    share, number = float(known.experience[candidate]), float(known.number[candidate])
    return (Share("experience", None, share, number),) if share > 0 else ()

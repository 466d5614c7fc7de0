"""What somebody who knows the field would put together by hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matcher.evaluate.history import History
from matcher.evaluate.method import Scorer
from matcher.evaluate.peers.counts import past_partners, topic
from matcher.evaluate.peers.neighbours import adamic_adar
from matcher.evaluate.peers.place import same_as_asker
from matcher.evaluate.split import Question
from matcher.landscape.arrays import FloatArray


def mix(history: History) -> Scorer:
    """Past × 5 + Adamic–Adar + same place × ln(1 + popularity) + ln(1 + topic popularity)."""
    past, near = past_partners(history), adamic_adar(history)
    same, on_topic = same_as_asker(history), topic(history)
    active = np.log1p(history.popularity)

    def score(questions: Sequence[Question]) -> FloatArray:
        return (
            5.0 * past(questions)
            + near(questions)
            + same(questions) * active
            + np.log1p(on_topic(questions))
        )

    return score

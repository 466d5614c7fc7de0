"""Those from the same place, the most active first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matcher.evaluate.history import History
from matcher.evaluate.method import Scorer
from matcher.evaluate.peers.counts import askers
from matcher.evaluate.split import Question
from matcher.landscape.arrays import FloatArray, IntArray

_NUTS_2 = 4  # letters of a NUTS code that name its region of level 2


def same_place(history: History) -> Scorer:
    """Who is from the asker's own place; among those, who took part in the most projects."""
    same = same_as_asker(history)
    beyond = 1.0 + history.popularity.max(initial=0.0)

    def score(questions: Sequence[Question]) -> FloatArray:
        return np.asarray(same(questions) * beyond + history.popularity, np.float64)

    return score


def same_as_asker(history: History) -> Scorer:
    """1 for those from the asker's place, 0 for all others and where the asker's is not known."""
    place = places(history)

    def score(questions: Sequence[Question]) -> FloatArray:
        own = place[askers(questions)][:, None]
        return np.where((own == place) & (own >= 0), 1.0, 0.0)

    return score


def places(history: History) -> IntArray:
    """Where each organisation belongs, as a number; −1 where nothing tells.

    Its NUTS 2 region, else the region that most of its earlier projects were for (of equals the
    first by name), else its country.
    """
    regions = _main_regions(history)
    named = [
        f"nuts {each.nuts3[:_NUTS_2]}"
        if each.nuts3
        else f"region {region}"
        if region
        else f"country {each.country}"
        if each.country
        else ""
        for each, region in zip(history.organisations, regions, strict=True)
    ]
    codes = {name: code for code, name in enumerate(sorted({*named} - {""}))}
    return np.array([codes.get(name, -1) for name in named], np.int64)


def _main_regions(history: History) -> list[str]:
    regions = sorted({project.brief.region for project in history.projects} - {""})
    column = {region: place for place, region in enumerate(regions)}
    of_region = np.zeros((len(history.projects), len(regions) + 1))
    for row, project in enumerate(history.projects):
        if project.brief.region:
            of_region[row, column[project.brief.region]] = 1.0
    often = np.asarray(history.took_part @ of_region)
    return [[*regions, ""][int(row.argmax())] if row.any() else "" for row in often]

"""Evidence in columns, written down as one would tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.landscape.collaborations import ALWAYS, FOR_EVER, Stays
from matcher.network.evidence import AGREEMENTS, Collaborations, Pieces, Reports, gathered


@dataclass(frozen=True, kw_only=True, slots=True)
class Stay:
    """An organisation's time in a collaboration; agreement and money are the collaboration's."""

    collaboration: str
    organisation: str
    since: date | None = None
    until: date | None = None
    agreement: str | None = None
    funding_end: date | None = None
    title: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """A reported tie."""

    a: str
    b: str
    kind: str | None = None
    strength: float = 1.0
    since: date | None = None
    until: date | None = None


def make_evidence(
    stays: Sequence[Stay], reports: Sequence[Report], index: Mapping[str, int], as_of: date
) -> Pieces:
    """The pieces known on a day; `index` says which row an organisation is."""
    today = as_of.toordinal()
    begun = sorted(
        (stay for stay in stays if ordinal(stay.since, ALWAYS) <= today),
        key=lambda stay: (stay.collaboration, index[stay.organisation]),
    )
    ids = sorted({stay.collaboration for stay in begun})
    first = {stay.collaboration: stay for stay in reversed(begun)}
    number = {key: place for place, key in enumerate(ids)}
    return gathered(
        Collaborations(
            ids=tuple(ids),
            titles=tuple(first[key].title or key.capitalize() for key in ids),
            order=np.arange(len(ids)),
            start=ordinals([first[key].since for key in ids], ALWAYS),
            end=ordinals([first[key].until for key in ids], FOR_EVER),
            agreement=np.array(
                [AGREEMENTS.index(word) if (word := first[key].agreement) else -1 for key in ids],
                np.int64,
            ),
            funding_end=ordinals([first[key].funding_end for key in ids], 0),
        ),
        Stays(
            organisation=np.array([index[stay.organisation] for stay in begun], np.int64),
            collaboration=np.array([number[stay.collaboration] for stay in begun], np.int64),
            joined=ordinals([stay.since for stay in begun], ALWAYS),
            left=ordinals([stay.until for stay in begun], FOR_EVER),
        ),
        Reports(
            a=np.array([index[report.a] for report in reports], np.int64),
            b=np.array([index[report.b] for report in reports], np.int64),
            kind=tuple(report.kind for report in reports),
            strength=np.array([report.strength for report in reports], np.float64),
            since=ordinals([report.since for report in reports], ALWAYS),
            until=ordinals([report.until for report in reports], FOR_EVER),
        ),
        as_of,
    )


def ordinal(day: date | None, otherwise: int) -> int:
    """A day as columns have it."""
    return otherwise if day is None else day.toordinal()


def ordinals(days: Sequence[date | None], otherwise: int) -> np.ndarray:
    """The same for several."""
    return np.array([ordinal(day, otherwise) for day in days], np.int64)

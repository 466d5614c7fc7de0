"""How good lists are: where the relevant stand, among everybody and among new partners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from matcher.landscape.arrays import BoolArray, FloatArray, IntArray
from matcher.learn.seen import Seen

LISTED = 10


class Stood(NamedTuple):
    """The places (from 1) at which the relevant of one question stood.

    Among everybody, and where those whom the asker had worked with were left out; empty where
    nobody is relevant then.
    """

    all: IntArray
    new: IntArray


@dataclass(frozen=True, kw_only=True, slots=True)
class Measures:
    """Means over questions; None where none had anybody relevant.

    `recall` is the share of the relevant among the first ten, `ndcg` the normalised discounted
    cumulative gain of these, `mrr` the mean of 1 / the place of the first relevant one.
    """

    recall: float | None = None
    ndcg: float | None = None
    mrr: float | None = None

    def named(self) -> dict[str, float | None]:
        """The measures by the names that `samspil evaluate` uses."""
        return {"recall@10": self.recall, "ndcg@10": self.ndcg, "mrr": self.mrr}


@dataclass(frozen=True, kw_only=True, slots=True)
class Quality:
    """How lists did: of everybody, and of those whom the asker had not worked with."""

    all: Measures
    new: Measures

    @property
    def ndcg(self) -> float:
        """The mean of both; 0 where nothing is known."""
        known = [each.ndcg for each in (self.all, self.new) if each.ndcg is not None]
        return sum(known) / max(len(known), 1)

    def named(self) -> dict[str, object]:
        """As `samspil evaluate` names it."""
        return {**self.all.named(), "new": self.new.named()}


def stood(points: FloatArray, seen: Seen) -> Stood:
    """Where the relevant stand by their points, equals in the order of the rows."""
    everybody = np.ones(len(points), np.bool_)
    return Stood(_places(points, seen, everybody), _places(points, seen, ~seen.partner))


def quality(found: Sequence[Stood]) -> Quality:
    """What the places come to."""
    return Quality(all=_means([each.all for each in found]), new=_means([e.new for e in found]))


def _places(points: FloatArray, seen: Seen, kept: BoolArray) -> IntArray:
    order = np.argsort(-points[kept], kind="stable")
    return np.flatnonzero(seen.relevant[kept][order]) + 1


def _means(found: Sequence[IntArray]) -> Measures:
    told = [places for places in found if len(places)]
    if not told:
        return Measures()
    return Measures(
        recall=float(np.mean([np.mean(places <= LISTED) for places in told])),
        ndcg=float(np.mean([_ndcg(places) for places in told])),
        mrr=float(np.mean([1 / places[0] for places in told])),
    )


def _ndcg(places: IntArray) -> float:
    gain = float(np.sum(1 / np.log2(places[places <= LISTED] + 1.0)))
    best = np.arange(1, min(len(places), LISTED) + 1)
    return gain / float(np.sum(1 / np.log2(best + 1.0)))

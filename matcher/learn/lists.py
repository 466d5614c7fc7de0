"""Lists to learn from: what the signals say of candidates, and who of them was right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.landscape.arrays import BoolArray, FloatArray, IntArray
from matcher.learn.seen import Seen

# Only those whom the recipe held to puts among so many best are learnt from, as candidates and as
# relevant: that is the part of a list that anybody reads. One far below cannot be found with what
# the data say, and to lift it a little harms those who can. On interreg (cut 2016-07-01) NDCG@10
# is .163, of new partners .090, with everybody, and .177 and .101 so; on dk_esif (2009 and 2010)
# it differs by .005 at most. Choosing rows by the signals alone does not bend their weights.
BEST = 100


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class View:
    """One way of reading the rows: who is a candidate, and how much each list has to say.

    `target` shares a list's `weight` among its relevant candidates.
    """

    candidate: BoolArray
    target: FloatArray
    weight: FloatArray


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Lists:
    """Rows of candidates, list after list; `starts` is where each list begins.

    `values` are what the signals say (rows × signals), 0 where they do not; `unknown` has 1 there.
    """

    values: FloatArray
    unknown: FloatArray
    starts: IntArray
    views: tuple[View, ...]

    @property
    def sizes(self) -> IntArray:
        """How many rows each list has."""
        return np.diff(self.starts, append=len(self.values))


def best(seen: Seen, points: FloatArray) -> Seen:
    """Those of the most points among everybody, and among new partners; equals by their order."""
    order = np.argsort(-points, kind="stable")
    new = order[~seen.partner[order]]
    rows = np.union1d(order[:BEST], new[:BEST])
    return Seen(values=seen.values[rows], relevant=seen.relevant[rows], partner=seen.partner[rows])


def asked_of_all_and_new(found: Sequence[Seen]) -> Lists:
    """Lists asked for everybody and for new partners, either of which says half; not empty."""
    new = ~np.concatenate([each.partner for each in found])
    return _lists(found, [np.ones(len(new), np.bool_), new], len(found))


def asked_of_all(found: Sequence[Seen], say: float) -> Lists:
    """Lists asked for everybody, which together weigh as much as `say` lists; not empty."""
    return _lists(found, [np.ones(sum(len(each.partner) for each in found), np.bool_)], say)


def _lists(found: Sequence[Seen], candidates: Sequence[BoolArray], say: float) -> Lists:
    values = np.concatenate([each.values for each in found])
    relevant = np.concatenate([each.relevant for each in found])
    sizes = np.array([len(each.relevant) for each in found], np.int64)
    starts = np.cumsum(sizes) - sizes
    unknown = np.isnan(values)
    return Lists(
        values=np.where(unknown, 0.0, values),
        unknown=unknown.astype(np.float64),
        starts=starts,
        views=tuple(_view(each, relevant, starts, say / len(candidates)) for each in candidates),
    )


def _view(candidate: BoolArray, relevant: BoolArray, starts: IntArray, say: float) -> View:
    """A view in which all lists together weigh `say`; those without a relevant row say nothing."""
    right = (candidate & relevant).astype(np.float64)
    counted = np.add.reduceat(right, starts)
    telling = max(int(np.count_nonzero(counted)), 1)
    weight = np.where(counted > 0, say / telling, 0.0)
    each = np.repeat(weight / np.maximum(counted, 1), np.diff(starts, append=len(right)))
    return View(candidate=candidate, target=right * each, weight=weight)

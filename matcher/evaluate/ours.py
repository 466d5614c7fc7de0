"""Samspil's own suggestions, asked as anybody would ask for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from matcher.brief import Brief
from matcher.evaluate.history import History
from matcher.evaluate.measure import Rearrange
from matcher.evaluate.method import Method, Scorer
from matcher.evaluate.ranking import LISTED
from matcher.evaluate.rows import brief_of, history_rows
from matcher.evaluate.split import Question
from matcher.landscape import Rows, build
from matcher.landscape.arrays import BoolArray, FloatArray, IntArray
from matcher.learn import learn
from matcher.recipe import Recipe, load_recipe
from matcher.suggest import scores

NAMES = ("samspil", "samspil_shipped", "samspil_small")
# How many of the ten places `samspil_small` keeps for small organisations.
ALSO_SMALL = 3

# Gives the recipe to use, from what is known before a day and the one that Samspil comes with.
Choose = Callable[[Rows, dt.date, Recipe], Recipe]


def shipped_recipe(rows: Rows, until: dt.date, shipped: Recipe) -> Recipe:  # noqa: ARG001 – asked as `learnt_recipe` is
    """The recipe as Samspil comes with it, whatever is known."""
    return shipped


def learnt_recipe(rows: Rows, until: dt.date, shipped: Recipe) -> Recipe:
    """The recipe that the rows teach, all of them known before `until`; else as shipped."""
    return learn(rows, until, shipped).recipe


def suggested(choose: Choose) -> Method:
    """Scores of all known organisations, current partners among them, by the recipe chosen."""

    @lru_cache(maxsize=1)  # two methods may ask for the same
    def learn_from(history: History) -> Scorer:
        rows = history_rows(history)
        landscape = build(rows, as_of=history.cut, revision=0)
        recipe = choose(rows, history.cut, load_recipe("partners"))
        place = [landscape.index[each.id] for each in history.organisations]

        def score(questions: Sequence[Question]) -> FloatArray:
            return np.stack(
                [scores(landscape, ask(question), recipe)[place] for question in questions]
            )

        def ask(question: Question) -> Brief:
            return brief_of(question.brief, place[question.asker], landscape)

        return score

    return learn_from


def also_small(small: BoolArray) -> Rearrange:
    """Gives the last three of ten places to the best small ones that are not listed yet.

    As `samspil suggest --also-small 3` does: the others keep their order.
    """

    def rearrange(values: FloatArray) -> FloatArray:
        candidates = np.flatnonzero(np.isfinite(values))
        in_order = candidates[np.argsort(-values[candidates], kind="stable")]
        first = in_order[: LISTED - ALSO_SMALL]
        rest = in_order[len(first) :]
        also = rest[small[rest]][:ALSO_SMALL]
        return _in_front(values, np.concatenate([_filled(first, rest, also), also]))

    return rearrange


def _filled(first: IntArray, rest: IntArray, also: IntArray) -> IntArray:
    """The best; places that no small one can fill stay theirs."""
    others = rest[~np.isin(rest, also)]
    return np.concatenate([first, others[: ALSO_SMALL - len(also)]])


def _in_front(values: FloatArray, front: IntArray) -> FloatArray:
    """The values with those of `front` raised above all others, in its order."""
    raised = values.copy()
    top = values.max(initial=0.0)
    raised[front] = top + np.arange(len(front), 0, -1)
    return raised

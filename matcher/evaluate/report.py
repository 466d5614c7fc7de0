"""All methods against one folder and cut, and the answer as the contract has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from matcher.evaluate import metrics, ours, peers
from matcher.evaluate.folder import Folder
from matcher.evaluate.measure import Measured, Rearrange, Scores, measure, new_relevant, small
from matcher.evaluate.method import Method
from matcher.evaluate.split import Split, drawn, split
from matcher.landscape.arrays import FloatArray, IntArray


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What is asked of an evaluation: `peers` are names, `queries` how many at most."""

    cut: dt.date
    seed: int = 1
    queries: int = 1500
    peers: tuple[str, ...] = peers.NAMES


def evaluate(folder: Folder, asked: Asked, tell: Callable[[str], None] | None = None) -> Any:
    """How well every method answers, as the contract's JSON; `tell` hears which one is at work.

    Refusal (invalid) where the cut leaves nothing to learn from or to ask. Peers whose library is
    not installed are named in `left_out`.
    """
    chosen = drawn(split(folder, asked.cut), asked.queries, asked.seed)
    lacking = [name for name in asked.peers if name in peers.lacking()]
    methods = {}
    for name, method, rearrange in _methods(asked, chosen, lacking):
        if tell is not None:
            tell(name)
        methods[name] = _said(measure(method, chosen, rearrange), chosen, asked.seed)
    return {
        "dataset": folder.name,
        "cut": asked.cut.isoformat(),
        "seed": asked.seed,
        "organisations": len(chosen.history),
        "queries": len(chosen.questions),
        "queries_new": sum(len(new_relevant(truth)) > 0 for truth in chosen.truths),
        "projects": chosen.projects,
        "rows_left_out": folder.rows_left_out,
        "left_out": lacking,
        "methods": methods,
    }


def _methods(
    asked: Asked, chosen: Split, lacking: Collection[str]
) -> Iterator[tuple[str, Method, Rearrange | None]]:
    learnt = ours.suggested(ours.learnt_recipe)
    yield "samspil", learnt, None
    yield "samspil_shipped", ours.suggested(ours.shipped_recipe), None
    yield "samspil_small", learnt, ours.also_small(small(chosen.history))
    others = peers.peers(asked.seed)
    for name in peers.NAMES:
        if name in asked.peers and name not in lacking:
            yield name, others[name], None


def _said(measured: Measured, chosen: Split, seed: int) -> Mapping[str, Any]:
    projects = np.array([truth.project for truth in chosen.truths], np.int64)
    return {
        **_quality(measured.all, projects, seed),
        "new": _quality(measured.new, projects, seed),
        "coverage": metrics.coverage(measured.shown),
        "gini": metrics.gini(measured.shown),
        "small": metrics.mean(measured.small),
        "ms_per_query": measured.ms_per_query,
    }


def _quality(scores: Scores, projects: IntArray, seed: int) -> dict[str, Any]:
    return {
        "recall@10": metrics.mean(scores.recall),
        "recall@10_ci": _interval(scores.recall, projects, seed),
        "ndcg@10": metrics.mean(scores.ndcg),
        "mrr": metrics.mean(scores.reciprocal_rank),
    }


def _interval(values: FloatArray, projects: IntArray, seed: int) -> list[float] | None:
    found = metrics.interval(values, projects, seed)
    return None if found is None else list(found)

"""How good suggestions are beside the methods that a practitioner would use instead.

    python -m benchmarks.quality FOLDER=CUT … [--seed 1] [--queries 1500] [--peers all]

For example `dk_esif=2010-01-01`; a table for each, the goals, and what a prototype reached.
"""

from __future__ import annotations

import argparse
import time
from datetime import date
from pathlib import Path
from typing import Any

from matcher.evaluate.goals import goals, small_goals
from matcher.evaluate.peers import chosen
from matcher.evaluate.reading import read_folder
from matcher.evaluate.report import Asked, evaluate

# recall@10 for all and for new partners that a prototype reached: the least to expect.
FLOORS = {
    ("dk_esif", "2011-01-01"): (0.546, 0.473),
    ("interreg", "2014-01-01"): (0.138, 0.082),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", metavar="FOLDER=CUT")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--queries", type=int, default=1500)
    parser.add_argument("--peers", default="all")
    given = parser.parse_args()
    for each in given.sets:
        folder, _, cut = each.rpartition("=")
        asked = Asked(
            cut=date.fromisoformat(cut),
            seed=given.seed,
            queries=given.queries,
            peers=chosen(given.peers),
        )
        start = time.perf_counter()
        answer = evaluate(read_folder(Path(folder)), asked)
        _print(answer, time.perf_counter() - start)


def _print(answer: dict[str, Any], seconds: float) -> None:
    print(
        f"\n{answer['dataset']}, cut {answer['cut']}: {answer['organisations']:,} organisations, "
        f"{answer['queries']} questions of {answer['projects']} projects, {seconds:.1f} s\n"
    )
    print("                       recall@10          NDCG@10  MRR    | new: recall@10  MRR   "
          "| coverage  Gini   small   ms")  # fmt: skip
    for name, method in answer["methods"].items():
        low, high = method["recall@10_ci"]
        new = method["new"]
        print(
            f"{name:20}   {method['recall@10']:.3f} [{low:.3f} {high:.3f}] {method['ndcg@10']:.3f}"
            f"   {method['mrr']:.3f}  | {_three(new['recall@10']):14}  {_three(new['mrr'])} "
            f"| {method['coverage']:.3f}     {method['gini']:.3f}  {_three(method['small'])}"
            f"  {method['ms_per_query']:6.2f}"
        )
    print()
    for goal in [*goals(answer), *small_goals(answer)]:
        reached = _three(goal.reached)
        times = "" if not goal.best or goal.reached is None else f"{goal.reached / goal.best:.2f} ×"
        print(
            f"{goal.measure:22} {reached}, wanted {goal.wanted:.3f}: "
            f"{'met' if goal.met else 'missed':7} ({times} {goal.peer} {goal.best:.3f})"
        )
    floor = FLOORS.get((answer["dataset"], answer["cut"]))
    if floor:
        print(f"A prototype reached {floor[0]:.3f} for all and {floor[1]:.3f} for new partners.")


def _three(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    main()

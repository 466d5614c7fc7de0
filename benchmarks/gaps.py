"""How long it takes to find what is missing in a network, and which ties would help.

    python -m benchmarks.gaps [--organisations 1000 10000 50000] [--seed 1]

The network is a generated one; its groups are the districts, of about 200 organisations each.
Beside the whole, which is found once for a revision and day, stands what somebody waits for who
opens a gap: five ties with their gains, the worst of the first ten gaps of each kind.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from benchmarks.generated import generated
from matcher.landscape import build
from matcher.network.gaps.analysis import Gaps, gaps
from matcher.network.gaps.asking import Between, question
from matcher.network.gaps.helping import helping_ties
from matcher.recipe import load_recipe

AS_OF = date(2026, 1, 15)
KINDS = ("capacities", "themes", "alone", "brokers", "bridges", "groups")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="speed of the analysis of gaps")
    parser.add_argument("--organisations", type=int, nargs="+", default=[1_000, 10_000, 50_000])
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    print(f"{'organisations':>14}{'ties':>9}{'gaps':>8}{'all, s':>9}{'a gap, ms':>11}  worst kind")
    for size in asked.organisations:
        landscape = build(generated(size, asked.seed), as_of=AS_OF, revision=1)
        group = landscape.places.district
        gaps(landscape, group)  # what is compiled or read at first use
        seconds, found = _timed(lambda given=(landscape, group): gaps(*given))
        worst, kind = max(_waits(found))
        number = sum(len(getattr(found, each)) for each in KINDS)
        ties = found.ties.matrix.nnz // 2
        print(f"{size:>14}{ties:>9}{number:>8}{seconds:>9.2f}{1000 * worst:>11.0f}  {kind}")


def _waits(found: Gaps) -> list[tuple[float, str]]:
    """The longest wait for the ties of a gap, for each kind that there is."""
    recipe = load_recipe("partners")
    every: dict[str, list[Any]] = {kind: list(getattr(found, kind)[:10]) for kind in KINDS}
    every["sectors"] = [Between(codes="sector", meeting=each) for each in found.sectors]
    return [
        (
            max(
                _timed(
                    lambda gap=gap: helping_ties(found, question(gap, found), recipe, lambda _: ())
                )[0]
                for gap in gaps_
            ),
            kind,
        )
        for kind, gaps_ in every.items()
        if gaps_
    ]


def _timed(run: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    answer = run()
    return time.perf_counter() - start, answer


if __name__ == "__main__":
    main()

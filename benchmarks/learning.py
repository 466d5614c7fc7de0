"""How long learning a recipe takes, and what the recipe changes.

    python -m benchmarks.learning [--folder FOLDER --cut DATE] [--organisations 10000] [--seed 1]

On what a folder (as `samspil evaluate` reads it) knows before a day, or on a generated network,
where who meets is mostly who lives near.
"""

from __future__ import annotations

import argparse
import resource
import time
from datetime import date
from pathlib import Path

from benchmarks.generated import generated
from matcher.evaluate.history import history_of
from matcher.evaluate.reading import read_folder
from matcher.evaluate.rows import history_rows
from matcher.evaluate.split import parts
from matcher.landscape import Rows
from matcher.learn import LearnResult, Quality, learn
from matcher.recipe import Recipe, load_recipe
from matcher.wording.say import say

AS_OF = date(2026, 1, 15)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="speed and quality of learning a recipe")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--cut", type=date.fromisoformat, default=AS_OF)
    parser.add_argument("--organisations", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    rows = _rows(asked.folder, asked.cut, asked.organisations, asked.seed)
    shipped = load_recipe("partners")
    print(f"organisations              {len(rows.organisations):>10,}")
    print(f"collaborations             {len(rows.collaborations):>10,}")
    start = time.perf_counter()
    found = learn(rows, asked.cut, shipped, seed=asked.seed)
    print(f"learning, s                {time.perf_counter() - start:>10.1f}")
    print(f"memory at most, MB         {_megabytes():>10,.0f}")
    _tell(found, shipped)


def _rows(folder: Path | None, cut: date, organisations: int, seed: int) -> Rows:
    if folder is None:
        return generated(organisations, seed)
    before, _ = parts(read_folder(folder), cut)
    return history_rows(history_of(before, cut))


def _tell(found: LearnResult, shipped: Recipe) -> None:
    if found.reason is not None:
        print(say(found.reason, "en"))
    for name, value in found.recipe.learnt.items():
        if name != "quality":
            print(f"{name:<26} {value!s:>10}")
    for name, quality in found.quality.items():
        print(f"{name:<12} recall@10, NDCG@10, MRR: {_numbers(quality)}")
    for name, weight in found.recipe.weights.items():
        print(f"{name:<24} {shipped.weights[name]:>6.2f} → {weight:>6.2f}")


def _numbers(quality: Quality) -> str:
    """Of everybody, and of new partners."""
    return " / ".join(
        " ".join("–" if value is None else f"{value:.3f}" for value in each.named().values())
        for each in (quality.all, quality.new)
    )


def _megabytes() -> float:
    """The most memory that this process held; Linux counts it in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()

"""How long a suggestion takes, with its reasons and introductions, once the landscape is loaded.

    python -m benchmarks.suggest [--organisations 10000] [--seed 1] [--folder FOLDER]

Without --folder on a generated network; with it on an import of the folder into a database of its
own, through the same commands as everybody uses.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import numpy as np

from matcher.generated import generated
from matcher.landscape import Landscape, build
from matcher.recipe import load_recipe
from matcher.services.installation import Installation
from matcher.settings import read_settings
from matcher.suggest import suggest
from matcher.wording.suggestion import spoken

AS_OF = date(2026, 1, 15)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--organisations", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--questions", type=int, default=300)
    asked = parser.parse_args()
    folder: Path | None = asked.folder
    landscape = _imported(folder) if folder else _made(asked.organisations, asked.seed)
    print(f"organisations              {len(landscape):>10,}")
    print(f"ties                       {landscape.ties.nnz // 2:>10,}")
    askers = np.random.default_rng(asked.seed).permutation(len(landscape))[: asked.questions]
    _ask(landscape, [int(row) for row in askers])
    print(f"memory at most, MB         {_megabytes():>10,.0f}")


def _ask(landscape: Landscape, askers: list[int]) -> None:
    recipe = load_recipe("partners")
    suggest(landscape, askers[0], recipe)  # what is done once only is not measured
    found, said = [], []
    for asker in askers:
        start = time.perf_counter()
        answer = suggest(landscape, asker, recipe)
        found.append(time.perf_counter() - start)
        spoken(answer, landscape, "da")
        said.append(time.perf_counter() - start)
    for name, seconds in (("a suggestion", found), ("and in words", said)):
        p50, p95 = np.percentile(seconds, (50, 95)) * 1000
        print(f"{name}, ms p50 / p95 {p50:>12.2f} / {p95:.2f}")


def _made(organisations: int, seed: int) -> Landscape:
    network = generated(organisations, seed)
    start = time.perf_counter()
    landscape = build(network, as_of=AS_OF, revision=1)
    print(f"building, s                {time.perf_counter() - start:>10.2f}")
    return landscape


def _imported(folder: Path) -> Landscape:
    with tempfile.TemporaryDirectory() as place:
        url = f"sqlite:///{Path(place) / 'benchmark.db'}"
        environ = {**os.environ, "SAMSPIL_DATABASE_URL": url}
        for verb in (["init"], ["import", str(folder)]):
            start = time.perf_counter()
            command = [sys.executable, "-m", "matcher", *verb]
            subprocess.run(command, env=environ, check=True, stdout=subprocess.DEVNULL)
            print(f"{verb[0]}, s {time.perf_counter() - start:>{34 - len(verb[0])}.2f}")
        installation = Installation(read_settings({"SAMSPIL_DATABASE_URL": url}))
        start = time.perf_counter()
        landscape = installation.landscape(date.today())
        print(f"loading, s                 {time.perf_counter() - start:>10.2f}")
        installation.close()
        return landscape


def _megabytes() -> float:
    """The most memory that this process held; Linux counts it in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()

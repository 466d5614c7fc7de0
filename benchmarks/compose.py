"""How long the cheapest consortium takes, and what putting it together by hand would cost more.

    python -m benchmarks.compose [--organisations 2000] [--slots 12] [--briefs 20] [--seed 1]

Two kinds of networks: `generated` has the shape of real ones (a capacity is offered by few, and
few offer much), in `dense` everybody offers every capacity with the same chance, so that there
are very many ways to fill the slots. Each brief has slots of one or two capacities, one required
sector and an asker; three different consortia are asked for. `greedy` is its cost over the
cheapest one's where it covers as much.
"""

from __future__ import annotations

import argparse
import time
from datetime import date

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.generated import generated
from matcher.brief import Brief, Slot
from matcher.compose import Consortia, compose
from matcher.landscape import CapacityRow, Landscape, Rows, TermRow, build
from matcher.recipe import COMPOSE

AS_OF = date(2026, 1, 15)
CHANCE = 0.2  # that somebody of the dense network offers a capacity
TERMS = 24  # of the dense network


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="speed of composing a consortium")
    parser.add_argument("--organisations", type=int, default=2000)
    parser.add_argument("--slots", type=int, default=12)
    parser.add_argument("--briefs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    rows = generated(asked.organisations, asked.seed)
    table = Table(
        "network", "size", "s p50", "s most", "proven", "consortia", "members", "greedy", "most"
    )
    for name, network in (("generated", rows), ("dense", _dense(rows, asked.seed))):
        landscape = build(network, as_of=AS_OF, revision=1)
        briefs = [_brief(landscape, asked.slots, asked.seed + i) for i in range(asked.briefs)]
        for size in (None, asked.slots // 3):
            table.add_row(
                name, "any" if size is None else str(size), *_asked(landscape, briefs, size)
            )
    Console(width=110).print(table)


def _asked(landscape: Landscape, briefs: list[Brief], size: int | None) -> list[str]:
    seconds: list[float] = []
    answers: list[Consortia] = []
    for brief in briefs:
        start = time.perf_counter()
        answers.append(compose(landscape, brief, COMPOSE, size=size))
        seconds.append(time.perf_counter() - start)
    every = [each for answer in answers for each in answer.consortia]
    dearer = [
        answer.greedy.cost / answer.consortia[0].cost
        for answer in answers
        if len(answer.greedy.uncovered) == len(answer.consortia[0].uncovered)
        and answer.consortia[0].cost
    ]
    return [
        f"{np.median(seconds):.3f}",
        f"{max(seconds):.3f}",
        f"{sum(each.optimal for each in every)}/{len(every)}",
        f"{len(every) / len(briefs):.1f}",
        f"{np.mean([len(answer.consortia[0].members) for answer in answers]):.1f}",
        f"{np.mean(dearer):.3f}" if dearer else "–",
        f"{max(dearer):.3f}" if dearer else "–",
    ]


def _brief(landscape: Landscape, slots: int, seed: int) -> Brief:
    """A brief whose slots ask for capacities that somebody offers."""
    random = np.random.default_rng(seed)
    offered = np.flatnonzero(np.bincount(landscape.offers.indices))
    return Brief(
        asker=int(random.integers(len(landscape))),
        sectors=(1,),
        slots=tuple(
            Slot(
                name=f"slot {i}",
                needs=tuple(random.choice(offered, random.integers(1, 3), replace=False).tolist()),
            )
            for i in range(slots)
        ),
    )


def _dense(rows: Rows, seed: int) -> Rows:
    """The same organisations and ties, with few capacities that many offer."""
    offers = np.random.default_rng(seed).random((len(rows.organisations), TERMS)) < CHANCE
    return Rows(
        organisations=rows.organisations,
        terms=(
            *(row for row in rows.terms if row.vocabulary != "capacity"),
            *(
                TermRow(id=f"capacity{i}", vocabulary="capacity", da=f"Ord {i}", en=f"Word {i}")
                for i in range(TERMS)
            ),
        ),
        capacities=tuple(
            CapacityRow(
                organisation=rows.organisations[who].id, side="offers", term=f"capacity{term}"
            )
            for who, term in zip(*(each.tolist() for each in np.nonzero(offers)), strict=True)
        ),
        interests=rows.interests,
        collaborations=rows.collaborations,
        participations=rows.participations,
    )


if __name__ == "__main__":
    main()

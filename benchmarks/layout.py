"""How well and how fast networks are laid out.

    python -m benchmarks.layout [--sizes 240 1000 2000 10000] [--network FILE.npz …] [--grown 0.1]

Without files the networks are made here: communities of lognormal sizes in districts, hubs, a
mean degree of about 6. A file holds `e`, edges m × 2, and may hold `comm`, a community a node.
Seconds are of the processor, so that other work on the machine does not count. With --grown so
large a part of the nodes comes after the layout and is placed among the others.

neigh20   share of ties whose other end is among a node's 20 nearest (higher is better)
purity10  share of a node's 10 nearest that are of its own community
overlap   share of nodes nearer than 3 px to another, the picture fitted into 1200 x 760
fill      share of 40 px cells of the picture that hold a node
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table
from scipy.spatial import cKDTree

from matcher.network.layout import Layout, layout
from matcher.network.matrix import Floats, Ints
from matcher.network.staying import Kept, carried_on


def make(size: int, seed: int = 7) -> tuple[Ints, Ints]:
    """A seeded network with planted communities: edges and the community of each node."""
    chance = np.random.default_rng(seed + size)
    median = float(np.clip(size / 12, 12, 60))
    sizes: list[int] = []
    while sum(sizes) < size:
        sizes.append(int(np.clip(chance.lognormal(np.log(median), 0.6), 8, 400)))
    community = np.repeat(np.arange(len(sizes)), sizes)[:size]
    weight = np.minimum(chance.pareto(2.3, size) + 0.6, 60.0)
    count = int(size * 3.2)
    source = chance.choice(size, count, p=weight / weight.sum())
    target = chance.choice(size, count, p=weight / weight.sum())
    inside = chance.random(count) > 0.18
    for number in range(int(community.max()) + 1):
        members = np.flatnonzero(community == number)
        mine = np.flatnonzero(inside & (community[source] == number))
        share = weight[members] / weight[members].sum()
        target[mine] = chance.choice(members, len(mine), p=share)
    low, high = np.minimum(source, target), np.maximum(source, target)
    ends = np.unique(np.stack([low, high], axis=1)[low != high], axis=0)
    return ends, community


def quality(place: Floats, ends: Ints, community: Ints) -> dict[str, float]:
    """The measures of the table, for one picture."""
    nearest = cKDTree(place).query(place, k=min(21, len(place)))[1][:, 1:]
    near = np.repeat(np.arange(len(place)), nearest.shape[1]) * len(place) + nearest.ravel()
    both = np.concatenate([ends, ends[:, ::-1]])
    box = place - place.min(axis=0)
    wide, high = np.maximum(box.max(axis=0), 1e-12)
    pixels = box * min(1200 / wide, 760 / high)
    apart = cKDTree(pixels).query(pixels, k=2)[0][:, 1]
    cells = {(int(x) // 40, int(y) // 40) for x, y in pixels}
    return {
        "neigh20": float(np.isin(both[:, 0] * len(place) + both[:, 1], near).mean()),
        "purity10": float((community[nearest[:, :10]] == community[:, None]).mean()),
        "overlap": float((apart < 3).mean()),
        "fill": len(cells) / (30 * 19),
    }


def measure(ends: Ints, community: Ints, repeats: int, grown: float) -> dict[str, float]:
    """The quality of the picture, and the median of the seconds that it took."""
    size = len(community)
    before = _before(size, ends, grown) if grown else None
    took = []
    for _ in range(repeats):
        began = time.process_time()
        drawn = carried_on(before, ends, np.ones(len(ends))) if before else layout(size, ends)
        took.append(time.process_time() - began)
    return {"seconds": float(np.median(took)), **quality(drawn.place, ends, community)}


def _before(size: int, ends: Ints, grown: float) -> Kept:
    """What is kept of a layout without the nodes that come later, drawn by lot."""
    there = np.ones(size, dtype=np.bool_)
    there[np.random.default_rng(1).permutation(size)[: int(size * grown / (1 + grown))]] = False
    seat = np.cumsum(there) - 1
    old = ends[there[ends].all(axis=1)]
    drawn: Layout = layout(int(there.sum()), seat[old])
    place, group = np.full((size, 2), np.nan), np.full(size, -1, dtype=np.int64)
    place[there], group[there] = drawn.place, drawn.group
    return Kept(place=place, group=group, organisations=int(there.sum()), ties=len(old))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="quality and speed of the network layout")
    parser.add_argument("--sizes", type=int, nargs="*", default=[240, 1000, 2000, 10000])
    parser.add_argument("--network", type=Path, nargs="*", default=[])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--grown", type=float, default=0.0)
    arguments = parser.parse_args()
    networks = {f"made, {size}": make(size) for size in arguments.sizes}
    if arguments.network:
        networks = {path.name: _read(path) for path in arguments.network}
    table = Table("network", "nodes", "ties", "seconds", "neigh20", "purity10", "overlap", "fill")
    for name, (ends, community) in networks.items():
        found = measure(ends, community, arguments.repeats, arguments.grown)
        numbers = [f"{value:.3f}" for value in found.values()]
        table.add_row(name, str(len(community)), str(len(ends)), *numbers)
    Console().print(table)


def _read(path: Path) -> tuple[Ints, Ints]:
    held = np.load(path, allow_pickle=False)
    ends = held["e"].astype(np.int64)
    size = int(ends.max()) + 1
    return ends, held["comm"] if "comm" in held else np.zeros(size, dtype=np.int64)


if __name__ == "__main__":
    main()

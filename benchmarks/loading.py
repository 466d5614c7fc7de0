"""How long a landscape takes to load, and to follow a change.

    python -m benchmarks.loading [--organisations 10000 100000] [--seed 1]

The network of `samspil benchmark`, in SQLite. `read` and `build` are the two parts of loading, with
the most memory held; below them, for each kind of change, the median time from one that is saved
to the landscape that knows it, and `built` where it was built anew.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from matcher.cli.benchmark.network import made_network
from matcher.landscape import Landscape, build
from matcher.services.access import OPERATOR
from matcher.services.installation import Installation, without_collecting
from matcher.settings import Settings
from matcher.store import documents
from matcher.store.documents import collaborations, organisations
from matcher.store.landscape_columns import landscape_columns
from matcher.store.tables.base import new_id

AS_OF = date(2026, 1, 15)
TIMES = 9


def main() -> None:
    """Measure each size in a process of its own, so that its memory is its own, too."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--organisations", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    for size in asked.organisations:
        with tempfile.TemporaryDirectory() as folder:
            url = made_network(Path(folder), size, asked.seed, AS_OF)
            with get_context("spawn").Pool(1) as pool:
                lines = pool.apply(measured, (url,))
        print(f"{size:,} organisations")
        print("\n".join(lines))


def measured(url: str) -> list[str]:
    """The lines of one network."""
    installation = Installation(Settings(database_url=url))
    lines = _loading(installation)
    landscape = installation.landscape(AS_OF)
    changes = Changes(installation, landscape)
    for name, change in changes.kinds().items():
        took, built = _following(installation, change)
        lines.append(f"  {name:<22} {took:8.1f} ms{'  built' if built else ''}")
    installation.close()
    return lines


def _loading(installation: Installation) -> list[str]:
    with without_collecting(), installation.reading() as session:
        start = time.perf_counter()
        columns = landscape_columns(session)
        read = time.perf_counter()
        build(columns, as_of=AS_OF, revision=1)
        done = time.perf_counter()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = most / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return [
        f"  {'read':<22} {read - start:8.2f} s",
        f"  {'build':<22} {done - read:8.2f} s",
        f"  {'memory':<22} {megabytes:8.0f} MB",
    ]


def _following(installation: Installation, change: Callable[[int], None]) -> tuple[float, bool]:
    took, built = [], False
    for number in range(TIMES):
        before = installation.landscape(AS_OF)
        change(number)
        start = time.perf_counter()
        after = installation.landscape(AS_OF)
        took.append(1000 * (time.perf_counter() - start))
        # What is not counted anew is handed on as it is.
        built |= after.vocabularies is not before.vocabularies
    return float(np.median(took)), built


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds of change, each made to another organisation each time."""

    installation: Installation
    landscape: Landscape

    def kinds(self) -> dict[str, Callable[[int], None]]:
        """Each kind by its name."""
        term = self.landscape.vocabularies["capacity"].ids[3]
        offer = {**dict.fromkeys(("note", "amount", "unit", "when", "until")), "term": term}
        return {
            "offers something": lambda i: self.say(100 + i, offers=[offer]),
            "another name": lambda i: self.say(200 + i, name=f"Aktør {i} igen"),
            "a description": lambda i: self.say(300 + i, description="Aktør om samarbejde"),
            "another place": lambda i: self.say(400 + i, lat=55.5, lon=12.5),
            "hidden": lambda i: self.say(500 + i, hidden=True),
            "a collaboration": lambda i: self.join([600 + i, 700 + i, 800 + i]),
            "one of the largest": lambda i: self.join([900 + i, self.largest()]),
            "a reported tie": lambda i: self.tie(1000 + i, 1100 + i),
            "a new organisation": lambda _: self.write(
                "organisation", new_id(), {**organisations.EMPTY, "name": "Ny aktør"}
            ),
        }

    def say(self, row: int, **fields: Any) -> None:
        key = self.landscape.ids[row]
        with self.installation.reading() as session:
            before = documents.read(session, "organisation", [key])[key]
        self.write("organisation", key, {**before, **fields})

    def join(self, rows: list[int]) -> None:
        members = sorted(self.landscape.ids[row] for row in rows)
        dates = dict.fromkeys(("role", "since", "until"))
        self.write("collaboration", new_id(), {
            **collaborations.EMPTY,
            "title": "Samarbejde igen",
            "start": "2025-03-01",
            "participants": [{"organisation": key, **dates} for key in members],
        })  # fmt: skip

    def tie(self, a: int, b: int) -> None:
        evidence = dict.fromkeys(("kind", "source", "reporter", "date", "end", "confidence"))
        ids = self.landscape.ids
        self.write("tie", new_id(), {"a": ids[a], "b": ids[b], **evidence})

    def write(self, record: str, key: str, document: dict[str, Any]) -> None:
        with self.installation.writing(OPERATOR) as work:
            documents.write(work, record, {key: document})
            work.commit()

    def largest(self) -> int:
        return int(np.argmax(np.diff(self.landscape.participation.indptr)))


if __name__ == "__main__":
    main()

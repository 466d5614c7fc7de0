"""How fast the network is read, and how fast views of it are drawn and made a file.

    python -m benchmarks.views [--sizes 1000 10000 50000] [--seed 1]

For every size the network of `samspil benchmark`, in SQLite, with as many of its collaborations as
give three ties an organisation.
`landscape` and `evidence` are read; `laid out` is the network without places kept from before and
`carried on` with them, as after a restart. The others are single views of what is kept: the
median of five. `file` is the whole as the page gets it, with its look.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
from rich.console import Console
from rich.table import Table

from matcher.generated import generated
from matcher.landscape.columns import Columns
from matcher.network.arrangement import Network, network
from matcher.network.drawing import draw
from matcher.network.picture import MapPicture, MapView
from matcher.services.arrange_map import arrange_map
from matcher.services.installation import Installation
from matcher.services.network_evidence import network_evidence
from matcher.settings import Settings
from matcher.store.bulk import insert_columns
from matcher.store.migrate import migrate
from webui.maps.compact import Extra, compact
from webui.maps.look import Look, styled

AS_OF = date(2026, 1, 15)
TIES = 3  # an organisation
TIMES = 5
COUNTED = ("file, kB", "ties")

Answer = TypeVar("Answer")


def thinned(columns: Columns) -> Columns:
    """The same organisations with fewer collaborations: about as many ties as are wanted."""
    parts, count = columns.participations, len(columns.organisations.ids)
    sizes = np.bincount(parts.collaboration)
    pairs = np.cumsum(sizes * (sizes - 1) // 2)
    kept = parts.collaboration <= int(np.searchsorted(pairs, TIES * count))
    return replace(
        columns,
        participations=replace(
            parts,
            collaboration=parts.collaboration[kept],
            organisation=parts.organisation[kept],
            since=parts.since[kept],
            until=parts.until[kept],
        ),
    )


def filled(folder: Path, size: int, seed: int) -> Installation:
    """An installation with a network of so many organisations."""
    installation = Installation(Settings(database_url=f"sqlite:///{folder / 'views.db'}"))
    migrate(installation.database)
    with installation.database.writing(None, "") as work:
        insert_columns(work.session, thinned(generated(size, seed, AS_OF)))
        work.commit()
    return installation


def timed(work: Callable[[], Answer], times: int = 1) -> tuple[float, Answer]:
    """The median time of some work, and what came of it."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        answer = work()
        took.append(time.perf_counter() - start)
    return statistics.median(took), answer


def views(drawn_from: Network) -> dict[str, MapView]:
    """Views of every sort, around the best-tied organisation."""
    landscape, degree = drawn_from.landscape, drawn_from.arranged.degree
    best = landscape.ids[int(degree.argmax())]
    far = landscape.ids[int(np.flatnonzero(degree == 1)[-1])]
    return {
        "whole": MapView(),
        "sector": MapView(sector="public"),
        "theme": MapView(theme=landscape.vocabularies["theme"].ids[0]),
        "period": MapView(since=date(2024, 1, 1), until=date(2025, 1, 1)),
        "around, 1 step": MapView(around=best, steps=1),
        "around, 3 steps": MapView(around=best, steps=3),
        "way": MapView(around=best, path_to=far),
        "collaboration": MapView(collaboration=drawn_from.pieces.known.ids[0]),
    }


def measure(installation: Installation) -> dict[str, float]:
    """Seconds for each line of the table."""
    took: dict[str, float] = {}
    took["landscape"], landscape = timed(partial(installation.landscape, AS_OF))
    took["evidence"], pieces = timed(partial(network_evidence, installation, landscape))
    build = partial(network, landscape, pieces, partial(arrange_map, installation))
    took["laid out"], _ = timed(build)
    took["carried on"], drawn_from = timed(build)
    for name, view in views(drawn_from).items():
        took[name], _ = timed(partial(draw, drawn_from, view), TIMES)
    picture = draw(drawn_from, MapView())
    took["file"], packed = timed(partial(_file, picture))
    took["file, kB"] = len(packed) / 1000
    took["ties"] = len(picture.columns.ties)
    return took


def _file(picture: MapPicture) -> bytes:
    return compact(picture, styled(picture, Look()), Extra(open="/organisations/"), "da")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 50_000])
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    columns = {}
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            installation = filled(Path(folder), size, asked.seed)
            columns[size] = measure(installation)
            installation.close()
    table = Table("seconds", *(f"{size:,}" for size in asked.sizes))
    for name in columns[asked.sizes[0]]:
        shape = ",.0f" if name in COUNTED else ",.3f"
        table.add_row(name, *(format(columns[size][name], shape) for size in asked.sizes))
    Console().print(table)


if __name__ == "__main__":
    main()

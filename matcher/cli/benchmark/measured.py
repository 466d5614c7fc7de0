"""How long loading, suggesting and following a change take."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from matcher.cli.benchmark.network import made_network
from matcher.cli.benchmark.peers import peers
from matcher.cli.benchmark.update import update_ms
from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray
from matcher.recipe import load_recipe
from matcher.services.installation import Installation
from matcher.settings import Settings
from matcher.suggest import suggest
from matcher.wording.message import Message, message

ASKERS = 200
CHANGES = 15

Tell = Callable[[Message], None]


def measured(
    folder: Path, *, organisations: int, seed: int, as_of: date, tell: Tell
) -> dict[str, Any]:
    """All numbers as the contract names them; `tell` is told each step as it begins.

    `suggest_ms` are suggestions with reasons and introductions, each for another organisation;
    `update_ms` is the median time from saving an organisation's form to the answer of the next
    suggestion, which shows what was saved. Peers answer for some of the same organisations.
    """
    tell(message("Making the network …"))
    installation = Installation(
        Settings(database_url=made_network(folder, organisations, seed, as_of))
    )
    try:
        tell(message("Loading …"))
        start = time.perf_counter()
        landscape = installation.landscape(as_of)
        load = time.perf_counter() - start
        tell(message("Suggesting …"))
        random = np.random.default_rng(seed)
        askers = random.choice(organisations, ASKERS, replace=organisations < ASKERS).tolist()
        suggesting = _suggesting(landscape, askers)
        memory = _megabytes()
        p50, p95 = np.percentile(suggesting, (50, 95)).tolist()
        tell(message("Changing …"))
        update = update_ms(installation, askers, CHANGES, as_of)
        tell(message("Asking others …"))
        others = peers(landscape, askers, seed)
    finally:
        installation.close()
    return {
        "organisations": organisations,
        "load_s": load,
        "rss_mb": memory,
        "suggest_ms": {"p50": p50, "p95": p95},
        "update_ms": update,
        "peers": {name: {"p50": ms, "ratio": ms / p50} for name, ms in others.items()},
    }


def _suggesting(landscape: Landscape, askers: list[int]) -> FloatArray:
    """Milliseconds for each; what is done once only is done before."""
    recipe = load_recipe("partners")
    suggest(landscape, askers[0], recipe)
    took = []
    for asker in askers:
        start = time.perf_counter()
        suggest(landscape, asker, recipe)
        took.append(1000 * (time.perf_counter() - start))
    return np.array(took)


def _megabytes() -> float | None:
    """The most memory that this process held; None where the system does not say."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)

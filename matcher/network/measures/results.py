"""The measures of a network as plain results, and as data that can be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np

from matcher.network.matrix import Floats
from matcher.network.measures.coverage import Coverage
from matcher.network.measures.resilience import Step
from matcher.network.measures.small_world import SmallWorld

FORMAT = 1
"""Raised when what is kept is written in another way; older ones are computed again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sampling:
    """What was estimated from some sources only, and how sure that is.

    `errors` has, by the name of a measure, the largest standard error that any organisation's value
    has; under "mean_distance" that of the network's.
    """

    sources: int
    errors: Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class NetworkMeasures:
    """All measures of a network at a revision of the records, as of a day.

    `ids` are the organisations; `values` has an array in their order by the name of each measure in
    `MEASURES`, nan where it is not known or has no meaning. `figures` are those of the whole
    network, by the names in `FIGURES`, None where there is nothing to compute. `bridges` are pairs
    of ids. `sampled` is None where everything is exact.
    """

    revision: int
    as_of: date
    coverage: Coverage
    ids: tuple[str, ...]
    values: Mapping[str, Floats]
    figures: Mapping[str, float | None]
    small_world: SmallWorld
    resilience: tuple[Step, ...]
    bridges: tuple[tuple[str, str], ...]
    sampled: Sampling | None

    @cached_property
    def by_organisation(self) -> Mapping[str, Mapping[str, float | None]]:
        """Measure name → organisation id → its value, None where it is not known."""
        return {
            name: dict(zip(self.ids, plain_numbers(values), strict=True))
            for name, values in self.values.items()
        }

    @cached_property
    def seat(self) -> Mapping[str, int]:
        """The place of each id in `ids`."""
        return {key: at for at, key in enumerate(self.ids)}


def plain_numbers(values: Floats) -> list[float | None]:
    """Floats, and whole numbers as such; None for nan.

    >>> plain_numbers(np.array([1.0, 0.5, np.nan]))
    [1, 0.5, None]
    """
    return [
        None if value != value else int(value) if value.is_integer() else value
        for value in values.tolist()
    ]


def as_plain(measures: NetworkMeasures) -> dict[str, Any]:
    """The measures as JSON can hold them, every number exact."""
    sampled = measures.sampled
    return {
        "format": FORMAT,
        "coverage": asdict(measures.coverage),
        "ids": list(measures.ids),
        "values": {name: plain_numbers(values) for name, values in measures.values.items()},
        "figures": dict(measures.figures),
        "small_world": asdict(measures.small_world),
        "resilience": [asdict(step) for step in measures.resilience],
        "bridges": [list(pair) for pair in measures.bridges],
        "sampled": sampled and {"sources": sampled.sources, "errors": dict(sampled.errors)},
    }


def from_plain(plain: Mapping[str, Any], *, revision: int, as_of: date) -> NetworkMeasures | None:
    """What `as_plain` wrote; None if another version of Samspil wrote it in another way."""
    if plain.get("format") != FORMAT:
        return None
    return NetworkMeasures(
        revision=revision,
        as_of=as_of,
        coverage=Coverage(**plain["coverage"]),
        ids=tuple(plain["ids"]),
        values={name: np.array(each, dtype=np.float64) for name, each in plain["values"].items()},
        figures=plain["figures"],
        small_world=SmallWorld(**plain["small_world"]),
        resilience=tuple(Step(**each) for each in plain["resilience"]),
        bridges=tuple((a, b) for a, b in plain["bridges"]),
        sampled=Sampling(**plain["sampled"]) if plain["sampled"] else None,
    )

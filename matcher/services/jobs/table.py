"""What is done in jobs: by the names that the queue knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.measure_network import MEASURES_JOB, measure_network

Job = Callable[[Installation, Mapping[str, str]], object]


def _measures(installation: Installation, asked: Mapping[str, str]) -> object:
    return measure_network(installation, OPERATOR, as_of=date.fromisoformat(asked["as_of"]))


JOBS: Mapping[str, Job] = {MEASURES_JOB: _measures}
"""Whoever asks for one has been asked before whether they may."""

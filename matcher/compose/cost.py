"""What each organisation costs as a new member of a consortium."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from matcher.brief import Brief
from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray, IntArray, gathered
from matcher.landscape.places import on_sphere
from matcher.recipe import COMPOSE
from matcher.signals.place import EARTH_KM

FURTHEST = 3  # steps; all that are further, or in no reach, count alike


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Costs:
    """One value an organisation: the cost, steps over ties (0 … FURTHEST), kilometres or nan."""

    cost: FloatArray
    steps: IntArray
    km: FloatArray


def hosts(brief: Brief) -> tuple[int, ...]:
    """Those to whom a new member is new: the asker, or who is already in where nobody asks."""
    return brief.members if brief.asker is None else (brief.asker,)


def costs(landscape: Landscape, brief: Brief, weights: Mapping[str, float]) -> Costs:
    """What each would cost.

    For being there (`member`), for an `introduction` if the asker has no tie to it, for each
    `step` to the asker up to FURTHEST, and for each kilometre (`km_each`), up to `km_most`. A
    brief without an asker counts from the nearest of those who are already in; with neither,
    everybody is new and FURTHEST steps away. Kilometres are counted from the asker, or from the
    place of the brief where nobody who asks has coordinates. An unknown distance counts as half
    of `km_most`: neither a merit nor a fault. Missing weights are those of COMPOSE.
    """
    weight = {**COMPOSE, **weights}
    asking = np.array(hosts(brief), np.int64)
    steps = _steps(landscape, asking)
    km = _kilometres(landscape, brief, asking)
    far = np.minimum(weight["km_each"] * km, weight["km_most"])
    cost = (
        weight["member"]
        + weight["introduction"] * (steps > 1)
        + weight["step"] * steps
        + np.where(np.isnan(far), weight["km_most"] / 2, far)
    )
    return Costs(cost=cost, steps=steps, km=km)


def _steps(landscape: Landscape, start: IntArray) -> IntArray:
    """Steps over current and past ties; hidden organisations are passed by."""
    steps = np.full(len(landscape), FURTHEST, np.int64)
    steps[start] = 0
    reached = start
    for step in range(1, FURTHEST):
        _, near, _ = gathered(landscape.ties, reached)
        reached = np.unique(near[steps[near] > step])
        steps[reached] = step
        reached = reached[~landscape.hidden[reached]]
    return steps


def _kilometres(landscape: Landscape, brief: Brief, start: IntArray) -> FloatArray:
    """Great-circle distance from the nearest of those who ask, else from the brief's place."""
    points = landscape.places.points[:, start]
    points = points[:, ~np.isnan(points).any(axis=0)]
    if not points.shape[1] and brief.near is not None:
        points = on_sphere(np.array([[brief.near.lat, brief.near.lon]]))
    km = np.full(len(landscape), np.nan)
    for point in points.T:
        chord = np.sqrt(np.square(landscape.places.points - point[:, np.newaxis]).sum(axis=0))
        km = np.fmin(km, 2 * EARTH_KM * np.arcsin(np.minimum(chord / 2, 1.0)))
    return km

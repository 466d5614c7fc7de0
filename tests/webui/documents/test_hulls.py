"""Outlines around groups."""

from __future__ import annotations

import numpy as np
import pytest

from webui.documents.hulls import outline


@pytest.mark.parametrize(
    "points", [[[0.0, 0.0]], [[0, 0], [10, 0]], [[0, 0], [5, 5], [10, 10]], [[1, 1], [1, 1]]]
)
def test_an_outline_holds_its_points_with_a_margin(points: list[list[float]]) -> None:
    at = np.array(points, dtype=float)
    corners = outline(at, 3)
    assert (corners.min(axis=0) <= at.min(axis=0) - 2.5).all()
    assert (corners.max(axis=0) >= at.max(axis=0) + 2.5).all()


def test_nobody_has_no_outline() -> None:
    assert outline(np.empty((0, 2)), 3).shape == (0, 2)

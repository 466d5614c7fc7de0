"""Colours that everybody can tell apart, and one truth of them."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from webui.maps.look import SECTOR_MARKS, THICKEST, THINNEST, legend, width

STYLES = Path("webui/frontend/styles/_parts.scss")

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
SEEN_BY = {
    "most": np.eye(3),
    "protanopes": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopes": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopes": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def linear(colour: str) -> np.ndarray:
    part = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    xyz = TO_XYZ @ np.clip(rgb, 0, 1) / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("mark", SECTOR_MARKS.values())
def test_marks_stand_out_from_white(mark) -> None:
    luminance = TO_XYZ[1] @ linear(mark.colour)
    assert 1.05 / (luminance + 0.05) >= 3


@pytest.mark.parametrize("eyes", SEEN_BY)
def test_marks_stay_apart_for_colour_blind_readers(eyes: str) -> None:
    seen = [lab(SEEN_BY[eyes] @ linear(mark.colour)) for mark in SECTOR_MARKS.values()]
    assert min(np.linalg.norm(a - b) for a, b in combinations(seen, 2)) > 15


def test_each_sector_has_a_shape_of_its_own() -> None:
    assert len({mark.shape for mark in SECTOR_MARKS.values()}) == len(SECTOR_MARKS)


@pytest.mark.parametrize("sector", SECTOR_MARKS)
def test_the_style_sheet_has_the_same_colours(sector: str | None) -> None:
    rule = rf"\.sector-{sector or 'unknown'} {{\s*fill: (#[0-9a-f]{{6}});"
    found = re.search(rule, STYLES.read_text("utf-8"))
    assert found is not None
    assert found[1] == SECTOR_MARKS[sector].colour


def test_the_legend_names_what_is_seen_and_how_often() -> None:
    entries = legend([None, "public", None])
    assert [(entry.sector, entry.count) for entry in entries] == [("public", 1), (None, 2)]
    assert legend([]) == ()


def test_closer_ties_are_thicker() -> None:
    assert width(0) == THINNEST < width(0.5) < width(1) == THICKEST

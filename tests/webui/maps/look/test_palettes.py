"""Colours that everybody can tell apart on white, and one truth of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from webui.maps.look.nodes import ORDER
from webui.maps.look.palettes import PALETTES, Palette, palette

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


SECTORS_APART, APART = 15, 10
"""Distances in CIELAB: sectors are on every map; of other categories the shape tells more."""

colours = pytest.mark.parametrize("colours", [palette(name) for name in PALETTES], ids=[*PALETTES])
eyes = pytest.mark.parametrize("eyes", SEEN_BY)


def all_of(colours: Palette) -> tuple[str, ...]:
    greys = (colours.other, colours.unknown, colours.plain, colours.line, colours.faint)
    return (*colours.categories, *colours.ranks, *colours.lines, *greys)


def nearest(seen: Sequence[str], eyes: str) -> float:
    """How far apart the two are that are most alike to such eyes."""
    places = [lab(SEEN_BY[eyes] @ linear(colour)) for colour in seen]
    return float(min(np.linalg.norm(a - b) for a, b in combinations(places, 2)))


@colours
def test_all_stand_out_from_white(colours: Palette) -> None:
    for colour in all_of(colours):
        luminance = TO_XYZ[1] @ linear(colour)
        assert 1.05 / (luminance + 0.05) >= 3, colour


@eyes
@pytest.mark.parametrize("name", [name for name in PALETTES if name != "print"])
def test_sectors_stay_well_apart_for_colour_blind_readers(name: str, eyes: str) -> None:
    colours = palette(name)
    assert nearest((*colours.categories[:3], colours.unknown), eyes) > SECTORS_APART


@eyes
@colours
def test_categories_stay_apart_for_colour_blind_readers(colours: Palette, eyes: str) -> None:
    assert nearest((*colours.categories, colours.other, colours.unknown), eyes) > APART


@eyes
@colours
def test_classes_of_a_measure_stay_apart_for_colour_blind_readers(
    colours: Palette, eyes: str
) -> None:
    assert nearest((*colours.ranks, colours.unknown), eyes) > APART


@colours
def test_higher_classes_are_darker(colours: Palette) -> None:
    light = [lab(linear(colour))[0] for colour in colours.ranks]
    assert light == sorted(light, reverse=True)


@eyes
@colours
def test_kinds_of_tie_stay_apart_for_colour_blind_readers(colours: Palette, eyes: str) -> None:
    assert nearest((*colours.lines, colours.faint), eyes) > APART


def test_the_one_for_print_is_grey() -> None:
    assert all(each[1:3] == each[3:5] == each[5:7] for each in all_of(palette("print")))


@pytest.mark.parametrize(("place", "sector"), list(enumerate(ORDER)))
def test_the_style_sheet_has_the_usual_colours(place: int, sector: str | None) -> None:
    rule = rf"\.sector-{sector or 'unknown'} {{\s*fill: (#[0-9a-f]{{6}});"
    found = re.search(rule, STYLES.read_text("utf-8"))
    usual = palette("standard")
    assert found is not None
    assert found[1] == (*usual.categories[:3], usual.unknown)[place]

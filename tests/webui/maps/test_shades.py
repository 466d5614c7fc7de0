"""Shades of areas: every count has one class, and what is written on them can be read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from webui.maps.shades import NOBODY, SHADES, shade_of, shades


@given(st.lists(st.integers(0, 100_000), max_size=40))
def test_every_count_is_in_one_class_and_more_is_never_lighter(counts: list[int]) -> None:
    classes = shades(counts)
    order = [NOBODY, *SHADES]
    for count in counts:
        assert sum(each.low <= count <= each.high for each in classes) == 1
    drawn = [order.index(shade_of(count, classes)) for count in sorted(counts)]
    assert drawn == sorted(drawn)
    assert all(shade_of(count, classes) == NOBODY for count in counts if not count)


def test_classes_follow_each_other_without_a_gap() -> None:
    classes = shades([0, 1, 8, 340])
    assert [each.low for each in classes[1:]] == [each.high + 1 for each in classes[:-1]]
    assert classes[-1].high == 340


def test_nobody_anywhere_has_no_class_but_that() -> None:
    assert shades([]) == ()
    assert [each.colour for each in shades([0, 0])] == [NOBODY]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_numbers_can_be_read_on_every_shade() -> None:
    ink = luminance("#1a1a1a")
    assert min((luminance(shade) + 0.05) / (ink + 0.05) for shade in SHADES) >= 4.5

"""Names on a drawn map."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from webui.documents.labels import Spot, place

FRAME = (0.0, 0.0, 400.0, 300.0)
HIGH = 9.0
spots = st.lists(
    st.builds(
        Spot,
        x=st.floats(0, 400),
        y=st.floats(0, 300),
        radius=st.floats(1, 20),
        wide=st.floats(1, 120),
    ),
    max_size=60,
)


@given(spots, st.booleans())
def test_no_name_lies_over_another_or_outside(given_spots: list[Spot], every: bool) -> None:
    placed = place(given_spots, HIGH, FRAME, all_of_them=every)
    boxes = [(x, y, x + given_spots[n].wide, y + HIGH) for n, x, y in placed]
    for number, one in enumerate(boxes):
        assert one[0] >= 0
        assert one[1] >= 0
        assert one[2] <= 400
        assert one[3] <= 300
        for other in boxes[:number]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1]


@given(spots)
def test_each_node_has_one_name_at_most(given_spots: list[Spot]) -> None:
    numbers = [number for number, _, _ in place(given_spots, HIGH, FRAME)]
    assert len(numbers) == len(set(numbers))


def test_of_two_at_one_place_the_larger_is_named_first() -> None:
    small, large = (Spot(x=200, y=150, radius=r, wide=300) for r in (3, 9))
    assert place([small, large], HIGH, FRAME)[0][0] == 1


def test_no_node_no_name() -> None:
    assert place([], HIGH, FRAME) == []

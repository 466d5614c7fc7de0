from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.landscape import Landscape, OrganisationRow, Rows, build
from matcher.network.layout import layout
from matcher.network.matrix import Ints
from matcher.network.placing import LARGEST, SMALLEST, Arrangement, arranged
from matcher.network.staying import Kept
from tests.matcher.network.nets import make_planted


def make_landscape(size: int, hidden: frozenset[int] = frozenset()) -> Landscape:
    """Organisations whose rows are their names' order; every third is public."""
    return build(
        Rows(
            organisations=tuple(
                OrganisationRow(
                    id=f"o{number:03}",
                    name=f"Forening {number:03}",
                    sector="public" if number % 3 == 0 else "association",
                    hidden=number in hidden,
                )
                for number in range(size)
            )
        ),
        as_of=date(2026, 5, 1),
        revision=1,
    )


def found(landscape: Landscape, ends: Ints, kept: Kept | None = None) -> Arrangement:
    return arranged(landscape, ends, np.ones(len(ends)), kept)


def kept_from(arrangement: Arrangement, size: int) -> Kept:
    """What is kept of an arrangement, with room for more rows."""
    place, group = np.full((size, 2), np.nan), np.full(size, -1, dtype=np.int64)
    count = len(arrangement.place)
    place[:count], group[:count] = arrangement.place, arrangement.group
    return Kept(place=place, group=group, organisations=arrangement.shown, ties=arrangement.ties)


def test_nothing_kept_is_laid_out() -> None:
    ends = make_planted(3, 20)
    drawn = found(make_landscape(60), ends)
    assert drawn.anew
    assert (drawn.shown, drawn.ties) == (60, len(ends))
    assert np.isfinite(drawn.place).all()


def test_hidden_ones_and_their_ties_are_left_out() -> None:
    ends = np.array([[0, 1], [1, 2], [2, 3]])
    drawn = found(make_landscape(4, hidden=frozenset({3})), ends)
    assert drawn.degree.tolist() == [1, 2, 1, 0]
    assert drawn.place[3].tolist() == [0.0, 0.0]
    assert (drawn.shown, drawn.ties, drawn.group[3]) == (3, 2, -1)


def test_the_best_tied_is_largest_and_those_without_ties_smallest() -> None:
    drawn = found(make_landscape(5), np.array([[0, 1], [0, 2], [0, 3]]))
    assert drawn.size.argmax() == 0
    assert drawn.size[0] == LARGEST
    assert drawn.size[4] == SMALLEST


def test_the_place_of_a_hidden_one_is_not_given_away() -> None:
    before = found(make_landscape(60), make_planted(3, 20))
    kept = kept_from(before, 61)
    partner = np.array([[7, 60]])
    ends = np.vstack([make_planted(3, 20), partner])
    now = found(make_landscape(61, hidden=frozenset({8})), ends, kept)
    assert np.linalg.norm(now.place[60] - before.place[8]) > 20


def test_a_network_that_has_outgrown_its_map_is_laid_out_anew() -> None:
    small = make_planted(3, 20)
    first = found(make_landscape(60), small)
    assert not found(make_landscape(60), small, kept_from(first, 60)).anew
    assert found(make_landscape(90), make_planted(3, 30), kept_from(first, 90)).anew


@given(
    st.lists(st.lists(st.integers(0, 59), min_size=0, max_size=3), min_size=1, max_size=8),
    st.sets(st.integers(0, 59), max_size=5),
)
@settings(max_examples=25, deadline=None)
def test_nobody_moves_by_a_hundredth_of_the_picture(
    comers: list[list[int]], leavers: set[int]
) -> None:
    """Some come, some are hidden: whoever was there and is, stands where it stood."""
    old = make_planted(3, 20)
    before = found(make_landscape(60), old)
    size = 60 + len(comers)
    new = [(node, 60 + at) for at, nodes in enumerate(comers) for node in nodes]
    ends = np.vstack([old, np.array(new, dtype=np.int64).reshape(-1, 2)])
    landscape = make_landscape(size, hidden=frozenset(leavers))
    now = found(landscape, ends, kept_from(before, size))
    assert not now.anew
    stay = np.array([row for row in range(60) if row not in leavers])
    diagonal = np.linalg.norm(np.ptp(before.place, axis=0))
    moved = np.linalg.norm(now.place[stay] - before.place[stay], axis=1)
    assert moved.max() <= 0.01 * diagonal


def test_it_is_the_layout_of_those_shown_in_reading_order() -> None:
    """Public bodies come after associations in the band."""
    place = found(make_landscape(6), np.empty((0, 2), dtype=np.int64)).place
    read = np.lexsort((place[:, 0], place[:, 1])).tolist()
    assert read == [1, 2, 4, 5, 0, 3]
    assert sorted(map(tuple, place)) == sorted(map(tuple, layout(6, np.empty((0, 2), int)).place))

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.landscape.arrays import Sparse, frozen, incidence, turned
from matcher.landscape.cells import grouped
from matcher.landscape.replacing import equal, regrouped, some_rows, with_columns, with_rows
from tests.engine_factories import same

ROWS, COLUMNS = 5, 6
CELLS = st.lists(st.tuples(st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1)), max_size=20)
CHOSEN = st.sets(st.integers(0, ROWS - 1)).map(lambda rows: np.array(sorted(rows), np.int64))


def make_matrix(cells: list[tuple[int, int]]) -> Sparse:
    """1 at the cells, and more in later columns."""
    matrix = incidence([r for r, _ in cells], [c for _, c in cells], (ROWS, COLUMNS))
    matrix.data = 1.0 + matrix.indices
    return frozen(matrix)


def mixed(before: Sparse, after: Sparse, rows: np.ndarray) -> Sparse:
    """What replacing must come to, from whole tables."""
    dense = before.toarray()
    dense[rows] = after.toarray()[rows]
    return make_matrix(list(zip(*(each.tolist() for each in np.nonzero(dense)), strict=True)))


@given(before=CELLS, after=CELLS, rows=CHOSEN)
def test_rows_are_replaced_and_all_others_stay(
    before: list[tuple[int, int]], after: list[tuple[int, int]], rows: np.ndarray
) -> None:
    old, new = make_matrix(before), make_matrix(after)
    found = with_rows(old, rows, some_rows(new, rows))
    assert same(found, mixed(old, new, rows))
    assert not found.data.flags.writeable


@given(before=CELLS, after=CELLS, rows=CHOSEN)
def test_columns_are_replaced_as_rows_of_the_other_way_round(
    before: list[tuple[int, int]], after: list[tuple[int, int]], rows: np.ndarray
) -> None:
    old, new = make_matrix(before), make_matrix(after)
    found = with_columns(turned(old), rows, some_rows(old, rows), some_rows(new, rows))
    assert same(found, turned(mixed(old, new, rows)))


@given(
    codes=st.lists(st.integers(-1, 3), min_size=ROWS, max_size=ROWS),
    later=st.lists(st.integers(-1, 3), min_size=ROWS, max_size=ROWS),
    rows=CHOSEN,
)
def test_groups_are_those_of_the_new_codes(
    codes: list[int], later: list[int], rows: np.ndarray
) -> None:
    new = np.array(codes)
    new[rows] = np.array(later)[rows]
    assert same(regrouped(grouped(np.array(codes)), rows, new[rows]), grouped(new))


def test_matrices_are_equal_if_all_cells_are() -> None:
    one = make_matrix([(0, 1), (2, 3)])
    assert equal(one, make_matrix([(2, 3), (0, 1)]))
    assert not equal(one, make_matrix([(0, 1), (2, 4)]))
    assert not equal(one, make_matrix([(0, 1), (3, 3)]))

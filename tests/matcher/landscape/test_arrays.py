from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.landscape.arrays import dense_row, frozen, gathered, incidence, on_grid, row_of

CELLS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5)), max_size=20)


def test_a_cell_named_twice_is_one() -> None:
    assert incidence([0, 0], [1, 1], (1, 2)).toarray().tolist() == [[0.0, 1.0]]


@given(cells=CELLS, rows=st.lists(st.integers(0, 4), max_size=6))
def test_gathered_are_the_entries_of_the_rows_in_turn(
    cells: list[tuple[int, int]], rows: list[int]
) -> None:
    matrix = frozen(incidence([r for r, _ in cells], [c for _, c in cells], (5, 6)))
    position, columns, values = gathered(matrix, np.array(rows, np.int64))
    expected = [(i, c) for i, row in enumerate(rows) for c in row_of(matrix, row)[0].tolist()]
    assert list(zip(position.tolist(), columns.tolist(), strict=True)) == expected
    assert (values == 1.0).all()


@given(cells=CELLS)
def test_a_dense_row_is_a_row_of_the_matrix(cells: list[tuple[int, int]]) -> None:
    matrix = frozen(incidence([r for r, _ in cells], [c for _, c in cells], (5, 6)))
    assert [dense_row(matrix, row).tolist() for row in range(5)] == matrix.toarray().tolist()


@given(st.lists(st.floats(0, 1), min_size=1, max_size=50), st.randoms())
def test_sums_on_the_grid_do_not_depend_on_their_order(values, random) -> None:  # type: ignore[no-untyped-def]
    exact = on_grid(np.array(values)).tolist()
    other = random.sample(exact, len(exact))
    assert sum(exact) == sum(other)

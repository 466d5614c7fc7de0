"""What no other of the same place offers, counted again one by one."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from matcher.network.gaps.lacking import lacking, of_rows

CELLS = st.lists(st.lists(st.booleans(), min_size=3, max_size=3), min_size=6, max_size=6)
PLACES = st.lists(st.integers(0, 1), min_size=6, max_size=6)
WHO = st.lists(st.booleans(), min_size=6, max_size=6)


@given(CELLS, CELLS, PLACES, WHO)
def test_it_is_what_one_counts_by_hand(
    wanted: list[list[bool]], there: list[list[bool]], place: list[int], asks: list[bool]
) -> None:
    everybody = csr_array(np.array([[at == here for at in place] for here in (0, 1)], float))
    mine = csr_array(everybody.toarray() * np.array(asks, float))
    found = lacking(
        mine, csr_array(np.array(wanted, float)), everybody, csr_array(np.array(there, float))
    )
    by_hand = np.zeros((2, 3))
    for row, here in enumerate(place):
        for term in range(3):
            others = [
                there[other][term] for other in range(6) if other != row and place[other] == here
            ]
            if asks[row] and wanted[row][term] and not any(others):
                by_hand[here, term] += 1
    assert found.toarray().tolist() == by_hand.tolist()


def test_rows_are_taken_whole_and_without_their_worth() -> None:
    half = csr_array(np.array([[0.5, 0.0], [1.0, 0.5]]))
    assert of_rows(half, np.array([True, False])).toarray().tolist() == [[1, 0], [0, 0]]

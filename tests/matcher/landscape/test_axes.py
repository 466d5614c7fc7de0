from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.landscape.arrays import frozen, incidence, turned
from matcher.landscape.axes import changed
from tests.engine_factories import same

KEYS = st.sets(st.sampled_from("abcdef"))


@given(old=KEYS, now=KEYS)
def test_rows_keep_their_values_and_take_their_place_by_id(old: set[str], now: set[str]) -> None:
    before = tuple(sorted(old))
    ids, axis = changed(before, old - now, now - old)
    assert ids == tuple(sorted(now))
    values = axis.array(np.array([ord(key) for key in before], np.int64), 0)
    assert [chr(value) for value in values.tolist() if value] == sorted(old & now)
    rows = np.arange(len(before))
    codes = axis.codes(np.append(rows, -1)).tolist()
    assert codes == [ids.index(key) if key in now else -1 for key in before] + [-1]


@given(old=KEYS, now=KEYS)
def test_matrices_follow_once_what_is_gone_is_empty(old: set[str], now: set[str]) -> None:
    before = tuple(sorted(old))
    ids, axis = changed(before, old - now, now - old)
    kept = [key for key in before if key in now]
    cells = [(before.index(key), ord(key) - ord("a")) for key in kept]
    matrix = frozen(incidence([r for r, _ in cells], [c for _, c in cells], (len(before), 6)))
    expected = [(ids.index(key), ord(key) - ord("a")) for key in kept]
    after = frozen(incidence([r for r, _ in expected], [c for _, c in expected], (len(ids), 6)))
    assert same(axis.rows(matrix), after)
    assert same(axis.columns(turned(matrix)), turned(after))

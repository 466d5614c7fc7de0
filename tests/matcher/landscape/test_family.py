from __future__ import annotations

import numpy as np

from matcher.landscape.cells import grouped
from matcher.landscape.family import family, roots

# 0 ← 1 ← 2, 0 ← 3, 4 alone
TREE = np.array([-1, 0, 1, 0, -1])


def test_a_family_is_the_chain_above_and_all_below() -> None:
    assert sorted(family(TREE, grouped(TREE), 0)) == [0, 1, 2, 3]
    assert sorted(family(TREE, grouped(TREE), 1)) == [0, 1, 2]
    assert sorted(family(TREE, grouped(TREE), 2)) == [0, 1, 2]
    assert sorted(family(TREE, grouped(TREE), 3)) == [0, 3]
    assert sorted(family(TREE, grouped(TREE), 4)) == [4]


def test_roots_are_the_top_of_each_chain() -> None:
    assert roots(TREE).tolist() == [0, 0, 0, 0, 4]
    chain = np.arange(-1, 99)
    assert set(roots(chain).tolist()) == {0}
    assert roots(np.array([], np.int64)).tolist() == []


def test_a_chain_that_bites_its_tail_has_an_end() -> None:
    loop = np.array([2, 0, 1, 2, 4])
    assert roots(loop).tolist() == [0, 0, 0, 0, 4]
    assert sorted(family(loop, grouped(loop), 3)) == [0, 1, 2, 3]
    assert sorted(family(loop, grouped(loop), 4)) == [4]

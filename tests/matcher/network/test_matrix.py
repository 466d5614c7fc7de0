import numpy as np

from matcher.network.matrix import part, symmetric, upper


def test_each_tie_stands_both_ways_and_none_leads_to_its_own_node():
    matrix = symmetric(3, np.array([[0, 1], [2, 2]]))
    assert matrix.toarray().tolist() == [[0, 1, 0], [1, 0, 0], [0, 0, 0]]


def test_a_pair_named_twice_weighs_the_sum():
    matrix = symmetric(2, np.array([[0, 1], [1, 0]]), np.array([0.25, 0.5]))
    assert matrix[0, 1] == 0.75


def test_no_ties():
    assert symmetric(4, np.empty((0, 2), dtype=np.int64)).nnz == 0


def test_upper_names_every_tie_once():
    a, b, weight = upper(symmetric(3, np.array([[2, 0], [1, 2]]), np.array([3.0, 4.0])))
    assert sorted(zip(a.tolist(), b.tolist(), weight.tolist(), strict=True)) == [
        (0, 2, 3.0),
        (1, 2, 4.0),
    ]


def test_part_keeps_the_ties_between_its_members():
    matrix = symmetric(4, np.array([[0, 1], [1, 2], [2, 3]]))
    assert part(matrix, np.array([1, 2])).toarray().tolist() == [[0, 1], [1, 0]]

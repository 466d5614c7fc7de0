import numpy as np

from matcher.network.spots import Spots


def test_a_wish_is_met_where_there_is_room():
    spots = Spots(np.array([[0.0, 0.0]]), 10.0, 1)
    assert np.linalg.norm(spots.nearest(np.array([30.0, 0.0])) - [30, 0]) < 2.5


def test_two_with_the_same_wish_stand_side_by_side():
    spots = Spots(np.array([[0.0, 0.0]]), 10.0, 3)
    found = np.array([spots.nearest(np.array([0.0, 0.0])) for _ in range(3)])
    everybody = np.vstack([[[0.0, 0.0]], found])
    apart = np.linalg.norm(everybody[:, None] - everybody[None], axis=-1) + np.eye(4) * 99
    assert apart.min() > 9
    assert apart.min(axis=1).max() < 20


def test_there_is_room_for_as_many_as_were_announced():
    crowd = np.array([[x * 5.0, y * 5.0] for x in range(20) for y in range(20)])
    spots = Spots(crowd, 10.0, 200)
    found = np.array([spots.nearest(np.array([50.0, 50.0])) for _ in range(200)])
    assert len({tuple(place) for place in found.tolist()}) == 200


def test_which_points_are_free():
    spots = Spots(np.array([[0.0, 0.0]]), 10.0, 0)
    assert spots.free(np.array([[1.0, 1.0], [40.0, 0.0], [9e5, 0.0]])).tolist() == [
        False,
        True,
        True,
    ]


def test_nobody_is_there_yet():
    assert np.isfinite(Spots(np.empty((0, 2)), 10.0, 1).nearest(np.zeros(2))).all()

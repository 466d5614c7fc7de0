"""Who meets whom, round by round."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from matcher.landscape.arrays import FloatArray
from matcher.pair import Rounds, rounds


def make_scores(size: int, pairs: dict[tuple[int, int], float], else_: float = 0.0) -> FloatArray:
    """Scores of all pairs, those that are named and the others."""
    scores = np.full((size, size), else_)
    for (a, b), score in pairs.items():
        scores[a, b] = scores[b, a] = score
    return scores


def everybody(size: int, number: int) -> np.ndarray:
    """All are there in all rounds."""
    return np.ones((size, number), np.bool_)


def met(found: Rounds) -> list[list[tuple[int, int]]]:
    """The pairs of each round."""
    return [[(m.a, m.b) for m in each] for each in found.rounds]


def test_the_greatest_sum_wins_over_the_greatest_pair() -> None:
    scores = make_scores(4, {(1, 2): 0.9, (0, 1): 0.6, (2, 3): 0.6})
    assert met(rounds(scores, everybody(4, 1))) == [[(0, 1), (2, 3)]]


def test_nobody_is_left_alone_for_the_sake_of_a_greater_sum() -> None:
    scores = make_scores(4, {(1, 2): 0.9, (0, 1): 0.1, (2, 3): 0.1}, else_=np.nan)
    assert met(rounds(scores, everybody(4, 1))) == [[(0, 1), (2, 3)]]


def test_the_next_round_is_the_best_that_is_left() -> None:
    scores = make_scores(
        4, {(0, 1): 0.9, (2, 3): 0.9, (0, 2): 0.5, (1, 3): 0.5, (0, 3): 0.1, (1, 2): 0.1}
    )
    found = rounds(scores, everybody(4, 3))
    assert met(found) == [[(0, 1), (2, 3)], [(0, 2), (1, 3)], [(0, 3), (1, 2)]]
    assert found.idle == ((), (), ())
    assert found.total == pytest.approx(3.0)


def test_when_all_have_met_later_rounds_are_idle() -> None:
    found = rounds(make_scores(2, {}, 0.5), everybody(2, 3))
    assert met(found) == [[(0, 1)], [], []]
    assert found.idle == ((), (0, 1), (0, 1))


def test_with_an_odd_number_everybody_sits_out_before_anybody_does_twice() -> None:
    # Nobody has much to say to the last one, who would always be the one to sit out.
    scores = make_scores(5, {(a, 4): 0.0 for a in range(4)}, 1.0)
    found = rounds(scores, everybody(5, 5))
    assert [len(each) for each in found.idle] == [1] * 5
    assert found.idle[0] == (4,)
    assert sorted(who for each in found.idle for who in each) == list(range(5))


def test_who_is_absent_neither_meets_nor_sits_out() -> None:
    present = everybody(4, 2)
    present[[0, 1], 0] = False
    found = rounds(make_scores(4, {(0, 2): 1.0, (1, 3): 1.0}), present)
    assert met(found) == [[(2, 3)], [(0, 2), (1, 3)]]
    assert found.idle == ((), ())


def test_pairs_that_are_never_to_meet_do_not() -> None:
    scores = make_scores(3, {(0, 1): np.nan}, 0.5)
    assert (0, 1) not in {pair for each in met(rounds(scores, everybody(3, 3))) for pair in each}


def test_no_scores_still_give_meetings_and_the_same_ones_each_time() -> None:
    scores = make_scores(8, {})
    found = rounds(scores, everybody(8, 3))
    assert [len(each) for each in found.rounds] == [4, 4, 4]
    assert rounds(scores, everybody(8, 3)) == found
    assert found.total == 0.0


def test_nobody_and_no_rounds() -> None:
    assert rounds(np.zeros((0, 0)), everybody(0, 2)) == Rounds(rounds=((), ()), idle=((), ()))
    assert rounds(np.zeros((2, 2)), everybody(2, 0)) == Rounds(rounds=(), idle=())


@st.composite
def events(draw: st.DrawFn) -> tuple[FloatArray, np.ndarray]:
    """Up to nine participants, some pairs that never meet, some absences."""
    size, number = draw(st.integers(2, 9)), draw(st.integers(1, 5))
    pairs = list(combinations(range(size), 2))
    score = st.sampled_from([np.nan, 0.0, 0.25, 0.5]) | st.floats(0, 1)
    given_ = draw(st.lists(score, min_size=len(pairs), max_size=len(pairs)))
    absent = draw(st.sets(st.tuples(st.integers(0, size - 1), st.integers(0, number - 1))))
    present = everybody(size, number)
    for who, turn in absent:
        present[who, turn] = False
    return make_scores(size, dict(zip(pairs, given_, strict=True))), present


@settings(max_examples=150)
@example(event=(make_scores(2, {(0, 1): 5e-324}), everybody(2, 1)))  # the least there is
@given(event=events())
def test_every_round_is_as_good_as_networkx_finds_it(
    event: tuple[FloatArray, np.ndarray],
) -> None:
    scores, present = event
    found = rounds(scores, present)
    seen: set[tuple[int, int]] = set()
    waited = [0] * len(scores)
    for turn, (meetings, idle) in enumerate(zip(found.rounds, found.idle, strict=True)):
        pairs = [(m.a, m.b) for m in meetings]
        graph = nx.Graph()
        for a, b in combinations(np.flatnonzero(present[:, turn]).tolist(), 2):
            if (a, b) not in seen and not np.isnan(scores[a, b]):
                graph.add_edge(a, b, weight=1000 * (waited[a] + waited[b]) + scores[a, b])
        best = nx.max_weight_matching(graph, maxcardinality=True)
        assert len(pairs) == len(best)
        weight = sum(graph.edges[pair]["weight"] for pair in pairs)
        assert weight == pytest.approx(sum(graph.edges[pair]["weight"] for pair in best), abs=1e-6)
        busy = {who for pair in pairs for who in pair}
        assert set(idle) == set(np.flatnonzero(present[:, turn]).tolist()) - busy
        assert len(busy) == 2 * len(pairs)
        assert not seen & set(pairs)
        seen |= set(pairs)
        for who in idle:
            waited[who] += 1
    assert found.total == pytest.approx(sum(m.score for each in found.rounds for m in each))


@settings(max_examples=60)
@given(size=st.integers(3, 11).filter(lambda n: n % 2), data=st.data())
def test_nobody_sits_out_twice_while_others_never_did(size: int, data: st.DataObject) -> None:
    pairs = list(combinations(range(size), 2))
    given_ = data.draw(st.lists(st.floats(0, 1), min_size=len(pairs), max_size=len(pairs)))
    number = data.draw(st.integers(1, max(1, size // 2)))
    scores = make_scores(size, dict(zip(pairs, given_, strict=True)))
    found = rounds(scores, everybody(size, number))
    if all(len(each) == 1 for each in found.idle):  # later there may be nobody left to meet
        assert len({who for each in found.idle for who in each}) == number

from __future__ import annotations

from datetime import date
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings

from matcher.errors import Refusal
from matcher.introduce import LONGEST, introduce, introductions
from matcher.landscape import Landscape, Rows, TieRow, build
from tests.engine_factories import AS_OF, make_collaboration, make_landscape
from tests.engine_factories import make_organisation as org
from tests.engine_networks import networks

LONG_AGO = date(2012, 1, 1)


def _way(landscape: Landscape, a: str, b: str) -> str | None:
    (way,) = introductions(landscape, landscape.index[a], [landscape.index[b]])
    return None if way is None else "".join(landscape.ids[row] for row in way)


def _ways(landscape: Landscape, a: str, b: str, paths: int = 3) -> list[str]:
    found = introduce(landscape, landscape.index[a], landscape.index[b], paths)
    return ["".join(landscape.ids[row] for row in path.organisations) for path in found]


def test_the_shortest_way_wins() -> None:
    landscape = make_landscape(*"abcd", ties=[("a", "b"), ("b", "c"), ("c", "d"), ("a", "c")])
    assert _way(landscape, "a", "d") == "acd"


@pytest.mark.parametrize("steps", range(1, 7))
def test_a_chain_is_followed_for_four_steps(steps: int) -> None:
    keys = "abcdefg"[: steps + 1]
    landscape = make_landscape(*keys, ties=list(pairwise(keys)))
    assert _way(landscape, keys[0], keys[-1]) == (keys if steps <= LONGEST else None)
    assert _ways(landscape, keys[0], keys[-1]) == ([keys] if steps <= LONGEST else [])


def test_without_ties_there_is_no_way() -> None:
    landscape = make_landscape("a", "b")
    assert _way(landscape, "a", "b") is None
    assert _ways(landscape, "a", "b") == []
    assert introductions(landscape, 0, []) == []


def test_among_equally_long_ways_the_strongest_wins() -> None:
    landscape = make_landscape(
        "a", "b", "c", "z", "x1", "x2", "x3",
        joint=[
            make_collaboration("crowd", ["a", "b", "x1", "x2", "x3"]),
            make_collaboration("pair", ["a", "c"]),
        ],
        ties=[("b", "z"), ("c", "z")],
    )  # fmt: skip
    assert _way(landscape, "a", "z") == "acz"


def test_among_past_ties_the_fresher_wins() -> None:
    landscape = make_landscape(
        *"abcz",
        ties=[
            TieRow(id="1", a="a", b="b", end=LONG_AGO),
            TieRow(id="2", a="a", b="c", end=date(2025, 1, 1)),
            ("b", "z"),
            ("c", "z"),
        ],
    )
    assert _way(landscape, "a", "z") == "acz"


def test_a_detour_around_ties_of_the_past() -> None:
    past = [TieRow(id=x + y, a=x, b=y, end=LONG_AGO) for x, y in ("ab", "bz")]
    now = [("a", "c"), ("c", "d"), ("d", "z")]
    assert _way(make_landscape(*"abcdz", ties=[*past, *now]), "a", "z") == "acdz"
    assert _way(make_landscape(*"abz", ties=past), "a", "z") == "abz"


def test_a_past_partner_is_met_directly_rather_than_by_three_steps() -> None:
    landscape = make_landscape(
        *"abcz",
        ties=[TieRow(id="1", a="a", b="z", end=LONG_AGO), ("a", "b"), ("b", "c"), ("c", "z")],
    )
    assert _way(landscape, "a", "z") == "az"


def test_hidden_organisations_are_passed_by() -> None:
    landscape = make_landscape(
        "a", org("b", hidden=True), *"cdz",
        ties=[("a", "b"), ("b", "z"), ("a", "c"), ("c", "d"), ("d", "z")],
    )  # fmt: skip
    assert _way(landscape, "a", "z") == "acdz"
    assert _ways(landscape, "a", "z") == ["acdz"]


def test_a_hidden_organisation_may_still_ask_and_be_asked_for() -> None:
    landscape = make_landscape(
        org("a", hidden=True), "b", org("z", hidden=True), ties=[("a", "b"), ("b", "z")]
    )
    assert _way(landscape, "a", "z") == "abz"
    assert _way(landscape, "a", "b") == "ab"
    assert _way(landscape, "b", "z") == "bz"


def test_several_ways_come_the_warmest_first() -> None:
    landscape = make_landscape(
        *"abcdz",
        ties=[
            ("a", "b"), ("b", "z"), TieRow(id="x", a="a", b="c", confidence=0.5), ("c", "z"),
            ("b", "d"), ("d", "z"),
        ],
    )  # fmt: skip
    assert _ways(landscape, "a", "z") == ["abz", "acz", "abdz"]
    strengths = [path.strength for path in introduce(landscape, 0, 4)]
    assert strengths[0] == 0.5
    assert strengths == sorted(strengths, reverse=True)
    assert _ways(landscape, "a", "z", paths=1) == ["abz"]


def test_the_closest_tie_there_is_has_strength_1() -> None:
    (path,) = introduce(make_landscape("a", "b", ties=[("a", "b")]), 0, 1)
    assert path.strength == 1.0


def test_one_organisation_and_no_paths_are_refused() -> None:
    landscape = make_landscape("a", "b")
    with pytest.raises(Refusal):
        introduce(landscape, 0, 0)
    with pytest.raises(Refusal):
        introduce(landscape, 0, 1, paths=0)


def _every_way(landscape: Landscape, a: int, b: int) -> list[tuple[float, tuple[int, ...]]]:
    """All simple ways with their costs, by trying them all."""
    between = [
        row for row in range(len(landscape)) if row not in (a, b) and not landscape.hidden[row]
    ]
    ways = []
    for size in range(LONGEST):
        for middle in permutations(between, size):
            way = (a, *middle, b)
            steps = [float(landscape.coldness[x, y]) for x, y in pairwise(way)]
            if all(steps):
                ways.append((sum(steps), way))
    return sorted(ways)


@settings(max_examples=40, deadline=None)
@given(rows=networks(least=2))
def test_both_searches_find_what_trying_all_ways_finds(rows: Rows) -> None:
    landscape = build(rows, as_of=AS_OF, revision=1)
    targets = range(1, len(landscape))
    for target, way in zip(targets, introductions(landscape, 0, targets), strict=True):
        every = _every_way(landscape, 0, target)
        paths = introduce(landscape, 0, target, paths=4)
        assert [p.strength for p in paths] == [2.0 ** (1 - cost) for cost, _ in every[:4]]
        assert {p.organisations for p in paths} <= {found for _, found in every}
        if way is None:
            assert every == []
        else:
            assert (every[0][0], way) in every

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings

from matcher.landscape import (
    CollaborationRow,
    Landscape,
    ParticipationRow,
    Rows,
    TieRow,
    build,
)
from matcher.landscape.ties import COLD
from tests.engine_factories import AS_OF, make_collaboration, make_landscape, make_rows
from tests.engine_networks import networks

DAY = timedelta(days=1)


def _joint(
    *stays: tuple[str, date | None, date | None],
    start: date | None = None,
    end: date | None = None,
) -> Landscape:
    """The landscape of one collaboration and its participations."""
    rows = Rows(
        organisations=make_rows(*sorted({key for key, _, _ in stays})).organisations,
        collaborations=(CollaborationRow(id="c", title="C", start=start, end=end),),
        participations=tuple(
            ParticipationRow(collaboration="c", organisation=key, since=since, until=until)
            for key, since, until in stays
        ),
    )
    return build(rows, as_of=AS_OF, revision=1)


def _state(landscape: Landscape, a: str = "a", b: str = "b") -> str | None:
    i, j = landscape.index[a], landscape.index[b]
    if landscape.current[i, j]:
        return "current"
    return "past" if landscape.past[i, j] else None


BOTH = (("a", None, None), ("b", None, None))


@pytest.mark.parametrize(
    ("start", "end", "state"),
    [
        (None, None, "current"),
        (AS_OF, None, "current"),
        (AS_OF + DAY, None, None),
        (None, AS_OF, "current"),
        (None, AS_OF - DAY, "past"),
        (date(2020, 1, 1), date(2021, 1, 1), "past"),
        (date(2021, 1, 1), date(2020, 1, 1), None),
    ],
)
def test_a_collaboration_ties_while_it_lasts(
    start: date | None, end: date | None, state: str | None
) -> None:
    assert _state(_joint(*BOTH, start=start, end=end)) == state


@pytest.mark.parametrize(
    ("since", "until", "state"),
    [
        (None, AS_OF, "current"),
        (None, AS_OF - DAY, "past"),
        (AS_OF, None, "current"),
        (AS_OF + DAY, None, None),
    ],
)
def test_a_participation_narrows_it(
    since: date | None, until: date | None, state: str | None
) -> None:
    assert _state(_joint(("a", since, until), ("b", None, None))) == state


def test_who_left_before_the_other_came_is_not_tied_to_it() -> None:
    landscape = _joint(
        ("a", None, date(2020, 1, 1)), ("b", date(2020, 1, 2), None), ("c", None, None)
    )
    assert _state(landscape) is None
    assert _state(landscape, "a", "c") == "past"
    assert _state(landscape, "b", "c") == "current"


def test_who_came_back_is_current_and_counted_once() -> None:
    again = _joint(("a", None, date(2020, 1, 1)), ("a", date(2022, 1, 1), None), ("b", None, None))
    once = _joint(*BOTH)
    assert _state(again) == "current"
    assert again.ties[0, 1] == once.ties[0, 1] == 1.0


def test_one_participant_gives_no_tie() -> None:
    assert _joint(("a", None, None)).ties.nnz == 0


def test_a_large_collaboration_ties_each_pair_less() -> None:
    landscape = _joint(*((key, None, None) for key in "abcde"))
    assert landscape.ties[0, 1] == pytest.approx(1 / 4)


@pytest.mark.parametrize(
    ("tie", "state"),
    [
        (TieRow(id="t", a="a", b="b"), "current"),
        (TieRow(id="t", a="b", b="a", end=AS_OF), "current"),
        (TieRow(id="t", a="a", b="b", end=AS_OF - DAY), "past"),
        (TieRow(id="t", a="a", b="b", date=AS_OF), "current"),
        (TieRow(id="t", a="a", b="b", date=AS_OF + DAY), None),
        (TieRow(id="t", a="a", b="b", confidence=0.0), "current"),
    ],
)
def test_a_reported_tie_is_known_from_its_date_until_its_end(
    tie: TieRow, state: str | None
) -> None:
    landscape = make_landscape("a", "b", ties=[tie])
    assert _state(landscape) == _state(landscape, "b", "a") == state


def test_nobody_is_tied_to_itself() -> None:
    assert make_landscape("a", ties=[("a", "a")]).ties.nnz == 0


def test_how_sure_one_is_is_how_strong_a_reported_tie_is() -> None:
    landscape = make_landscape("a", "b", ties=[TieRow(id="t", a="a", b="b", confidence=0.25)])
    assert landscape.ties[0, 1] == 0.25


def test_one_piece_of_current_evidence_makes_a_tie_current() -> None:
    landscape = make_landscape(
        "a", "b",
        ties=[("a", "b")],
        joint=[make_collaboration("then", ["a", "b"], end=date(2018, 1, 1))],
    )  # fmt: skip
    assert _state(landscape) == "current"
    assert landscape.ties[0, 1] == 1.0


def test_the_longer_ago_the_colder() -> None:
    def cold(end: date | None) -> float:
        tie = TieRow(id="t", a="a", b="b", end=end)
        return float(make_landscape("a", "b", ties=[tie]).coldness[0, 1])

    assert cold(None) == 1.0
    assert 2.0 < cold(date(2025, 1, 1)) < cold(date(2020, 1, 1)) < cold(date(1970, 1, 1)) <= 2.24
    assert 4 * COLD < 1


@settings(max_examples=40, deadline=None)
@given(rows=networks())
def test_ties_are_mutual_and_either_current_or_past(rows: Rows) -> None:
    landscape = build(rows, as_of=AS_OF, revision=1)
    strength = landscape.ties.toarray()
    assert np.array_equal(strength, strength.T)
    assert np.array_equal(landscape.coldness.toarray(), landscape.coldness.toarray().T)
    assert ((strength >= 0) & (strength <= 1)).all()
    assert not strength.diagonal().any()
    current, past = landscape.current.toarray(), landscape.past.toarray()
    assert not (current & past).any()
    assert np.array_equal(current | past, strength > 0)
    assert np.array_equal(landscape.coldness.toarray() >= 1, strength > 0)

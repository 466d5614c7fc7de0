"""Samspil's own suggestions among the methods."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.evaluate.folder import ProjectBrief
from matcher.evaluate.measure import small
from matcher.evaluate.ours import ALSO_SMALL, also_small, learnt_recipe, suggested
from matcher.evaluate.ranking import LISTED, candidate_values, rank
from matcher.evaluate.rows import brief_of, history_rows
from matcher.evaluate.split import Question
from matcher.landscape import Rows, build
from matcher.recipe import Recipe, load_recipe
from matcher.suggest import Options, scores, suggest
from tests.matcher.evaluate.makers import CUT, make_history

NOBODY = np.array([], np.int64)


def test_values_are_the_scores_that_anybody_would_get() -> None:
    history = make_history("a b", "b c d", "d e", "e f")
    asked = Question(asker=history.index["c"], brief=ProjectBrief(title="Musik"))
    row = suggested(learnt_recipe)(history)([asked])[0]
    landscape = build(history_rows(history), as_of=CUT, revision=0)
    brief = brief_of(asked.brief, landscape.index["c"], landscape)
    expected = scores(landscape, brief, load_recipe("partners"))
    for key in "abcdef":
        assert row[history.index[key]] == expected[landscape.index[key]]


def test_a_recipe_is_chosen_from_what_is_known_at_the_cut() -> None:
    given_: list[tuple[int, dt.date, str]] = []

    def choose(rows: Rows, until: dt.date, shipped: Recipe) -> Recipe:
        given_.append((len(rows.collaborations), until, shipped.name))
        return shipped

    suggested(choose)(make_history("a b", "c"))
    assert given_ == [(2, CUT, "partners")]


@given(
    st.lists(st.tuples(st.integers(0, 5), st.booleans(), st.booleans()), min_size=1, max_size=30)
)
def test_the_last_three_places_are_for_small_ones(drawn: list[tuple[int, bool, bool]]) -> None:
    few = np.array([is_small for _, is_small, _ in drawn])
    without = np.flatnonzero([gone for _, _, gone in drawn])
    values = candidate_values(np.array([float(value) for value, _, _ in drawn]), without)
    in_order = sorted(
        (row for row in range(len(drawn)) if row not in without),
        key=lambda row: (-values[row], row),
    )
    first = in_order[: LISTED - ALSO_SMALL]
    also = [row for row in in_order if row not in first and few[row]][:ALSO_SMALL]
    others = [row for row in in_order if row not in first and row not in also]
    best = [*first, *others[: ALSO_SMALL - len(also)]]
    expected = [*best, *also, *(row for row in others if row not in best)]
    found = rank(also_small(few)(values), np.array(sorted(in_order), np.int64))
    assert found.listed.tolist() == expected[:LISTED]
    assert found.places.tolist() == [expected.index(row) + 1 for row in sorted(in_order)]


def test_small_ones_are_placed_as_a_list_for_a_person_places_them() -> None:
    members = [f"a{at:02} a{at + 1:02} a{at % 7:02}" for at in range(25)]
    history = make_history(*members)
    asker = history.index["a03"]
    asked = Question(asker=asker, brief=ProjectBrief())
    row = suggested(learnt_recipe)(history)([asked])[0]
    # Equals are told apart by name on the page and by popularity here: take them apart first.
    row = row + np.linspace(0, 1e-6, len(row))
    landscape = build(history_rows(history), as_of=CUT, revision=0)
    few = small(history)
    assert few.tolist() == [
        bool(landscape.small[landscape.index[o.id]]) for o in history.organisations
    ]
    plain = rank(candidate_values(row, np.array([asker])), NOBODY).listed
    also = rank(also_small(few)(candidate_values(row, np.array([asker]))), NOBODY).listed
    assert also[: LISTED - ALSO_SMALL].tolist() == plain[: LISTED - ALSO_SMALL].tolist()
    assert few[also[LISTED - ALSO_SMALL :]].all()
    listed = suggest(
        landscape,
        brief_of(asked.brief, landscape.index["a03"], landscape),
        load_recipe("partners"),
        Options(include_current=True, also_small=ALSO_SMALL),
    )
    assert [each.group for each in listed.suggestions] == ["best"] * 7 + ["also"] * 3
    assert sum(each.score for each in listed.suggestions) == pytest.approx(
        float(row[also].sum()), abs=1e-4
    )

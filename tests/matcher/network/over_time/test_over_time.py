"""The years of a small network that can be told by heart (see tests.matcher.network.makers).

Kirkeklubben and Museet since 2018, with Ovnen from 2024 on; nobody else.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.landscape import OrganisationRow, Rows, build
from matcher.network.arrangement import network
from matcher.network.drawing import draw
from matcher.network.over_time.compared import compared
from matcher.network.over_time.spans import BEFORE, OPEN, spans
from matcher.network.over_time.timeline import LONGEST, timeline
from matcher.network.picture import MapPicture, MapView
from tests.matcher.network.evidence_makers import Report, make_evidence
from tests.matcher.network.makers import make_picture

AS_OF = date(2026, 5, 1)


def make_reported(*told: Report) -> MapPicture:
    """A picture of reported ties between organisations of one letter; even ones are public."""
    letters = sorted({end for report in told for end in (report.a, report.b)} | {"a"})
    landscape = build(
        Rows(
            organisations=tuple(
                OrganisationRow(
                    id=x, name=x.upper(), sector="public" if ord(x) % 2 == 0 else "business"
                )
                for x in letters
            )
        ),
        as_of=AS_OF,
        revision=1,
    )
    pieces = make_evidence([], told, landscape.index, AS_OF)
    return draw(network(landscape, pieces), MapView())


def told(a: str, b: str, since: int | None, until: int | None) -> Report:
    return Report(
        a=a,
        b=b,
        since=date(since, 3, 1) if since else None,
        until=date(until, 9, 1) if until else None,
    )


def test_the_years_of_the_small_network() -> None:
    years = timeline(make_picture().columns, AS_OF).years
    assert [year.year for year in years] == list(range(2018, 2027))
    by_year = {year.year: year for year in years}
    first, before, after = by_year[2018], by_year[2023], by_year[2024]
    assert (first.organisations, first.ties, first.joined, first.began) == (2, 1, 2, 1)
    assert (before.organisations, before.ties, before.collaborations) == (2, 1, 0)
    assert (after.organisations, after.ties, after.collaborations) == (3, 3, 1)
    assert (after.joined, after.began, after.ended) == (1, 2, 0)
    assert (after.density, after.mean_degree, after.largest) == (1.0, 2.0, 1.0)
    assert first.centralisation is None
    assert after.centralisation == 0.0


def test_measures_of_a_year_are_of_those_with_ties_in_it() -> None:
    """A star of three around b in 2020; c and d in 2021, when b has gone."""
    columns = make_reported(
        told("a", "b", 2020, 2020),
        told("b", "c", 2020, 2020),
        told("b", "d", 2020, 2020),
        told("c", "d", 2021, None),
    ).columns
    star, pair = timeline(columns, AS_OF).years[:2]
    assert (star.organisations, star.ties, star.components, star.ended) == (4, 3, 1, 3)
    assert star.centralisation == 1.0
    assert star.density == pytest.approx(0.5)
    assert star.ei_index == pytest.approx(1 / 3)
    assert (pair.organisations, pair.ties, pair.joined) == (2, 1, 0)
    assert pair.ei_index == 1.0


def test_ties_without_dates_are_in_no_year_and_counted_apart() -> None:
    columns = make_reported(told("a", "b", None, None), told("b", "c", 2024, None)).columns
    line = timeline(columns, AS_OF)
    assert line.undated == 1
    assert [year.ties for year in line.years] == [1, 1, 1]


def test_what_ended_and_began_nobody_knows_when_was_there_before() -> None:
    columns = make_reported(told("a", "b", None, 2021), told("b", "c", 2020, None)).columns
    assert [year.ties for year in timeline(columns, AS_OF).years][:3] == [2, 2, 1]


def test_nothing_dated_gives_no_years() -> None:
    assert timeline(make_reported(told("a", "b", None, None)).columns, AS_OF).years == ()
    assert timeline(make_reported().columns, AS_OF).years == ()


def test_an_end_to_come_is_no_end_yet() -> None:
    columns = make_reported(told("a", "b", 2025, 2026), told("a", "c", 2025, 2040)).columns
    years = timeline(columns, AS_OF).years
    assert [(year.year, year.ties, year.ended) for year in years] == [(2025, 2, 0), (2026, 2, 0)]


def test_very_early_years_are_left_out_and_their_ties_are_not() -> None:
    columns = make_reported(told("a", "b", 1850, None)).columns
    years = timeline(columns, AS_OF).years
    assert len(years) == LONGEST
    assert years[0].ties == 1


def test_two_years_side_by_side() -> None:
    picture = make_reported(
        told("a", "b", 2019, 2021), told("b", "c", 2019, None), told("c", "d", 2023, None)
    )
    found = compared(picture.columns, 2020, 2024, AS_OF)

    def ids(places: np.ndarray) -> str:
        return "".join(picture.columns.nodes.ids[place] for place in places.tolist())

    def pairs(places: np.ndarray) -> set[str]:
        return {picture.ties[tie].a + picture.ties[tie].b for tie in places.tolist()}

    assert (ids(found.came), ids(found.left)) == ("d", "a")
    assert (pairs(found.began), pairs(found.ended), pairs(found.lasted)) == (
        {"cd"},
        {"ab"},
        {"bc"},
    )


def test_spans_say_what_is_open() -> None:
    found = spans(make_reported(told("a", "b", 2019, None)).columns.ties, AS_OF)
    assert (found.since.tolist(), found.until.tolist()) == ([2019], [OPEN])
    found = spans(make_reported(told("a", "b", None, None)).columns.ties, AS_OF)
    assert (found.since.tolist(), found.dated.tolist()) == ([BEFORE], [False])


YEAR = st.one_of(st.none(), st.integers(2000, 2026))
TIES = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), YEAR, YEAR), max_size=12
)


@given(TIES)
@settings(max_examples=40, deadline=None)
def test_each_year_is_the_last_with_what_began_and_without_what_ended(
    ties: list[tuple[str, str, int | None, int | None]],
) -> None:
    """Among dated ties: this year's = last year's − those that ended then + those that begin."""
    columns = make_reported(
        *(told(a, b, s, u) for a, b, s, u in ties if a != b and (s or 0) <= (u or 9999))
    ).columns
    years = timeline(columns, AS_OF).years
    for last, now in pairwise(years):
        assert now.ties == last.ties - last.ended + now.began
        found = compared(columns, last.year, now.year, AS_OF)
        assert (len(found.began), len(found.ended)) == (now.began, last.ended)

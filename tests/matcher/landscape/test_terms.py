from __future__ import annotations

from datetime import date, timedelta

import pytest

from matcher.landscape import CapacityRow, Landscape, Rows, TermRow, build
from tests.engine_factories import AS_OF, make_collaboration, make_landscape, make_rows

DAY = timedelta(days=1)


def _offering(since: date | None, until: date | None) -> Landscape:
    rows = Rows(
        organisations=make_rows("a").organisations,
        terms=(TermRow(id="bus", vocabulary="capacity", da="Bus", en="Bus"),),
        capacities=(
            CapacityRow(organisation="a", side="offers", term="bus", since=since, until=until),
        ),
    )
    return build(rows, as_of=AS_OF, revision=1)


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [
        (None, None, True),
        (AS_OF, AS_OF, True),
        (AS_OF + DAY, None, False),
        (None, AS_OF - DAY, False),
    ],
)
def test_an_offer_holds_on_its_days_both_ends_included(
    since: date | None, until: date | None, holds: bool
) -> None:
    assert bool(_offering(since, until).offers.nnz) is holds


def test_an_offer_that_is_said_twice_is_one() -> None:
    landscape = make_landscape("a", "b", offers={"a": ["bus", "bus"], "b": ["bus"]})
    assert landscape.offers.toarray().tolist() == [[1.0], [1.0]]


def test_rarity_of_capacities_is_that_of_their_offers() -> None:
    landscape = make_landscape(
        "a", "b", "c",
        offers={"a": ["hall", "bus"], "b": ["hall"], "c": ["hall"]},
        needs={"a": ["law"], "b": ["bus"], "c": ["bus"]},
    )  # fmt: skip
    capacities = landscape.vocabularies["capacity"]
    rarity = dict(zip(capacities.ids, capacities.rarity, strict=True))
    assert rarity["law"] == rarity["bus"] == 1.0 > rarity["hall"] > 0
    assert landscape.totals.offers[1] == rarity["hall"]
    assert landscape.totals.needs[0] == rarity["law"]


def test_themes_come_from_what_is_said_and_from_collaborations() -> None:
    landscape = make_landscape(
        "a", "b",
        themes={"a": ["green"]},
        joint=[
            make_collaboration("1", ["a", "b"], themes=("green", "song"), target_groups=("old",)),
            make_collaboration("2", ["a"], themes=("food",), start=AS_OF + DAY),
        ],
    )  # fmt: skip
    themes = landscape.vocabularies["theme"]
    assert themes.ids == ("food", "green", "song")
    assert landscape.themes.toarray().tolist() == [[0, 1, 0], [0, 0, 0]]
    assert landscape.derived_themes.toarray().tolist() == [[0, 0, 1], [0, 1, 1]]
    assert landscape.totals.themes.tolist() == [1.5, 1.0]
    assert landscape.derived_target_groups.toarray().tolist() == [[1], [1]]
    assert themes.index["song"] == 2
    assert len(themes) == 3

"""All gaps together, where there is little or an odd network."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.landscape import Landscape, TieRow
from tests.engine_factories import make_landscape, make_organisation
from tests.matcher.network.gaps.makers import make_gaps, make_quarter

TABLES = ("themes", "capacities", "sectors", "kinds", "alone", "brokers", "bridges", "groups")


def counts(landscape: Landscape) -> dict[str, int]:
    found = make_gaps(landscape)
    return {name: n for name in TABLES if (n := len(getattr(found, name)))}


def test_little_or_nothing_known_gives_few_gaps_and_no_fault() -> None:
    assert counts(make_landscape()) == {}
    assert counts(make_landscape("only")) == {"alone": 1}
    assert counts(make_landscape(*(f"o{at}" for at in range(300)))) == {"alone": 300}
    star = make_landscape(
        *(f"o{at:03}" for at in range(300)), ties=[("o000", f"o{at:03}") for at in range(1, 300)]
    )
    assert counts(star) == {"brokers": 1}
    assert make_gaps(star).brokers[0].cut_off == 298


def test_hidden_ones_are_in_no_gap_and_hold_nobody_together() -> None:
    landscape = make_quarter()
    found = make_gaps(landscape)
    gone, lone = landscape.index["gone"], landscape.index["lone"]
    assert [each.row for each in found.alone][-1] == lone
    assert gone not in {each.row for each in found.alone}
    assert found.ties.degree[gone] == 0
    assert found.rests.organisations == 6


def test_those_alone_are_told_by_profile_and_by_what_has_ended() -> None:
    landscape = make_landscape(
        make_organisation("bare"),
        make_organisation("full"),
        make_organisation("left"),
        make_organisation("other"),
        needs={"full": ["bus"]},
        themes={"full": ["song"]},
        ties=[TieRow(id="t", a="left", b="other", end=date(2020, 1, 1))],
    )
    found = make_gaps(landscape).alone
    told = [(landscape.ids[each.row], each.past, each.said) for each in found]
    assert told == [("full", 0, 2), ("bare", 0, 0), ("left", 1, 0), ("other", 1, 0)]


@pytest.mark.parametrize(("tied", "enough"), [(65, True), (64, False)])
def test_brokers_are_named_from_65_in_a_hundred_with_known_ties(tied: int, enough: bool) -> None:
    names = [f"o{at:03}" for at in range(100)]
    ties = [(names[0], other) for other in names[1:tied]]
    rests = make_gaps(make_landscape(*names, ties=ties)).rests
    assert (rests.with_ties, rests.enough) == (tied, enough)


def test_a_condition_chooses_who_is_looked_at_and_not_who_holds_together() -> None:
    landscape = make_landscape(
        make_organisation("hub", sector="public"),
        make_organisation("a", sector="association"),
        make_organisation("b", sector="association"),
        ties=[("hub", "a"), ("hub", "b")],
    )
    assert len(make_gaps(landscape, sector="public").brokers) == 1
    assert make_gaps(landscape, sector="association").brokers == ()
    (meeting,) = make_gaps(landscape, sector="public").sectors
    assert (meeting.a, meeting.b, meeting.ties) == (0, 1, 2)

"""Themes by area."""

from __future__ import annotations

from datetime import date

from matcher.network.gaps.themes import STATES, in_cell
from tests.engine_factories import make_collaboration, make_landscape, make_organisation
from tests.matcher.network.gaps.makers import make_gaps, make_quarter


def test_needs_that_another_of_the_cell_offers_are_met_and_the_others_are_the_gap() -> None:
    found = make_gaps(make_quarter())
    need, offer = found.themes
    assert (need.state, found.areas.names[need.area]) == ("need", "Nord")
    # home and club need drivers, home a room that club has; shy and gone do not count.
    assert (need.carers, need.wanted, need.unmet, need.offered) == (3, 3, 2, 1)
    assert (offer.state, found.areas.names[offer.area]) == ("offer", "Syd")
    assert (offer.carers, offer.wanted, offer.offered) == (2, 0, 2)
    assert (need.amount, offer.amount) == (2, 2)


def test_who_wants_no_partners_cares_but_neither_needs_nor_offers() -> None:
    landscape = make_quarter()
    found = make_gaps(landscape)
    nord = found.areas.names.index("Nord")
    there = {landscape.ids[row] for row in in_cell(landscape, found.areas, 0, nord).nonzero()[0]}
    assert there == {"home", "club", "shy"}


def test_a_theme_that_many_care_about_elsewhere_is_thin_where_few_do() -> None:
    north = [make_organisation(f"n{at}", municipality="Byen", district="Nord") for at in range(10)]
    south = [make_organisation(f"s{at}", municipality="Byen", district="Syd") for at in range(10)]
    landscape = make_landscape(
        *north, *south, themes={each.id: ["food"] for each in (*north, south[0])}
    )
    found = make_gaps(landscape)
    gap, idle = found.themes
    assert (idle.state, found.areas.names[idle.area], idle.amount) == ("idle", "Nord", 10)
    assert (gap.state, found.areas.names[gap.area], gap.carers) == ("thin", "Syd", 1)
    assert gap.expected == 5.5
    assert gap.amount == 4.5


def test_a_collaboration_makes_its_participants_care_and_is_counted_while_it_goes_on() -> None:
    landscape = make_landscape(
        make_organisation("a", municipality="Byen"),
        make_organisation("b", municipality="Fjernby"),
        joint=[
            make_collaboration("now", ["a", "b"], themes=("song",)),
            make_collaboration("over", ["a", "b"], themes=("song",), end=date(2020, 1, 1)),
        ],
    )
    table = make_gaps(landscape).theme_table
    assert table.carers.tolist() == [[1, 1]]
    assert table.running.tolist() == [[1, 1]]
    assert [STATES[state] for state in table.state[0].tolist()] == ["silent", "silent"]


def test_a_condition_on_the_theme_leaves_only_that_theme() -> None:
    landscape = make_landscape(
        make_organisation("a", municipality="Byen"),
        needs={"a": ["bus"]},
        themes={"a": ["food", "song"]},
    )
    words = landscape.vocabularies["theme"].ids
    assert [words[gap.theme] for gap in make_gaps(landscape).themes] == ["food", "song"]
    assert [words[gap.theme] for gap in make_gaps(landscape, theme="song").themes] == ["song"]

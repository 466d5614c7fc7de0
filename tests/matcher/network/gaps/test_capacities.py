"""What is needed here and offered by nobody here."""

from __future__ import annotations

import pytest

from matcher.landscape import Landscape
from tests.engine_factories import make_landscape, make_organisation
from tests.matcher.network.gaps.makers import make_gaps, make_quarter


def told(landscape: Landscape, **view: str) -> list[tuple[str, str, int, str | None]]:
    found = make_gaps(landscape, **view)
    return [
        (
            landscape.vocabularies["capacity"].ids[gap.capacity],
            found.areas.names[gap.area],
            gap.needing,
            landscape.ids[gap.nearest] if gap.nearest >= 0 else None,
        )
        for gap in found.capacities
    ]


def test_the_planted_gap_is_found_with_the_nearest_offer() -> None:
    landscape = make_quarter()
    assert told(landscape) == [("drivers", "Nord", 2, "taxi")]
    (gap,) = make_gaps(landscape).capacities
    assert gap.km == pytest.approx(5.56, abs=0.05)


def test_the_same_of_another_does_not_help_and_ones_own_offer_is_no_other() -> None:
    north, south = {"municipality": "Byen", "district": "Nord"}, {"municipality": "Byen"}
    landscape = make_landscape(
        make_organisation("both", **north),
        make_organisation("south", **south),
        needs={"both": ["bus"]},
        offers={"both": ["bus"], "south": ["bus"]},
    )
    assert told(landscape) == [("bus", "Nord", 1, "south")]
    second = make_landscape(
        make_organisation("both", **north),
        make_organisation("asks", **north),
        needs={"both": ["bus"], "asks": ["bus"]},
        offers={"both": ["bus"]},
    )
    # What one of them asks the other has; the other has nobody but itself.
    assert told(second) == [("bus", "Nord", 1, None)]


def test_what_nobody_offers_anywhere_has_no_nearest() -> None:
    landscape = make_landscape(make_organisation("a", municipality="Byen"), needs={"a": ["boat"]})
    assert told(landscape) == [("boat", "Byen", 1, None)]


def test_a_condition_chooses_whose_needs_but_not_whose_offers() -> None:
    landscape = make_quarter()
    assert told(landscape, sector="association") == [("drivers", "Nord", 1, "taxi")]
    assert told(landscape, area="Syd") == []
    assert told(landscape, sector="business") == []


def test_without_coordinates_the_first_of_the_same_town_is_named() -> None:
    landscape = make_landscape(
        make_organisation("asks", municipality="Byen", district="Nord"),
        make_organisation("aa", name="Aaa", municipality="Fjernby"),
        make_organisation("near", name="Zzz", municipality="Byen", district="Syd"),
        needs={"asks": ["bus"]},
        offers={"aa": ["bus"], "near": ["bus"]},
    )
    assert told(landscape) == [("bus", "Nord", 1, "near")]

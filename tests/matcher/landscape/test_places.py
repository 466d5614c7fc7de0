from __future__ import annotations

import numpy as np

from matcher.landscape import OrganisationRow, Places
from tests.engine_factories import make_landscape
from tests.engine_factories import make_organisation as org


def places(rows: list[OrganisationRow]) -> Places:
    """The places of such organisations."""
    return make_landscape(*rows).places


def test_names_are_compared_without_case_and_accents() -> None:
    found = places([org("a", municipality="KØBENHAVN"), org("b", municipality="København")])
    assert found.municipality.tolist() == [0, 0]
    assert found.municipalities == ("KØBENHAVN",)


def test_a_district_of_the_same_name_elsewhere_is_another() -> None:
    found = places(
        [
            org("a", municipality="Byen", district="Nord"),
            org("b", municipality="Øen", district="Nord"),
        ]
    )
    assert found.district[0] != found.district[1]
    assert found.districts == ("Nord", "Nord")


def test_a_district_tells_the_municipality_where_only_one_has_it() -> None:
    found = places(
        [
            org("a", municipality="Byen", district="Vest"),
            org("b", district="vest"),
            org("c", municipality="Øen", district="Nord"),
            org("d", municipality="Byen", district="Nord"),
            org("e", district="Nord"),
        ]
    )
    assert found.municipality[1] == found.municipality[0]
    assert found.district[1] == found.district[0]
    assert found.municipality[4] == -1


def test_what_is_not_said_is_unknown() -> None:
    found = places([org("a", municipality=" ", district="", postcode=" ")])
    assert (found.municipality[0], found.district[0], found.postcode[0]) == (-1, -1, -1)
    assert np.isnan(found.lat).all()
    assert np.isnan(found.points).all()


def test_impossible_points_are_unknown() -> None:
    rows = [org(str(i), lat=lat, lon=lon) for i, (lat, lon) in enumerate(
        [(float("nan"), 12.0), (float("inf"), 12.0), (91.0, 12.0), (55.0, 181.0), (55.0, None)]
    )]  # fmt: skip
    assert np.isnan(places(rows).lat).all()


def test_nobody_is_nowhere() -> None:
    assert places([]).points.shape == (3, 0)

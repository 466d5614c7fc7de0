"""Which area an organisation is in."""

from __future__ import annotations

from matcher.network.gaps.areas import areas
from tests.engine_factories import make_landscape, make_organisation


def test_a_district_comes_before_its_municipality_and_twins_are_told_apart() -> None:
    landscape = make_landscape(
        make_organisation("a", municipality="Aarhus", district="Nord"),
        make_organisation("b", municipality="Odense", district="Nord"),
        make_organisation("c", municipality="Odense"),
        make_organisation("d"),
        make_organisation("e", municipality="Skjult By", hidden=True),
    )
    found = areas(landscape)
    assert found.names == ("Nord (Odense)", "Nord (Aarhus)", "Odense")  # aa is å, the last letter
    assert [found.names[at] if at >= 0 else None for at in found.of.tolist()] == [
        "Nord (Aarhus)",
        "Nord (Odense)",
        "Odense",
        None,
        None,
    ]


def test_nobody_and_nowhere_have_no_areas() -> None:
    assert areas(make_landscape()).names == ()
    assert areas(make_landscape("a", "b")).of.tolist() == [-1, -1]

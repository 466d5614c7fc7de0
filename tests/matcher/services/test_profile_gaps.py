"""What would make suggestions better."""

from __future__ import annotations

from matcher.services.installation import Installation
from matcher.services.profile_gaps import GAPS, profile_gaps
from tests.factories import make_organisation, make_tie
from tests.neighbourhood import AS_OF, make_neighbourhood


def gaps(installation: Installation, organisation: str) -> tuple[str, ...]:
    """The gaps of an organisation in the records."""
    landscape = installation.landscape(AS_OF)
    return profile_gaps(landscape, landscape.index_of(organisation))


def test_each_part_that_is_missing_is_named(installation: Installation) -> None:
    make_neighbourhood(installation)
    assert gaps(installation, "house") == ("target_groups",)
    assert gaps(installation, "bridge") == ("needs", "offers", "themes", "place")
    assert gaps(installation, "stranger") == tuple(GAPS)


def test_any_part_of_a_place_is_a_place(installation: Installation) -> None:
    for place in (
        {"postcode": "2500"},
        {"municipality": "København"},
        {"district": "Valby"},
        {"lat": 55.66, "lon": 12.52},
    ):
        key = make_organisation(installation, "Et sted", **place)
        assert "place" not in gaps(installation, key)


def test_a_reported_tie_is_a_partner(installation: Installation) -> None:
    made = make_neighbourhood(installation)
    make_tie(installation, made.stranger, made.cafe)
    assert "partners" not in gaps(installation, made.stranger)

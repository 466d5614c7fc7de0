"""The numbers of the network, and what runs out soon."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date

import pytest

from matcher.errors import Refusal
from matcher.services.access import Actor
from matcher.services.installation import Installation
from matcher.services.overview import show_overview
from tests.factories import (
    READER,
    make_collaboration,
    make_organisation,
    make_participant,
    make_shortlist,
)

TODAY = date(2026, 3, 1)


def ends(installation: Installation) -> list[tuple[str, date, bool]]:
    overview = show_overview(installation, READER, TODAY)
    return [(each.title, each.day, each.funding) for each in overview.ending]


def test_an_empty_network_has_nothing(installation: Installation) -> None:
    overview = show_overview(installation, READER, TODAY)
    assert set(astuple(overview.numbers)) == {0}
    assert (overview.ending, overview.shortlists) == ((), ())


def test_what_counts(installation: Installation) -> None:
    a, b, c = (make_organisation(installation, name) for name in ("A", "B", "C"))
    make_organisation(installation, "Skjult", hidden=True)
    both = [make_participant(a), make_participant(b)]
    left = [make_participant(a), make_participant(c, until="2026-02-28")]
    make_collaboration(installation, "Uden datoer", participants=left)
    make_collaboration(installation, "Slut", end="2026-02-28", participants=both)
    make_collaboration(installation, "Senere", start="2026-03-02", participants=both)
    make_collaboration(
        installation, "Fra i dag til i dag", start=TODAY, end=TODAY, participants=both
    )
    make_shortlist(installation)
    numbers = show_overview(installation, READER, TODAY).numbers
    assert (numbers.organisations, numbers.collaborations, numbers.current) == (3, 4, 2)
    assert numbers.alone == 1  # C has left
    assert numbers.shortlists == 1


@pytest.mark.parametrize(
    ("dates", "wanted"),
    [
        ({}, None),
        ({"end": "2026-04-01"}, (date(2026, 4, 1), False)),
        ({"funding_end": "2026-04-01"}, (date(2026, 4, 1), True)),
        ({"end": "2026-05-01", "funding_end": "2026-04-01"}, (date(2026, 4, 1), True)),
        ({"end": "2026-04-01", "funding_end": "2026-05-01"}, (date(2026, 4, 1), False)),
        ({"end": "2026-04-01", "funding_end": "2026-04-01"}, (date(2026, 4, 1), True)),
        # The money ran out, the activity goes on.
        ({"end": "2026-05-01", "funding_end": "2026-02-01"}, (date(2026, 5, 1), False)),
        ({"funding_end": "2026-02-01"}, None),
        ({"end": "2026-02-01", "funding_end": "2026-04-01"}, None),
        ({"start": "2026-03-15", "end": "2026-04-01"}, None),
        ({"end": "2026-03-01"}, (date(2026, 3, 1), False)),
        ({"end": "2026-08-31"}, (date(2026, 8, 31), False)),
        ({"end": "2026-09-01"}, None),
        ({"end": "2027-09-01", "funding_end": "2027-01-01"}, None),
    ],
)
def test_what_ends_within_half_a_year(
    installation: Installation, dates: dict[str, str], wanted: tuple[date, bool] | None
) -> None:
    make_collaboration(installation, "Fælles have", **dates)
    assert ends(installation) == ([("Fælles have", *wanted)] if wanted else [])


def test_the_soonest_come_first_and_five_are_enough(installation: Installation) -> None:
    for day in (7, 3, 5, 1, 9, 2):
        make_collaboration(installation, f"Dag {day}", end=date(2026, 4, day))
    assert [title for title, _, _ in ends(installation)] == [f"Dag {n}" for n in (1, 2, 3, 5, 7)]


def test_the_latest_shortlists_with_whom_they_are_for(installation: Installation) -> None:
    a = make_organisation(installation, "Kulturhuset")
    make_shortlist(installation, "Først", organisation=a)
    make_shortlist(installation, "Sidst")
    found = show_overview(installation, READER, TODAY).shortlists
    assert [(line.title, line.organisation) for line in found] == [
        ("Sidst", None),
        ("Først", "Kulturhuset"),
    ]


def test_holders_of_links_see_no_overview(installation: Installation) -> None:
    with pytest.raises(Refusal):
        show_overview(installation, Actor(role="link", subject="map"), TODAY)

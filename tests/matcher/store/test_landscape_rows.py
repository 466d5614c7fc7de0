"""What the landscape is built from, as it stands in the records."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.landscape import (
    CapacityRow,
    CollaborationRow,
    InterestRow,
    OrganisationRow,
    ParticipationRow,
    Rows,
    TieRow,
)
from matcher.store.database import Database
from matcher.store.landscape_rows import landscape_rows
from tests.factories import (
    make_capacity,
    make_collaboration,
    make_organisation,
    make_participant,
    make_terms,
    make_tie,
)


@pytest.fixture
def rows(database: Database) -> Rows:
    """One organisation with everything that is read, one with nothing, and what joins them."""
    make_terms(database)
    make_organisation(database, "Bare", id="bare")
    make_organisation(
        database,
        "Åkanden",
        id="full",
        sources=[("list", "17"), ("cvr", "9")],
        sector="public",
        kind="club",
        parent="bare",
        municipality="Byen",
        district="Nord",
        postcode="2500",
        lat=55.5,
        lon=12.5,
        open_to_partners=True,
        hidden=True,
        description="Vi synger sammen.",
        offers=[make_capacity("transport", amount=3.0, until="2027-01-02")],
        needs=["volunteers"],
        themes=["green"],
        target_groups=["older"],
    )
    make_collaboration(
        database,
        "Sang",
        [make_participant("bare", role="vært", since=date(2021, 2, 3)), "full"],
        id="song",
        start=date(2021, 1, 1),
        end=date(2022, 1, 1),
        purpose="Sang for alle",
        area="Byen; Øen",
        funding_source="Sangfonden",
        themes=["food"],
        target_groups=["young"],
    )
    make_tie(
        database, "bare", "full", kind="knows", date=date(2020, 5, 6), end=date(2024, 5, 6),
        confidence=0.5,
    )  # fmt: skip
    with database.reading() as session:
        return landscape_rows(session)


def test_an_organisation_is_read_with_all_that_matching_knows_of_it(rows: Rows) -> None:
    assert set(rows.organisations) == {
        OrganisationRow(id="bare", name="Bare"),
        OrganisationRow(
            id="full",
            name="Åkanden",
            sector="public",
            kind="club",
            parent="bare",
            municipality="Byen",
            district="Nord",
            postcode="2500",
            lat=55.5,
            lon=12.5,
            open_to_partners=True,
            hidden=True,
            source_id="17",
            description="Vi synger sammen.",
        ),
    }


def test_offers_come_with_their_amount_and_last_day(rows: Rows) -> None:
    assert set(rows.capacities) == {
        CapacityRow(
            organisation="full", side="offers", term="transport", until=date(2027, 1, 2),
            amount=3.0,
        ),
        CapacityRow(organisation="full", side="needs", term="volunteers"),
    }  # fmt: skip


def test_interests_come_with_their_vocabulary(rows: Rows) -> None:
    assert set(rows.interests) == {
        InterestRow(organisation="full", vocabulary="theme", term="green"),
        InterestRow(organisation="full", vocabulary="target_group", term="older"),
    }


def test_a_collaboration_comes_with_its_purpose_area_and_funding(rows: Rows) -> None:
    assert rows.collaborations == (
        CollaborationRow(
            id="song",
            title="Sang",
            start=date(2021, 1, 1),
            end=date(2022, 1, 1),
            themes=("food",),
            target_groups=("young",),
            purpose="Sang for alle",
            area="Byen; Øen",
            funding_source="Sangfonden",
        ),
    )
    assert set(rows.participations) == {
        ParticipationRow(
            collaboration="song", organisation="bare", role="vært", since=date(2021, 2, 3)
        ),
        ParticipationRow(collaboration="song", organisation="full"),
    }


def test_a_reported_tie_comes_with_its_dates_and_how_sure_one_is(rows: Rows) -> None:
    (tie,) = rows.ties
    assert tie == TieRow(
        id=tie.id, a="bare", b="full", kind="knows", date=date(2020, 5, 6), end=date(2024, 5, 6),
        confidence=0.5,
    )  # fmt: skip


def test_an_empty_database_gives_no_rows(database: Database) -> None:
    with database.reading() as session:
        assert landscape_rows(session) == Rows()

"""What matching reads of the records, one statement a table; in any order."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from matcher.store.tables import (
    Area,
    Capacity,
    Collaboration,
    CollaborationInterest,
    Organisation,
    OrganisationIdentity,
    OrganisationInterest,
    Participation,
    Term,
    Tie,
)

Text = str | None
Day = date | None
Number = float | None
Organisations = Select[
    str, str, str, Text, Text, Text, Text, Text, Text, Number, Number, bool | None, bool, Text, Text
]
Capacities = Select[str, str, int, Day, Number]
Interests = Select[str, int]
Collaborations = Select[str, str, Day, Day, Text, Text, Text]
Participations = Select[str, str, Text, Day, Day]
Ties = Select[str, str, str, Text, Day, Day, Number]


def organisations() -> Organisations:
    """Id, name, its key in lists, sector, kind, parent, municipality, district, postcode,
    latitude, longitude, open to partners, hidden, the first source's id, description."""
    kind = aliased(Term)
    first_source_id = (
        select(func.min(OrganisationIdentity.source_id))
        .where(OrganisationIdentity.organisation_id == Organisation.id)
        .scalar_subquery()
    )
    return (
        select(
            Organisation.id,
            Organisation.name,
            Organisation.name_sort,
            Organisation.sector,
            kind.id,
            Organisation.parent_id,
            Area.municipality,
            Area.district,
            Organisation.postcode,
            Organisation.lat,
            Organisation.lon,
            Organisation.open_to_partners,
            Organisation.hidden,
            first_source_id,
            Organisation.description,
        )
        .outerjoin(kind, kind.key == Organisation.kind_key)
        .outerjoin(Area, Area.id == Organisation.area_id)
    )


def terms() -> Select[int, str, str, str, str]:
    """Key, id, vocabulary and both labels."""
    return select(Term.key, Term.id, Term.vocabulary, Term.da, Term.en)


def capacities() -> Capacities:
    """Organisation, side, key of the term, last day and amount."""
    return select(
        Capacity.organisation_id,
        Capacity.side,
        Capacity.term_key,
        Capacity.until,
        Capacity.amount,
    )


def interests() -> Interests:
    """Organisation and key of the term."""
    return select(OrganisationInterest.organisation_id, OrganisationInterest.term_key)


def collaborations() -> Collaborations:
    """Id, title, start, end, purpose, area and source of funding."""
    return select(
        Collaboration.id,
        Collaboration.title,
        Collaboration.start,
        Collaboration.end,
        Collaboration.purpose,
        Collaboration.area,
        Collaboration.funding_source,
    )


def collaboration_interests() -> Interests:
    """Collaboration and key of the term."""
    return select(CollaborationInterest.collaboration_id, CollaborationInterest.term_key)


def participations() -> Participations:
    """Collaboration, organisation, role, first and last day."""
    return select(
        Participation.collaboration_id,
        Participation.organisation_id,
        Participation.role,
        Participation.since,
        Participation.until,
    )


def ties() -> Ties:
    """Id, both ends, kind, first and last day, and how sure one is."""
    return select(Tie.id, Tie.a_id, Tie.b_id, Tie.kind, Tie.date, Tie.end, Tie.confidence)

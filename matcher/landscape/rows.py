"""What a landscape is built from: plain rows, as the store reads them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

SECTORS = ("association", "public", "business")
VOCABULARIES = ("capacity", "theme", "target_group", "kind")


@dataclass(frozen=True, kw_only=True, slots=True)
class OrganisationRow:
    """An organisation; `parent` is the id of the one it is a unit of, `kind` a term's id.

    `sector` is one of SECTORS or None, where it is not known; so is every other None.
    `open_to_partners` is None where nobody has said; `hidden` ones are neither suggested nor
    named.
    """

    id: str
    name: str
    sector: str | None = None
    kind: str | None = None
    parent: str | None = None
    municipality: str | None = None
    district: str | None = None
    postcode: str | None = None
    lat: float | None = None
    lon: float | None = None
    open_to_partners: bool | None = None
    hidden: bool = False
    source_id: str | None = None
    description: str | None = None
    country: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TermRow:
    """A word of a vocabulary (one of VOCABULARIES) with its label in both languages."""

    id: str
    vocabulary: str
    da: str
    en: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CapacityRow:
    """A capacity that an organisation has or lacks; `side` is "offers" or "needs".

    It holds from `since` to `until`, both days included. `amount` is how much of it there is.
    """

    organisation: str
    side: str
    term: str
    since: dt.date | None = None
    until: dt.date | None = None
    amount: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class InterestRow:
    """What an organisation itself says it cares about.

    `vocabulary` is "theme" or "target_group".
    """

    organisation: str
    vocabulary: str
    term: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CollaborationRow:
    """A joint undertaking; without `end` it still runs, without `start` it has always run.

    `area` may name several, parted by ";".
    """

    id: str
    title: str
    start: dt.date | None = None
    end: dt.date | None = None
    themes: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    purpose: str | None = None
    area: str | None = None
    funding_source: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ParticipationRow:
    """An organisation's part in a collaboration; the dates narrow the collaboration's own."""

    collaboration: str
    organisation: str
    role: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TieRow:
    """A reported tie: known from `date`, current until `end`; `confidence` 0…1 is how sure."""

    id: str
    a: str
    b: str
    kind: str | None = None
    date: dt.date | None = None
    end: dt.date | None = None
    confidence: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Rows:
    """All that a landscape knows. The order of the rows means nothing."""

    organisations: tuple[OrganisationRow, ...] = ()
    terms: tuple[TermRow, ...] = ()
    capacities: tuple[CapacityRow, ...] = ()
    interests: tuple[InterestRow, ...] = ()
    collaborations: tuple[CollaborationRow, ...] = ()
    participations: tuple[ParticipationRow, ...] = ()
    ties: tuple[TieRow, ...] = ()

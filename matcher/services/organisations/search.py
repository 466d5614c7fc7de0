"""Finding organisations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.services.access import Actor, may, require
from matcher.services.installation import Installation
from matcher.services.paging import pages_of
from matcher.store.queries.organisations import (
    KnownAreas,
    OrganisationFilter,
    OrganisationLine,
    areas,
    counts_by_sector,
    lines,
)

PER_PAGE = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundOrganisations:
    """A page of the organisations that fit.

    `total` is how many fit in all; `by_sector` how many there would be in each sector (or
    "unknown") whatever sector is asked for; `areas` what can be asked for.
    """

    lines: tuple[OrganisationLine, ...]
    total: int
    by_sector: Mapping[str, int]
    areas: KnownAreas
    page: int
    pages: int


def search_organisations(
    installation: Installation, actor: Actor, wanted: OrganisationFilter, *, page: int = 1
) -> FoundOrganisations:
    """The organisations that fit, in Danish order; those that begin with the text come first.

    A page that is not there gives the nearest one. Hidden organisations are found only by those
    who may change them.
    """
    require(actor, "search_organisations")
    wanted = _allowed(actor, wanted)
    with installation.reading() as session:
        by_sector = counts_by_sector(session, wanted)
        total = by_sector.get(wanted.sector, 0) if wanted.sector else sum(by_sector.values())
        page, pages = pages_of(total, page, PER_PAGE)
        return FoundOrganisations(
            lines=lines(session, wanted, offset=(page - 1) * PER_PAGE, limit=PER_PAGE),
            total=total,
            by_sector=by_sector,
            areas=areas(session),
            page=page,
            pages=pages,
        )


def complete_organisation(
    installation: Installation, actor: Actor, text: str, *, limit: int = 8
) -> tuple[OrganisationLine, ...]:
    """The first few organisations that a text may mean, for a list that appears while typing.

    No text means none.
    """
    require(actor, "search_organisations")
    if not text.strip():
        return ()
    wanted = OrganisationFilter(text=text)
    with installation.reading() as session:
        return lines(session, wanted, limit=limit)


def _allowed(actor: Actor, wanted: OrganisationFilter) -> OrganisationFilter:
    if not wanted.hidden or may(actor, "save_organisation"):
        return wanted
    return OrganisationFilter(
        text=wanted.text, sector=wanted.sector, theme=wanted.theme, area=wanted.area
    )

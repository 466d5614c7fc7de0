"""Finding organisations by name and by what they are."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from matcher.store.documents.common import rows_of
from matcher.store.queries.sought import LONGEST, phrase, words
from matcher.store.tables import Area, Organisation, OrganisationInterest, Term
from matcher.text import danish_key, fold
from matcher.wording.message import Words


@dataclass(frozen=True, kw_only=True, slots=True)
class OrganisationFilter:
    """What a list of organisations is narrowed to; empty text is no condition.

    `text` are words that all stand in the name, or a CVR or P-number; `area` is a district or a
    municipality, `theme` a term id, `sector` a sector or "unknown". Hidden ones are left out
    unless `hidden` is set.
    """

    text: str = ""
    sector: str = ""
    theme: str = ""
    area: str = ""
    hidden: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class OrganisationLine:
    """An organisation as a list shows it."""

    id: str
    name: str
    sector: str | None
    kind: Words | None
    area: str | None
    hidden: bool


def count(session: Session, wanted: OrganisationFilter) -> int:
    """How many organisations fit."""
    statement = _where(select(func.count(Organisation.id)).select_from(Organisation), wanted)
    return int(session.execute(statement).scalar_one())


def counts_by_sector(session: Session, wanted: OrganisationFilter) -> dict[str, int]:
    """How many fit in each sector (or "unknown"), whatever sector is asked for."""
    statement = _where(
        select(Organisation.sector, func.count(Organisation.id)).select_from(Organisation),
        wanted,
        by_sector=False,
    )
    rows = session.execute(statement.group_by(Organisation.sector))
    return {sector or "unknown": number for sector, number in rows}


def lines(
    session: Session, wanted: OrganisationFilter, *, offset: int = 0, limit: int = 50
) -> tuple[OrganisationLine, ...]:
    """The organisations that fit, in Danish order of their names.

    With a text, those whose name begins with it come first.
    """
    statement = _where(_as_lines(), wanted)
    folded = phrase(wanted.text)
    if folded:
        begins = Organisation.name_folded.startswith(folded, autoescape=True)
        statement = statement.order_by(begins.desc())
    rows = session.execute(
        statement.order_by(Organisation.name_sort, Organisation.id).offset(offset).limit(limit)
    )
    return tuple(_line(row) for row in rows)


def lines_of(session: Session, ids: Collection[str]) -> dict[str, OrganisationLine]:
    """These organisations as lines, hidden ones too; unknown ids are left out."""
    rows = session.execute(
        _as_lines().outerjoin(Area, Area.id == Organisation.area_id).where(Organisation.id.in_(ids))
    )
    return {row[0]: _line(row) for row in rows}


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownAreas:
    """The names of the areas that organisations are in, each list in Danish order."""

    municipalities: tuple[str, ...]
    districts: tuple[str, ...]


def areas(session: Session) -> KnownAreas:
    """The municipalities and districts that an organisation is in; both empty at first."""
    found = session.execute(
        select(Area.municipality, Area.district)
        .join(Organisation, Organisation.area_id == Area.id)
        .distinct()
    ).all()
    return KnownAreas(
        municipalities=tuple(sorted({row[0] for row in found} - {""}, key=danish_key)),
        districts=tuple(sorted({row[1] for row in found} - {""}, key=danish_key)),
    )


def names(session: Session, ids: Collection[str]) -> dict[str, str]:
    """The names of organisations by id; unknown ids are left out."""
    statement = select(Organisation.id, Organisation.name)
    return {row[0]: row[1] for row in rows_of(session, statement, Organisation.id, ids)}


def with_name(session: Session, text: str) -> dict[str, str]:
    """Organisations (id → name) with exactly this id or name, else whose name begins with it.

    Case does not count; accents and Danish spellings only where several names differ by nothing
    else.
    """
    by_id = names(session, [text])
    return by_id or _as_written(named(session, text), text) or beginning(session, text)


def _as_written(found: dict[str, str], text: str) -> dict[str, str]:
    """Of names that fold to the same, those that are the same but for case; all if none is."""
    asked = text.casefold().split()
    return {key: name for key, name in found.items() if name.casefold().split() == asked} or found


def named(session: Session, text: str) -> dict[str, str]:
    """Organisations (id → name) that are called exactly this; at most 20."""
    return _named(session, Organisation.name_folded == fold(text))


def beginning(session: Session, text: str) -> dict[str, str]:
    """Organisations (id → name) whose name begins with this; at most 20, none for no text."""
    folded = phrase(text)
    if not folded or len(text) > LONGEST:
        return {}
    return _named(session, Organisation.name_folded.startswith(folded, autoescape=True))


def _named(session: Session, condition: ColumnElement[bool]) -> dict[str, str]:
    rows = session.execute(
        select(Organisation.id, Organisation.name)
        .where(condition)
        .order_by(Organisation.name_sort, Organisation.id)
        .limit(20)
    )
    return {row[0]: row[1] for row in rows}


def _as_lines() -> Select[*tuple[Any, ...]]:
    return (
        select(Organisation.id, Organisation.name, Organisation.sector, Term.da, Term.en)
        .add_columns(Area.municipality, Area.district, Organisation.hidden)
        .outerjoin(Term, Term.key == Organisation.kind_key)
    )


def _line(row: Any) -> OrganisationLine:
    key, name, sector, da, en, municipality, district, hidden = row
    return OrganisationLine(
        id=key,
        name=name,
        sector=sector,
        kind=None if da is None else Words(da=da, en=en),
        area=district or municipality or None,
        hidden=hidden,
    )


def _where(
    statement: Select[*tuple[Any, ...]], wanted: OrganisationFilter, *, by_sector: bool = True
) -> Select[*tuple[Any, ...]]:
    statement = statement.outerjoin(Area, Area.id == Organisation.area_id)
    if not wanted.hidden:
        statement = statement.where(Organisation.hidden.is_(False))
    if words(wanted.text):
        statement = statement.where(_called(wanted.text))
    if wanted.sector and by_sector:
        unknown = wanted.sector == "unknown"
        statement = statement.where(
            Organisation.sector.is_(None) if unknown else Organisation.sector == wanted.sector
        )
    if wanted.area:
        statement = statement.where(
            or_(Area.district == wanted.area, Area.municipality == wanted.area)
        )
    return statement.where(_cares_about(wanted.theme)) if wanted.theme else statement


def _called(text: str) -> ColumnElement[bool]:
    in_name = and_(
        *(Organisation.name_folded.contains(word, autoescape=True) for word in words(text))
    )
    digits = re.sub(r"[\s.\-]", "", text)
    if re.fullmatch(r"[0-9]{8}|[0-9]{10}", digits):
        return or_(in_name, Organisation.cvr == digits, Organisation.p_number == digits)
    return in_name


def _cares_about(theme: str) -> ColumnElement[bool]:
    return (
        select(OrganisationInterest.organisation_id)
        .join(Term, Term.key == OrganisationInterest.term_key)
        .where(
            OrganisationInterest.organisation_id == Organisation.id,
            Term.vocabulary == "theme",
            Term.id == theme,
        )
        .exists()
    )

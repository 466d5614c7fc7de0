"""Organisations, where they are, and what they offer, need and care about."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.store.tables.base import Base, Moment, SortKey, new_id, now, one_of
from matcher.store.tables.terms import Term

SECTORS = ("association", "public", "business")
SIDES = ("offers", "needs")


class Area(Base):
    """A municipality, or a district of one."""

    __tablename__ = "area"
    __table_args__ = (UniqueConstraint("municipality", "district"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(default="")
    district: Mapped[str] = mapped_column(default="")


class Organisation(Base):
    """An association, public body or business, or a unit of one (`parent`)."""

    __tablename__ = "organisation"
    __table_args__ = (one_of("sector", SECTORS), Index("ix_organisation_sort", "name_sort", "id"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    created: Mapped[datetime] = mapped_column(Moment, default=now)
    updated: Mapped[datetime] = mapped_column(Moment, default=now)

    name: Mapped[str]
    name_folded: Mapped[str] = mapped_column(index=True)
    name_sort: Mapped[str] = mapped_column(SortKey)
    sector: Mapped[str | None] = mapped_column(index=True)
    kind_key: Mapped[int | None] = mapped_column(ForeignKey("term.key"), index=True)
    parent_id: Mapped[str | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="RESTRICT"), index=True
    )
    cvr: Mapped[str | None] = mapped_column(index=True)
    p_number: Mapped[str | None] = mapped_column(index=True)
    advertising_protected: Mapped[bool] = mapped_column(default=False)
    description: Mapped[str | None]
    website: Mapped[str | None]

    email: Mapped[str | None]
    phone: Mapped[str | None]
    contact_person: Mapped[str | None]
    may_pass_on: Mapped[bool | None]
    notes: Mapped[str | None]

    address: Mapped[str | None]
    postcode: Mapped[str | None] = mapped_column(index=True)
    town: Mapped[str | None]
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    lat: Mapped[float | None]
    lon: Mapped[float | None]

    open_to_partners: Mapped[bool | None]
    hidden: Mapped[bool] = mapped_column(default=False)

    area: Mapped[Area | None] = relationship(lazy="joined")
    kind: Mapped[Term | None] = relationship(lazy="joined")


class OrganisationIdentity(Base):
    """What a source calls an organisation; several sources may know the same one."""

    __tablename__ = "organisation_identity"

    source: Mapped[str] = mapped_column(primary_key=True)
    source_id: Mapped[str] = mapped_column(primary_key=True)
    organisation_id: Mapped[str] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )


class Capacity(Base):
    """Something that an organisation offers or needs."""

    __tablename__ = "capacity"
    __table_args__ = (one_of("side", SIDES),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[str] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    side: Mapped[str]
    term_key: Mapped[int] = mapped_column(ForeignKey("term.key"), index=True)
    note: Mapped[str | None]
    amount: Mapped[float | None]
    unit: Mapped[str | None]
    when: Mapped[str | None]
    until: Mapped[date | None]


class OrganisationInterest(Base):
    """A theme or target group that an organisation itself says it cares about."""

    __tablename__ = "organisation_interest"

    organisation_id: Mapped[str] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), primary_key=True
    )
    term_key: Mapped[int] = mapped_column(ForeignKey("term.key"), primary_key=True, index=True)

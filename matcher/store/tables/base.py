"""What all tables share: names of constraints, column types, ids."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CheckConstraint, DateTime, MetaData, String
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"

# A key of matcher.text orders by code point; PostgreSQL's default collation would not.
SortKey = String().with_variant(String(collation="C"), "postgresql")


class Base(DeclarativeBase):
    """Tables whose constraints have predictable names, so that migrations can change them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite, which forgets the zone, gets it back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def new_id(*identity: str) -> str:
    """An id of ten letters and digits that are not easily mistaken for one another.

    The same identity (such as a source and the id there) always gives the same id, so two
    installations that read the same list agree; without an identity the id is random.
    """
    if not identity:
        return "".join(secrets.choice(_LETTERS) for _ in range(10))
    number = int.from_bytes(hashlib.sha256("\x1f".join(identity).encode()).digest())
    letters = []
    for _ in range(10):
        number, letter = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[letter])
    return "".join(letters)


def one_of(column: str, words: tuple[str, ...]) -> CheckConstraint:
    """A check that a column holds one of the words (or nothing)."""
    quoted = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({quoted})", name=column)

"""Named values that one installation keeps for itself."""

from __future__ import annotations

from sqlalchemy.orm import Session

from matcher.store.tables import InstallationValue
from matcher.store.unit_of_work import UnitOfWork


def value(session: Session, name: str) -> str | None:
    """A value by its name; None if it was never kept."""
    kept = session.get(InstallationValue, name)
    return None if kept is None else kept.value


def keep_value(work: UnitOfWork, name: str, text: str) -> None:
    """Keep a new value; a name that is taken is the database's IntegrityError."""
    work.session.add(InstallationValue(name=name, value=text))

"""Who of the house answers for collaborations that are carried on here."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.store.tables import Partnership


def owners(session: Session) -> dict[str, str]:
    """The account that answers for a collaboration, by the collaboration; without those of none."""
    rows = session.execute(
        select(Partnership.id, Partnership.owner_id).where(Partnership.owner_id.is_not(None))
    )
    return {key: owner for key, owner in rows if owner is not None}

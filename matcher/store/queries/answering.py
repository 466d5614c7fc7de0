"""Who of the house answers for collaborations that are carried on here, and whom they concern."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from matcher.store.tables import Collaboration, Partnership, Party, User


def owners(session: Session) -> dict[str, str]:
    """The account that answers for a collaboration, by the collaboration; without those of none."""
    rows = session.execute(
        select(Partnership.id, Partnership.owner_id).where(Partnership.owner_id.is_not(None))
    )
    return {key: owner for key, owner in rows if owner is not None}


def concerning(session: Session, user_id: str | None) -> frozenset[str]:
    """The collaborations in which there may be something to do for somebody with an account.

    Those that they answer for or are the contact person or deputy of a party to; for an
    administrator also those that nobody with an account in use answers for. None for nobody.
    """
    user = session.get(User, user_id) if user_id else None
    if user is None:
        return frozenset()
    theirs = Partnership.owner_id == user.id
    answered = select(Collaboration.id).join(Partnership, Partnership.id == Collaboration.id)
    if user.role == "administrator":
        in_use = (User.id == Partnership.owner_id) & User.active.is_(True)
        answered = (
            select(Collaboration.id)
            .outerjoin(Partnership, Partnership.id == Collaboration.id)
            .outerjoin(User, in_use)
        )
        theirs = or_(theirs, User.id.is_(None))
    contacts = select(Party.collaboration_id).where(
        or_(_is(Party.contact_email, user.email), _is(Party.deputy_email, user.email))
    )
    return frozenset(session.scalars(answered.where(theirs).union(contacts)))


def _is(address: InstrumentedAttribute[str | None], email: str) -> ColumnElement[bool]:
    return func.lower(func.trim(address)) == email

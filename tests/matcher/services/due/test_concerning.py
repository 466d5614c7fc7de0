"""What somebody is to do is the same whether all collaborations are looked through or theirs."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import delete, select, update

from benchmarks.carried_on import fill
from matcher.services.access import OPERATOR
from matcher.services.due.gather import gather
from matcher.services.due.show import own
from matcher.services.installation import Installation
from matcher.store.queries import people
from matcher.store.queries.answering import concerning
from matcher.store.tables import Collaboration, Partnership, Party, User

TODAY = date(2026, 8, 24)
COLLABORATIONS = 50


@pytest.fixture
def carried_on(installation: Installation) -> Installation:
    """Collaborations of twenty owners, one of them gone, some collaborations of nobody.

    A contact person and a deputy have an account; two are administrators.
    """
    fill(installation, COLLABORATIONS, 1, TODAY)
    with installation.writing(OPERATOR) as work:
        for role, email in (
            ("administrator", "contact-3@samspil.example"),
            ("administrator", "second@samspil.example"),
            ("reader", "contact-4@samspil.example"),
            ("editor", "deputy@samspil.example"),
        ):
            people.add(work, email=email, role=role, name=email)
        keys = work.session.scalars(select(Collaboration.id).order_by(Collaboration.id)).all()
        work.session.execute(
            update(Party)
            .where(Party.collaboration_id == keys[8])
            .values(contact_email=None, deputy_email="Deputy@samspil.example")
        )
        gone = work.session.scalars(select(User).where(User.name == "Owner 2")).one()
        gone.active = False
        nobodys = Partnership.id.in_(keys[:5])
        work.session.execute(update(Partnership).where(nobodys).values(owner_id=None))
        work.session.execute(delete(Partnership).where(Partnership.id.in_(keys[40:45])))
        work.commit()
    return installation


def test_everybody_is_told_the_same(carried_on: Installation) -> None:
    with carried_on.reading() as session:
        everything = gather(carried_on, session, TODAY)
        told = set()
        for user in people.everybody(session):
            theirs = concerning(session, user.id)
            mine = own(gather(carried_on, session, TODAY, theirs), user.id)
            assert mine == own(everything, user.id), user.name
            assert user.role == "administrator" or len(theirs) < COLLABORATIONS / 2
            told.add((user.name, bool(mine)))
    assert {name for name, any_ in told if not any_} == {"Owner 2"}


def test_nobody_without_an_account_is_concerned(installation: Installation) -> None:
    with installation.reading() as session:
        assert concerning(session, None) == concerning(session, "nobody") == frozenset()

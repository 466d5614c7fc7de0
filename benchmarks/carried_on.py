"""An installation whose collaborations are all carried on: what its pages must bear.

Who is who is drawn as for `samspil benchmark`; how far a collaboration has come follows from its
number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
from sqlalchemy import insert, update

from benchmarks.carried_on_rows import Here, Rows, rows_of
from matcher.generated import generated
from matcher.landscape.columns import Columns
from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.store.bulk import insert_columns
from matcher.store.migrate import migrate
from matcher.store.queries import people
from matcher.store.session import Session
from matcher.store.tables import Base, Collaboration
from matcher.store.unit_of_work import UnitOfWork

OWNERS = 20
AGE, LASTS = 700, 1_095  # days: begun within; from then until the end
BIG = "Pulje 0"  # pays for every tenth collaboration
BIG_ENDS = 200  # days from now
PAID, POOLS = 730, 40  # days that the others pay for
AGREEMENTS = (None, "oral", "written")


def fill(installation: Installation, size: int, seed: int, today: date) -> None:
    """Write so many collaborations of as many organisations into an empty database."""
    migrate(installation.database)
    columns = _living(generated(size, seed, today), today)
    with installation.writing(OPERATOR) as work:
        owners = _owners(work)
        insert_columns(work.session, columns)
        _fund(work.session, columns, today)
        _insert(work.session, rows_of(_all(columns, owners), today))
        work.commit()


def _living(columns: Columns, today: date) -> Columns:
    """The same collaborations, all of them going on today."""
    joint = columns.collaborations
    begun = np.datetime64(today, "D") - 1 - np.arange(len(joint.ids)) * 37 % AGE
    return replace(columns, collaborations=replace(joint, start=begun, end=begun + LASTS))


def _owners(work: UnitOfWork) -> list[str]:
    found = []
    for number in range(OWNERS):
        user = people.add(
            work, email=f"owner-{number}@samspil.example", role="editor", name=f"Owner {number}"
        )
        user.password_hash = "set"
        found.append(user.id)
    return found


def _fund(session: Session, columns: Columns, today: date) -> None:
    joint = columns.collaborations
    starts = joint.start.tolist()
    session.execute(
        update(Collaboration),
        [
            {
                "id": key,
                "funding_source": BIG if number % 10 == 0 else f"Pulje {1 + number % POOLS}",
                "funding_amount": 50_000.0 + 1_000 * (number % 100),
                "funding_end": today + timedelta(BIG_ENDS)
                if number % 10 == 0
                else starts[number] + timedelta(PAID),
                "agreement": AGREEMENTS[number % 3],
            }
            for number, key in enumerate(joint.ids)
        ],
    )


def _all(columns: Columns, owners: list[str]) -> Iterable[Here]:
    """The collaborations, each with those who take part."""
    joint, parts = columns.collaborations, columns.participations
    members: list[list[str]] = [[] for _ in joint.ids]
    for row, member in zip(parts.collaboration.tolist(), parts.organisation.tolist(), strict=True):
        members[row].append(columns.organisations.ids[member])
    return [
        Here(
            number=number,
            id=key,
            title=joint.titles[number],
            owner=owners[number % OWNERS],
            begun=joint.start[number].item(),
            members=tuple(members[number]),
        )
        for number, key in enumerate(joint.ids)
    ]


def _insert(session: Session, rows: Rows) -> None:
    found: dict[type[Base], list[dict[str, Any]]] = {}
    for table, row in rows:
        found.setdefault(table, []).append(row)
    for table in sorted(found, key=lambda each: _ORDER[each.__tablename__]):
        session.execute(insert(table), found[table])


_ORDER = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}

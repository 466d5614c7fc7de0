"""What counts from a moment counts from the day that it was where people live."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from matcher.partnership.due import Due
from matcher.services.access import OPERATOR
from matcher.services.agreements.due import PATIENCE
from matcher.services.due.table import SOURCES
from matcher.services.installation import Installation
from matcher.store.tables import (
    Agreement,
    AgreementVersion,
    Partnership,
    PersonalLink,
    Purpose,
    PurposeAnswer,
)
from tests.matcher.services.agreements.makers import make_pair
from tests.matcher.services.dues import HERE
from tests.matcher.services.purposes.making import answer, make_together, write

MOMENTS = [
    ("2026-07-31T22:30", "2026-08-01"),  # half past midnight in summer
    ("2026-07-31T21:30", "2026-07-31"),
    ("2026-12-31T23:00", "2027-01-01"),  # midnight in winter
    ("2026-12-31T22:59", "2026-12-31"),
    ("2026-03-28T23:30", "2026-03-29"),  # the night in which summer time begins
    ("2026-03-29T22:00", "2026-03-30"),  # the midnight after it
    ("2026-10-24T22:00", "2026-10-25"),  # the last midnight of summer time
    ("2026-10-25T22:30", "2026-10-25"),  # the evening after it ended
]
LONG_AGO = date(2026, 1, 1)


def set_moments(where: Installation, moment: str, *columns: Any) -> None:
    """Let all records have this moment (in UTC) in these columns."""
    with where.writing(OPERATOR) as work:
        for column in columns:
            at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
            work.session.execute(update(column.class_).values({column.key: at}))
        work.commit()


def days(where: Installation, *starts: str, zone: ZoneInfo = HERE) -> dict[str, date]:
    """The days of what is due whose keys begin so, by that beginning."""
    with where.reading() as session:
        found: list[Due] = [due for source in SOURCES for due in source(session, LONG_AGO, zone)]
    days = {start: {due.day for due in found if due.key.startswith(start)} for start in starts}
    assert all(len(each) == 1 for each in days.values()), (days, [due.key for due in found])
    return {start: each.pop() for start, each in days.items()}


@pytest.mark.parametrize(("moment", "day"), MOMENTS)
def test_an_agreement_is_to_be_accepted_from_the_day_it_was_laid_before_the_parties(
    moment: str, day: str, installation: Installation
) -> None:
    pair = make_pair(installation)
    pair.write()
    draft, missing = f"agreement:{pair.collaboration}:draft", f"agreement:{pair.collaboration}:miss"
    set_moments(installation, moment, Agreement.updated)
    assert days(installation, draft) == {draft: date.fromisoformat(day) + PATIENCE}
    pair.lay_before()
    set_moments(installation, moment, AgreementVersion.made)
    asked = date.fromisoformat(day)
    assert days(installation, "acceptance:", missing) == {
        "acceptance:": asked, missing: asked + PATIENCE,
    }  # fmt: skip


@pytest.mark.parametrize(("moment", "day"), MOMENTS)
def test_the_purpose_is_asked_for_from_the_day_on_which_the_link_was_given(
    moment: str, day: str, installation: Installation
) -> None:
    together = make_together(installation)
    set_moments(installation, moment, PersonalLink.created)
    party = f"purpose:answer:{together.parties['Beboerhuset']}"
    awaited = f"purpose:answer:{together.id}:awaited"
    asked = date.fromisoformat(day)
    assert days(installation, party, awaited) == {party: asked, awaited: asked + PATIENCE}
    for name in together.parties:
        answer(together, name, purpose="Mad")
    set_moments(installation, moment, PurposeAnswer.answered)
    text = f"purpose:answer:{together.id}:text"
    assert days(installation, text) == {text: asked}
    write(together, purpose="Mad")
    set_moments(installation, moment, Purpose.updated)
    confirmed = f"purpose:confirmation:{together.id}:missing"
    assert days(installation, confirmed) == {confirmed: asked + PATIENCE}


def test_a_pulse_is_suggested_half_a_year_after_the_day_of_the_beginning(
    installation: Installation,
) -> None:
    pair = make_pair(installation)
    set_moments(installation, "2026-07-31T22:30", Partnership.created)
    pulse = f"pulse:{pair.collaboration}"
    assert days(installation, pulse) == {pulse: date(2027, 2, 1)}
    assert days(installation, pulse, zone=ZoneInfo("America/New_York")) == {
        pulse: date(2027, 1, 31)
    }

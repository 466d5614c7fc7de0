"""A matching event to which organisations come, for tests of its pages."""

from __future__ import annotations

from datetime import date, timedelta

from matcher.services import events
from matcher.services.forms import Form
from matcher.services.installation import Installation
from tests.factories import EDITOR, make_organisation

TODAY = date.today()
VALUES = {
    "title": "Partneraften",
    "day": (TODAY + timedelta(days=7)).isoformat(),
    "starts": "17:00",
    "rounds": "2",
    "minutes": "10",
    "pause": "5",
}


def make_event(where: Installation, *names: str, planned: bool = False) -> str:
    """An evening to which organisations of these names come, each with somebody to write to."""
    made = events.save_event(where, EDITOR, Form(values=VALUES)).id
    for name in names:
        key = make_organisation(where, name, themes=["loneliness"])
        wanted = events.Wanted(
            organisation=name,
            organisation_id=key,
            person=f"Kontakten fra {name}",
            email=f"{key}@samspil.example",
        )
        events.add_sign_up(where, EDITOR, made, wanted, as_of=TODAY)
    if planned:
        events.plan_event(where, EDITOR, made, as_of=TODAY)
    return made

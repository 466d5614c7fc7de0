"""Which stage of a collaboration comes next."""

from __future__ import annotations

from datetime import date

from matcher.services.collaborations import show_collaboration
from matcher.services.installation import Installation
from tests.factories import (
    EDITOR,
    make_collaboration,
    make_organisation,
    make_parties,
    make_personal_link,
)

TODAY = date(2026, 6, 1)


def next_of(installation: Installation, collaboration: str) -> str | None:
    page = show_collaboration(installation, EDITOR, collaboration, as_of=TODAY)
    assert page.way is not None
    return page.way.next


def test_parties_need_links_before_they_are_asked(installation: Installation) -> None:
    members = [make_organisation(installation, name) for name in ("Huset", "Klubben")]
    key = make_collaboration(installation, "Fest", members)
    assert next_of(installation, key) == "parties"
    first, second = make_parties(installation, key).values()
    make_personal_link(installation, "party", first)
    assert next_of(installation, key) == "parties"
    make_personal_link(installation, "party", second)
    assert next_of(installation, key) == "purpose"

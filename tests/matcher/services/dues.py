"""Things to do for tests of what tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from matcher.partnership.due import Due
from matcher.services.due import gather
from matcher.services.installation import Installation
from matcher.store.session import Session
from matcher.wording.message import message
from tests.factories import make_collaboration, make_organisation, make_parties

TODAY = date(2026, 3, 2)
HERE = ZoneInfo("Europe/Copenhagen")


def make_due(key: str = "talk-1", **fields: Any) -> Due:
    """A thing to do today, of nobody unless it is said."""
    given = {"kind": "talk", "day": TODAY, "about": "Havedag", "path": "/collaborations/x"}
    return Due(**{"key": key, "text": message("Hold the talk."), **given, **fields})


def set_dues(monkeypatch: pytest.MonkeyPatch, *dues: Due) -> None:
    """Let these be all that there is to do."""

    def source(_session: Session, _today: date, _zone: ZoneInfo, _of: Any) -> Iterator[Due]:
        yield from dues

    monkeypatch.setattr(gather, "SOURCES", (source,))


def make_party(where: Installation, title: str = "Havedag", **contact: Any) -> str:
    """A party to a collaboration of two, with this contact person. Gives its id."""
    ends = [make_organisation(where, f"{name} ({title})") for name in ("Ældrehjælpen", "Skolen")]
    collaboration = make_collaboration(where, title, ends)
    return make_parties(where, collaboration, **contact)[ends[0]]

"""A collaboration of three that lives on a grant, as of a day."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from matcher.services.installation import Installation
from tests.factories import make_collaboration, make_organisation

TODAY = date(2026, 11, 24)


@pytest.fixture
def garden(installation: Installation) -> SimpleNamespace:
    """A garden from 2025 with a grant until the end of 2027: `key`, and the ids `a`, `b`, `c`."""
    ids = {
        name: make_organisation(installation, called, **fields)
        for name, called, fields in (
            ("a", "Beboerhuset", {"offers": ["meeting-room"]}),
            ("b", "Haveforeningen", {"needs": ["meeting-room"]}),
            ("c", "Plejehjemmet", {}),
        )
    }
    key = make_collaboration(
        installation,
        "Haven",
        ids.values(),
        start=date(2025, 1, 1),
        funding_source="Puljen",
        funding_amount=120000.0,
        funding_end=date(2027, 12, 31),
    )
    return SimpleNamespace(key=key, **ids)

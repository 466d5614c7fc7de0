"""Matching events, and intentions noted at them, as documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.store.documents.content import ContentDocuments
from matcher.store.tables import Event, Intention

CONTENT: Mapping[str, Any] = {
    "day": None,
    "starts": None,
    "place": None,
    "note": None,
    "rounds": 6,
    "minutes": 10,
    "pause": 3,
    "closed": False,
    "never": [],
    "plan": None,
}
"""`day` an ISO date, `starts` a time as HH:MM; `rounds` of so many `minutes`, with a `pause` (in
minutes) between; `closed` says that nobody signs up any more; `never` pairs of ids; `plan` who
meets whom in each round, and why, None until it is made (matcher.services.events.plan)."""

INTENTION: Mapping[str, Any] = {
    "text": None,
    "signed_by": None,
    "noted_by": None,
    "signed": None,
    "follow_ups": [],
}
"""`text` what they mean to do, `signed_by` who said so at the table, `noted_by` who wrote it down,
`signed` when, an ISO moment; `follow_ups` with weeks, day, outcome, note and by, in their order."""

KEPT = ContentDocuments(Event, ("title", "owner_id"), CONTENT)
INTENTIONS = ContentDocuments(Intention, ("event_id", "a_id", "b_id"), INTENTION)

EMPTY: Mapping[str, Any] = KEPT.empty
EMPTY_INTENTION: Mapping[str, Any] = INTENTIONS.empty

"""Anchoring plans, and talks that were held, as documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.store.documents.content import ContentDocuments
from matcher.store.tables import AnchoringPlan, Talk

CONTENT: Mapping[str, Any] = {"answers": {}, "by_when": None, "grants": []}
"""`answers` by question; `by_when` an ISO date; `grants` those beside the collaboration's own:
source, amount, end."""

TALK: Mapping[str, Any] = {
    "kind": None,
    "end": None,
    "held": None,
    "agenda": {},
    "log": None,
    "decisions": [],
    "next": None,
}
"""`kind` of talk and the `end` of money that it was about; `held` the day it was; `agenda` what was
said, by domain; `decisions` with id, what, owner, party, day and done; `next` the day agreed for
the next talk."""

KEPT = ContentDocuments(AnchoringPlan, (), CONTENT)
TALKS = ContentDocuments(Talk, ("collaboration_id",), TALK)

EMPTY: Mapping[str, Any] = KEPT.empty
EMPTY_TALK: Mapping[str, Any] = TALKS.empty

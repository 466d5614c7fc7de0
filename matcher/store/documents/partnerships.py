"""Partnerships and their parties as documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.store.documents.content import ContentDocuments
from matcher.store.tables import Partnership, Party

KEPT = ContentDocuments(Partnership, ("owner_id", "shortlist_id"), {})
PARTIES = ContentDocuments(
    Party,
    (
        "collaboration_id",
        "organisation_id",
        "contact_name",
        "contact_email",
        "contact_phone",
        "deputy_name",
        "deputy_email",
        "language",
    ),
    {},
)

EMPTY: Mapping[str, Any] = KEPT.empty
EMPTY_PARTY: Mapping[str, Any] = {**PARTIES.empty, "language": "da"}

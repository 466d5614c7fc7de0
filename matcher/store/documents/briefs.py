"""Briefs as documents: the title, and the keys of a brief's file with ids for names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.store.documents.content import ContentDocuments
from matcher.store.tables import Brief

CONTENT: Mapping[str, Any] = {
    "purpose": "",
    "themes": [],
    "target_groups": [],
    "needs": [],
    "area": None,
    "near": None,
    "funding_source": None,
    "asker": None,
    "members": [],
    "sectors": [],
    "exclude": [],
    "slots": [],
}
"""What is looked for, when nothing is said of it."""

KEPT = ContentDocuments(Brief, ("title",), CONTENT)

EMPTY: Mapping[str, Any] = KEPT.empty

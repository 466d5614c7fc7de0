"""The draft of an agreement as a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.store.documents.content import ContentDocuments
from matcher.store.tables import Agreement

CONTENT: Mapping[str, Any] = {"sections": {}}
"""What is written, by section and field."""

KEPT = ContentDocuments(Agreement, (), CONTENT)

EMPTY: Mapping[str, Any] = KEPT.empty

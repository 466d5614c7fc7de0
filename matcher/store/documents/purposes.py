"""The purpose that the parties agree on, as a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.store.documents.content import ContentDocuments
from matcher.store.tables import Purpose

CONTENT: Mapping[str, Any] = {
    "texts": {},
    "heard": None,
    "heard_how": None,
    "laid_open": False,
    "edition": 0,
}
"""`texts` by question; `heard` whether the target group was (None: not said), `heard_how` in words;
`laid_open` that the answers are shown though some are missing; `edition` the number of the text."""

KEPT = ContentDocuments(Purpose, (), CONTENT)

EMPTY: Mapping[str, Any] = KEPT.empty

"""Saved views of the map as documents: title, note, and what and how it shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.store.documents.content import ContentDocuments
from matcher.store.tables import SavedView

CONTENT: Mapping[str, Any] = {
    "conditions": {},
    "look": {},
    "hidden": [],
    "selected": [],
    "notes": [],
    "window": None,
}
"""What a view shows, and how, when nothing is said of it.

`conditions` and `look` hold texts by the names that addresses use; `hidden` and `selected` ids of
organisations; `notes` texts with their places; `window` the part of the picture that is seen.
"""

KEPT = ContentDocuments(SavedView, ("title", "note"), CONTENT)

EMPTY: Mapping[str, Any] = KEPT.empty

"""What an import did, or would do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matcher.exchange.rows import Rejected
from matcher.wording.message import Message
from matcher.wording.say import say


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportReport:
    """How many records of each kind were created, updated and left unchanged; what was rejected.

    The counts are by organisations, collaborations, participants, ties and capacities. `notes` are
    what the person may want to know besides. `batch` is the import's id in the history; None when
    nothing was written.
    """

    dry_run: bool
    created: dict[str, int]
    updated: dict[str, int]
    unchanged: dict[str, int]
    rejected: tuple[Rejected, ...]
    notes: tuple[Message, ...]
    batch: str | None = None

    def as_json(self, language: str) -> dict[str, Any]:
        """The report as the command line gives it, reasons and notes in a language."""
        return {
            "dry_run": self.dry_run,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "rejected": [
                {
                    "file": bad.file,
                    "row": bad.row,
                    "column": bad.column,
                    "value": bad.value,
                    "reason": say(bad.reason, language),
                }
                for bad in self.rejected
            ],
            "notes": [say(note, language) for note in self.notes],
        }

"""What is wrong with a cell."""

from __future__ import annotations

from matcher.wording.message import Message


class Fault(Exception):
    """A cell cannot be what it says; `reason` tells the person whose file it is."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.id)
        self.reason = reason

"""Whether a text can be an e-mail address."""

from __future__ import annotations

import re

from matcher.wording.message import Message, message

LONGEST = 254  # RFC 5321, with its erratum 1690
_SHAPE = re.compile(r"[^@\s\x00-\x1f]{1,64}@[^@\s.\x00-\x1f]+(\.[^@\s.\x00-\x1f]+)+")


def email_fault(text: str) -> Message | None:
    """What is wrong with an e-mail address, or None. Only a mail can tell whether it exists."""
    if not text:
        return message("Write an e-mail address.")
    if len(text) > LONGEST or _SHAPE.fullmatch(text) is None:
        return message("An e-mail address looks like name@example.org.")
    return None

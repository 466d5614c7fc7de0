"""Spreadsheet cells that could run as a formula at the reader's, or be taken for an error.

A cell that begins with = + - @ tab or return, or like a spreadsheet's error, is written with an
apostrophe before it, and the apostrophe is taken away when it is read again. A text that already
looks so gets one more, so that nothing changes on the way out and back.
"""

from __future__ import annotations

import re

ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
_ERROR = "|".join(re.escape(error) for error in sorted(ERRORS))
# The last four signs are the full-width = + - @, which spreadsheets read as the plain ones.
_DANGEROUS = re.compile(rf"'*(?:[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]|{_ERROR})")


def neutralised(text: str) -> str:
    """The text, harmless in a spreadsheet.

    >>> neutralised("=1+1"), neutralised("+45 00 00 00 00"), neutralised("plain")
    ("'=1+1", "'+45 00 00 00 00", 'plain')
    """
    return f"'{text}" if _DANGEROUS.match(text) else text


def restored(text: str) -> str:
    """What `neutralised` was given.

    >>> restored("'=1+1"), restored("'Stjernen'")
    ('=1+1', "'Stjernen'")
    """
    return text[1:] if text.startswith("'") and _DANGEROUS.match(text) else text

"""Cells with text: what surrounds it goes, line breaks are one sign."""

from __future__ import annotations

import re
from collections.abc import Iterable

from matcher.exchange.cells import ERRORS, restored
from matcher.exchange.fault import Fault
from matcher.exchange.sheet import Cell, shown
from matcher.wording.message import message

# Neither of use to a person nor storable everywhere: PostgreSQL takes no NUL, XML none of them.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def plain(text: str) -> str:
    """Text as it is kept and compared.

    >>> plain("  one\\r\\ntwo ")
    'one\\ntwo'
    """
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def text(cell: Cell) -> str | None:
    """The text of a cell; None when it is empty. Fault for an error of a spreadsheet."""
    written = plain(shown(cell))
    if written in ERRORS:
        raise Fault(message("The cell holds a spreadsheet error instead of a value."))
    return restored(written) or None


def word_list(cell: Cell) -> tuple[str, ...]:
    """The words of a cell, separated by | or ; or line breaks, each once, in their order.

    >>> word_list("Kultur|Idræt; Kultur")
    ('Kultur', 'Idræt')
    """
    parts = (part.strip() for part in re.split(r"[|;\n]", text(cell) or ""))
    return tuple(dict.fromkeys(part for part in parts if part))


def names_text(names: Iterable[str]) -> str | None:
    """Several names as the one text that a record keeps of them; None for no name.

    >>> names_text(word_list("Valby | Vesterbro;Valby"))
    'Valby; Vesterbro'
    """
    return "; ".join(names) or None

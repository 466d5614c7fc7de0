"""How the cells of each shape are read: cell → value, None when nothing is said, or a Fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from matcher.exchange import registers
from matcher.exchange.dates import first_day, last_day
from matcher.exchange.fault import Fault
from matcher.exchange.numbers import amount, latitude, longitude, share
from matcher.exchange.sheet import Cell
from matcher.exchange.tables import Shape
from matcher.exchange.text_cells import text, word_list
from matcher.exchange.words import key, words
from matcher.wording.message import Message, message

_NOT_IN_ADDRESSES = r"\s@<>(),;:\"\[\]"
_EMAIL = re.compile(
    rf"[^{_NOT_IN_ADDRESSES}]+@[^{_NOT_IN_ADDRESSES}]+\.[^{_NOT_IN_ADDRESSES}.]{{2,}}"
)

_WRONG: Mapping[str, Message] = MappingProxyType(
    {
        "sector": message(
            "This sector is not known. Write association, public or business, or leave it empty."
        ),
        "agreement": message(
            "This agreement is not known. Write none, oral or written, or leave it empty."
        ),
        "offers_or_needs": message("Write offers or needs."),
        "yes_no": message("Write yes or no, or leave it empty."),
    }
)


def sector(cell: Cell) -> str | None:
    """A sector in Danish or English words."""
    return _one_of("sector", cell)


def agreement(cell: Cell) -> str | None:
    """How a collaboration is agreed."""
    return _one_of("agreement", cell)


def side(cell: Cell) -> str | None:
    """Whether something is offered or needed."""
    return _one_of("offers_or_needs", cell)


def yes_no(cell: Cell) -> bool | None:
    """Yes or no."""
    if isinstance(cell, bool):
        return cell
    said = _one_of("yes_no", cell)
    return None if said is None else said == "yes"


def cvr(cell: Cell) -> str | None:
    """A CVR number of eight digits whose check digit fits."""
    written = text(cell)
    if written is None:
        return None
    digits = registers.cvr_digits(written)
    if not re.fullmatch("[0-9]{8}", digits):
        raise Fault(message("A CVR number has 8 digits."))
    if not registers.is_cvr(digits):
        raise Fault(message("This is not a CVR number: its check digit does not fit."))
    return digits


def p_number(cell: Cell) -> str | None:
    """A P-number of ten digits."""
    written = text(cell)
    if written is None:
        return None
    digits = re.sub(r"[\s.\-]", "", written)
    if not registers.is_p_number(digits):
        raise Fault(message("A P-number has 10 digits."))
    return digits


def email(cell: Cell) -> str | None:
    """One e-mail address, or several with a comma between them."""
    written = text(cell)
    if written is None:
        return None
    parts = [part for part in re.split(r"[\s,;|]+", written.removeprefix("mailto:")) if part]
    if not all(_EMAIL.fullmatch(part) for part in parts):
        raise Fault(message("This is not an e-mail address."))
    return ", ".join(parts) or None


def _one_of(subject: str, cell: Cell) -> str | None:
    written = text(cell)
    if written is None:
        return None
    ours = words(subject).get(key(written))
    if ours is None:
        raise Fault(_WRONG[subject])
    return ours


READERS: Mapping[Shape, Callable[[Cell], object]] = MappingProxyType(
    {
        "text": text,
        "key": text,
        "reference": text,
        "word": text,
        "words": word_list,
        "names": word_list,
        "sector": sector,
        "agreement": agreement,
        "side": side,
        "yes_no": yes_no,
        "cvr": cvr,
        "p_number": p_number,
        "email": email,
        "amount": amount,
        "latitude": latitude,
        "longitude": longitude,
        "share": share,
        "first_day": first_day,
        "last_day": last_day,
    }
)

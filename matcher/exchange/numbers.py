"""Numbers as Danes and English write them."""

from __future__ import annotations

import math
import re

from matcher.exchange.fault import Fault
from matcher.exchange.sheet import Cell
from matcher.exchange.text_cells import text
from matcher.wording.message import Message, message

_SIGNED = re.compile(r"[+-]?[0-9.,]*[0-9][.,]?(?:[eE][+-]?[0-9]{1,3})?")
_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
_MONEY = re.compile(r"^(?:dkk|eur|kr\.?|€)|(?:dkk|eur|kr\.?|€|,-|,–|\.-)$", re.IGNORECASE)


def amount(cell: Cell) -> float | None:
    """A number such as 1.250.000,50 or 1,250,000.50; kr. may stand before or after it.

    One separator before exactly three digits groups thousands.

    >>> amount("1.250"), amount("1.250,5 kr."), amount("12,5")
    (1250.0, 1250.5, 12.5)
    """
    if isinstance(cell, str):
        cell = _MONEY.sub("", re.sub(r"[\s'’]", "", text(cell) or ""))
    return _number(cell, grouped=True)


def amount_text(number: float) -> str:
    """The number so that `amount` reads it again: three decimals would look like thousands.

    >>> amount_text(1250.0), amount_text(1.125)
    ('1250', '1.1250')
    """
    written = str(int(number)) if number.is_integer() else repr(number)
    return f"{written}0" if _GROUPED.fullmatch(written) else written


def latitude(cell: Cell) -> float | None:
    """Degrees north, −90 to 90."""
    return _within(_number(cell), -90, 90, message("A latitude is between −90 and 90."))


def longitude(cell: Cell) -> float | None:
    """Degrees east, −180 to 180."""
    return _within(_number(cell), -180, 180, message("A longitude is between −180 and 180."))


def share(cell: Cell) -> float | None:
    """A number from 0 to 1, or a percentage.

    >>> share("0,8"), share("80 %")
    (0.8, 0.8)
    """
    percent = isinstance(cell, str) and cell.strip().endswith("%")
    number = _number(cell.strip().removesuffix("%") if isinstance(cell, str) else cell)
    if percent and number is not None:
        number /= 100
    return _within(number, 0, 1, message("Write a number from 0 to 1, or a percentage."))


def _within(number: float | None, low: float, high: float, reason: Message) -> float | None:
    if number is not None and not low <= number <= high:
        raise Fault(reason)
    return number


def _number(cell: Cell, *, grouped: bool = False) -> float | None:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _finite(float(cell))
    written = re.sub(r"\s", "", text(cell) or "").replace("−", "-")
    if not written:
        return None
    if not _SIGNED.fullmatch(written):
        raise Fault(message("This is not a number."))
    return _finite(float(_with_point(written, grouped=grouped)))


def _finite(number: float) -> float:
    if not math.isfinite(number):
        raise Fault(message("This is not a number."))
    return number


def _with_point(written: str, *, grouped: bool) -> str:
    """The number with a point before its decimals and nothing between its thousands."""
    at = max(written.rfind("."), written.rfind(","))
    if at < 0:
        return written
    sign = written[at]
    other = "," if sign == "." else "."
    if other in written:
        thousands, decimals = written[:at], written[at + 1 :]
        if not _GROUPED.fullmatch(thousands):
            raise Fault(message("This is not a number."))
        return f"{thousands.replace(other, '')}.{decimals}"
    if written.count(sign) > 1 or grouped:
        if _GROUPED.fullmatch(written):
            return written.replace(sign, "")
        if written.count(sign) > 1:
            raise Fault(message("This is not a number."))
    return written.replace(",", ".")

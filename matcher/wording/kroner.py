"""Amounts of money as one reads them."""

from __future__ import annotations

from babel.numbers import format_decimal

from matcher.wording.message import message
from matcher.wording.say import say


def kroner(amount: float, language: str) -> str:
    """An amount in kroner: with two decimals, or none where there are no øre.

    >>> kroner(12500, "da"), kroner(12500.5, "da"), kroner(12500.5, "en")
    ('12.500 kr.', '12.500,50 kr.', '12,500.50 kr.')
    """
    pattern = "#,##0" if round(amount, 2) % 1 == 0 else "#,##0.00"
    number = format_decimal(round(amount, 2), pattern, locale=language)
    return say(message("{number} kr.", number=number), language)

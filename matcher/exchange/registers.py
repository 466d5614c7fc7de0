"""Numbers of the Danish business register: what they may look like."""

from __future__ import annotations

import re

_CVR_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)
_CVR_PREFIX = re.compile(r"^(?:DK[- ]?CVR|CVR|DK)[-: ]*", re.IGNORECASE)


def cvr_digits(text: str) -> str:
    """A CVR number without what people put around it: spaces, dots, DK, the org-id prefix.

    >>> cvr_digits("DK-CVR-25 31 37 63")
    '25313763'
    """
    return re.sub(r"[\s.\-]", "", _CVR_PREFIX.sub("", text.strip()))


def is_cvr(digits: str) -> bool:
    """Eight digits whose weighted sum (2 7 6 5 4 3 2 1) is divisible by eleven.

    The check of the Danish Business Authority for numbers given since the register began.

    >>> is_cvr("25313763"), is_cvr("25313764"), is_cvr("00000000")
    (True, False, False)
    """
    if not re.fullmatch(r"[1-9][0-9]{7}", digits):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _CVR_WEIGHTS, strict=True))
    return total % 11 == 0


def is_p_number(digits: str) -> bool:
    """Ten digits, the first not zero: the number of a production unit (there is no check digit).

    >>> is_p_number("1003375567"), is_p_number("100337556")
    (True, False)
    """
    return re.fullmatch(r"[1-9][0-9]{9}", digits) is not None

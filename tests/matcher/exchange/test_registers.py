"""CVR and P-numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.exchange.registers import cvr_digits, is_cvr, is_p_number


@pytest.mark.parametrize("number", ["25313763", "10150817", "64942212", "29188459", "61634614"])
def test_numbers_of_known_bodies_pass(number: str) -> None:
    assert is_cvr(number)


@pytest.mark.parametrize("number", ["", "2531376", "253137630", "00000000", "2531376a", "٢5313763"])
def test_other_texts_do_not(number: str) -> None:
    assert not is_cvr(number)


@settings(deadline=None)
@given(st.integers(10_000_000, 99_999_999), st.integers(0, 7), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(number: int, place: int, step: int) -> None:
    """Weights below eleven and a prime modulus: no single slip goes unseen."""
    digits = str(number)
    slipped = str((int(digits[place]) + step) % 10)
    assert not (is_cvr(digits) and is_cvr(digits[:place] + slipped + digits[place + 1 :]))


@settings(deadline=None)
@given(st.integers(10_000_000, 99_999_990))
def test_one_in_eleven_passes(number: int) -> None:
    """Of ten numbers that differ in the last digit only, at most one passes."""
    tens = number // 10 * 10
    assert sum(is_cvr(str(tens + last)) for last in range(10)) <= 1


@pytest.mark.parametrize(
    "written", ["25 31 37 63", "DK25313763", "dk-cvr-25313763", "CVR: 25313763", "25.31.37.63"]
)
def test_what_people_put_around_it_goes(written: str) -> None:
    assert cvr_digits(written) == "25313763"


def test_p_numbers_have_ten_digits() -> None:
    assert is_p_number("1003375567")
    assert not any(is_p_number(text) for text in ("", "0003375567", "100337556", "10033755670"))

"""Numbers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.exchange.fault import Fault
from matcher.exchange.numbers import amount, amount_text, latitude, longitude, share
from matcher.exchange.sheet import Cell


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("250", 250),
        ("1.250", 1250),
        ("1,250", 1250),
        ("1.250.000,50", 1_250_000.5),
        ("1,250,000.50", 1_250_000.5),
        ("250 000 kr.", 250_000),
        ("kr. 1.500,-", 1500),
        ("DKK 75000", 75_000),
        ("12,5", 12.5),
        ("0,125", 0.125),
        ("-3", -3),
        ("−3", -3),
        (2500.0, 2500),
        (7, 7),
        ("", None),
        (None, None),
    ],
)
def test_amounts(written: Cell, number: float | None) -> None:
    assert amount(written) == number


@pytest.mark.parametrize(
    "written", ["many", "1.25.00", "1.2,3.4", "12,50,00", "nan", "inf", "1_000", ",", True, "1e999"]
)
def test_what_is_no_number_is_a_fault(written: Cell) -> None:
    with pytest.raises(Fault):
        amount(written)


@settings(deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_amount_is_read_as_it_is_written(number: float) -> None:
    assert amount(amount_text(number)) == number


def test_coordinates_keep_to_the_globe() -> None:
    assert (latitude("55,676"), longitude("12.568")) == (55.676, 12.568)
    for read, written in ((latitude, "90.1"), (latitude, "556"), (longitude, "-181")):
        with pytest.raises(Fault):
            read(written)


def test_shares_are_between_nothing_and_all() -> None:
    assert [share(cell) for cell in ("0.5", "80 %", 1, "")] == [0.5, 0.8, 1, None]
    with pytest.raises(Fault):
        share("80")

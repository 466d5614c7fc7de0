"""Formulas in cells."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.exchange.cells import ERRORS, neutralised, restored

_ANY = st.text() | st.text("'=+-@\t\r\n ab") | st.sampled_from(sorted(ERRORS))


@settings(deadline=None)
@given(_ANY)
def test_nothing_changes_on_the_way_out_and_back(text: str) -> None:
    assert restored(neutralised(text)) == text


@settings(deadline=None)
@given(_ANY)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert neutralised(text) not in ERRORS
    assert neutralised(text)[:1] not in set("=+-@\t\r\n＝＋－＠")  # noqa: RUF001


@pytest.mark.parametrize("text", ["", "plain", "'quoted'", "a=b", "1-2"])
def test_harmless_text_stays(text: str) -> None:
    assert neutralised(text) == restored(text) == text

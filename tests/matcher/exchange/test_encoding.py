"""Which letters bytes stand for."""

from __future__ import annotations

import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.errors import Refusal
from matcher.exchange.encoding import encoding_of

_DANISH = "navn;by\nÆbleskiven;Ærø\nCafé Åen – “lidt”;Søborg\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_danish_letters_survive(encoding: str) -> None:
    data = _DANISH.encode(encoding)
    assert data.decode(encoding_of(io.BytesIO(data), "x")) == _DANISH


@settings(deadline=None)
@given(st.text("abc æøåÆØÅé;,\n", min_size=1))
def test_any_danish_text_is_read_back(text: str) -> None:
    for encoding in ("utf-8", "cp1252"):
        data = text.encode(encoding)
        assert data.decode(encoding_of(io.BytesIO(data), "x")) == text


def test_damaged_utf8_is_not_taken_for_another_encoding() -> None:
    data = _DANISH.encode().replace("ø".encode(), b"\xf8", 1)
    with pytest.raises(Refusal):
        encoding_of(io.BytesIO(data), "x")


@pytest.mark.parametrize(
    "data",
    [b"", b"navn\x00;by\n", random.Random(1).randbytes(4096), bytes(range(256)), b"\x81\x8d" * 9],
    ids=["empty", "nul", "noise", "every byte", "undefined"],
)
def test_noise_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        encoding_of(io.BytesIO(data), "x")
    assert refused.value.code == "unreadable"


def test_letters_across_portions_are_whole() -> None:
    data = b"a" * ((1 << 20) - 1) + "æ".encode() * 3
    assert encoding_of(io.BytesIO(data), "x") == "utf-8"

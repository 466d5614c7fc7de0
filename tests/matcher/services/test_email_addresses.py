"""Texts that can be e-mail addresses."""

from __future__ import annotations

import pytest

from matcher.services.email_addresses import email_fault


@pytest.mark.parametrize(
    "text",
    ["kim@samspil.example", "kim.p+liste@post.samspil.example", "søren@blåbærgrød.example"],
)
def test_addresses(text: str) -> None:
    assert email_fault(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kim",
        "@samspil.example",
        "kim@",
        "kim@localhost",
        "kim@samspil..example",
        "kim@.example",
        "kim @samspil.example",
        "kim@samspil.example\nBcc: x@y.example",
        "a@b@c.example",
        "k" * 65 + "@samspil.example",
        "k@" + "s" * 250 + ".example",
    ],
)
def test_no_addresses(text: str) -> None:
    assert email_fault(text) is not None

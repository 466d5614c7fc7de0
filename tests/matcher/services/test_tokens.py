"""Secrets in links: long, never alike, and kept only as a hash."""

from __future__ import annotations

import base64

from matcher.services.tokens import new_token, token_hash


def test_a_token_has_256_bits_and_goes_into_an_address_as_it_is() -> None:
    token, _ = new_token()
    assert len(base64.urlsafe_b64decode(token + "=")) == 32
    assert token.replace("-", "").replace("_", "").isalnum()


def test_tokens_differ() -> None:
    assert len({new_token()[0] for _ in range(100)}) == 100


def test_the_hash_finds_the_token_again_and_does_not_hold_it() -> None:
    token, hashed = new_token()
    assert token_hash(token) == hashed
    assert token not in hashed
    assert token_hash(token + "x") != hashed

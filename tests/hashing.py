"""Passwords are kept with a slow hash; tests that keep many of them use a quick one."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from matcher.services import passwords

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def hash_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash with next to no work for the rest of the test."""
    monkeypatch.setattr(passwords, "_hasher", QUICK)

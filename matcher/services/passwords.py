"""Passwords: which are good enough, and how they are kept (argon2id)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from matcher.wording.message import Message, message

SHORTEST = 10
LONGEST = 200
_FEWEST_CHARACTERS = 5

_hasher = PasswordHasher()


def weakness(password: str, *, email: str = "", name: str = "") -> Message | None:
    """Why a password will not do, or None."""
    folded = password.casefold()
    if len(password) < SHORTEST:
        return message("Use at least {n} characters.", n=SHORTEST)
    if len(password) > LONGEST:
        return message("Use at most {n} characters.", n=LONGEST)
    if len(set(folded)) < _FEWEST_CHARACTERS or folded in _common():
        return message("This password is easy to guess. Choose another one.")
    if folded in {email.casefold(), email.casefold().partition("@")[0], name.casefold()}:
        return message("Your name or e-mail address cannot be your password.")
    return None


def hash_password(password: str) -> str:
    """What is kept of a password."""
    return _hasher.hash(password)


def matches(password: str, kept: str | None) -> bool:
    """Whether a password is the one that was kept.

    With nothing kept the work is the same, so that the time does not tell who has an account.
    """
    try:
        _hasher.verify(kept or _nobodys(), password)
    except (VerificationError, InvalidHashError):
        return False
    return bool(kept)


def is_outdated(kept: str) -> bool:
    """Whether a hash was made with weaker parameters than today's."""
    return _hasher.check_needs_rehash(kept)


@cache
def _nobodys() -> str:
    return _hasher.hash("nobody has this password")


@cache
def _common() -> frozenset[str]:
    text = files("matcher.services").joinpath("common_passwords.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))

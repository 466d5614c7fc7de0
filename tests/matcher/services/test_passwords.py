"""Passwords: which are refused, and that only the right one fits what is kept."""

from __future__ import annotations

from importlib.resources import files

import pytest
from argon2 import PasswordHasher

from matcher.services import passwords
from tests.hashing import QUICK, hash_quickly

GOOD = "fire heste i en skov"


@pytest.mark.parametrize(
    "password",
    [
        "",
        "kort",
        "ni tegn.!",
        "x" * 5 + GOOD * 20,
        "aaaaaaaaaaaa",
        "ababababab",
        "Password123",
        "ADGANGSKODE123",
        "qwertyuiopå",
        "kim@samspil.example",
        "Kim Prøvesen",
        "kimkimkimkim",
    ],
)
def test_weak_passwords_are_refused(password: str) -> None:
    assert passwords.weakness(password, email="Kim@samspil.example", name="kim prøvesen")


@pytest.mark.parametrize(
    "password", [GOOD, "æøåæøå æbleskiver", "correct horse battery", "😀🎈🚲🏡⛵🎺🎨🧩🌳🌧"]
)
def test_good_passwords_are_taken(password: str) -> None:
    assert passwords.weakness(password, email="kim@samspil.example", name="Kim") is None


def test_the_part_before_the_at_sign_is_no_password() -> None:
    assert passwords.weakness("kimprøvesen", email="KimPrøvesen@samspil.example")


def test_the_list_of_common_passwords_is_as_it_is_looked_up() -> None:
    text = files("matcher.services").joinpath("common_passwords.txt").read_text("utf-8")
    words = [line for line in text.splitlines() if not line.startswith("#")]
    assert words == sorted(set(words), key=words.index)
    assert all(word == word.casefold() and len(word) >= passwords.SHORTEST for word in words)


def test_only_the_right_password_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)
    kept = passwords.hash_password(GOOD)
    assert GOOD not in kept
    assert passwords.matches(GOOD, kept)
    assert not passwords.matches(GOOD + " ", kept)
    assert not passwords.matches("", kept)


def test_the_same_password_is_kept_differently_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)
    assert passwords.hash_password(GOOD) != passwords.hash_password(GOOD)


@pytest.mark.parametrize("kept", [None, "", "no hash at all"])
def test_nothing_fits_where_nothing_is_kept(kept: str | None) -> None:
    assert not passwords.matches(GOOD, kept)
    assert not passwords.matches("nobody has this password", kept)


def test_nobody_costs_as_much_as_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> bool:  # noqa: A002
            checked.append(str(hash))
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "_hasher", Counting())
    passwords._nobodys.cache_clear()  # a test that hashes quickly may have made it
    passwords.matches(GOOD, None)
    assert len(checked) == 1
    parameters = checked[0].rsplit("$", 2)[0]
    assert parameters == PasswordHasher().hash(GOOD).rsplit("$", 2)[0]


def test_a_hash_with_less_work_is_outdated() -> None:
    assert passwords.is_outdated(QUICK.hash(GOOD))
    assert not passwords.is_outdated(passwords.hash_password(GOOD))

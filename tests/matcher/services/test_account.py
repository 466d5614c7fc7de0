"""One's own account: the old password guards the new one, and other sessions end."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.access import NOBODY, OPERATOR, Actor
from matcher.services.account import (
    change_name,
    change_password,
    choose_language,
    end_own_sessions,
)
from matcher.services.installation import Installation
from matcher.services.people import invite, renew_link
from matcher.services.sign_in import Credentials, SignedIn, accept, sign_in, signed_in, welcome
from tests.hashing import hash_quickly

GOOD = "fire heste i en skov"
BETTER = "fem heste i en skov"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)


@pytest.fixture
def kim(installation: Installation) -> SignedIn:
    """Kim, a reader with a password."""
    path = invite(installation, OPERATOR, email="kim@samspil.example", role="reader").path
    chosen = Credentials(name="Kim", password=GOOD)
    return accept(installation, path.rpartition("/")[2], chosen)


def test_a_new_password(installation: Installation, kim: SignedIn) -> None:
    waiting = renew_link(installation, OPERATOR, kim.id).path.rpartition("/")[2]
    after = change_password(installation, kim.actor, GOOD, BETTER)
    assert signed_in(installation, kim.id, kim.session_key) is None
    assert signed_in(installation, kim.id, after.session_key) == after
    assert sign_in(installation, kim.email, BETTER) == after
    with pytest.raises(Refusal):
        sign_in(installation, kim.email, GOOD)
    with pytest.raises(Refusal):
        welcome(installation, waiting)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [("wrong", BETTER, "old"), (GOOD, "kort", "new"), (GOOD, "kim@samspil.example", "new")],
)
def test_a_new_password_that_is_refused(
    installation: Installation, kim: SignedIn, old: str, new: str, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        change_password(installation, kim.actor, old, new)
    assert list(refused.value.details["fields"]) == [field]  # type: ignore[call-overload]
    assert sign_in(installation, kim.email, GOOD) == kim


def test_a_new_name(installation: Installation, kim: SignedIn) -> None:
    change_name(installation, kim.actor, "  Kim Prøve ")
    assert sign_in(installation, kim.email, GOOD).name == "Kim Prøve"
    with pytest.raises(Refusal):
        change_name(installation, kim.actor, "  ")


def test_a_language_is_kept(installation: Installation, kim: SignedIn) -> None:
    choose_language(installation, kim.actor, "en")
    assert sign_in(installation, kim.email, GOOD).language == "en"
    with pytest.raises(Refusal):
        choose_language(installation, kim.actor, "tlh")


def test_other_sessions_end(installation: Installation, kim: SignedIn) -> None:
    after = end_own_sessions(installation, kim.actor)
    assert signed_in(installation, kim.id, kim.session_key) is None
    assert signed_in(installation, kim.id, after.session_key) == after


@pytest.mark.parametrize("actor", [NOBODY, Actor(role="link"), Actor(role="reader", id="gone")])
def test_others_have_no_account(installation: Installation, actor: Actor) -> None:
    with pytest.raises(Refusal) as refused:
        change_name(installation, actor, "Eve")
    assert refused.value.code in {"not_signed_in", "forbidden"}

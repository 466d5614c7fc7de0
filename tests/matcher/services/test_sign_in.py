"""Coming in: links are good once and for a time, passwords for who may come in."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from matcher.errors import Refusal
from matcher.services import passwords
from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.people import Invited, deactivate, end_sessions, invite, renew_link
from matcher.services.sign_in import Credentials, SignedIn, accept, sign_in, signed_in, welcome
from matcher.store.tables import Change, OneTimeLink, User
from matcher.store.tables.base import now
from tests.hashing import QUICK, hash_quickly

GOOD = "fire heste i en skov"
MAIL = "kim@samspil.example"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)


@pytest.fixture
def invited(installation: Installation) -> Invited:
    """Kim, an editor with a link and no password."""
    return invite(installation, OPERATOR, email=MAIL, role="editor")


@pytest.fixture
def kim(installation: Installation, invited: Invited) -> SignedIn:
    """Kim, with a password."""
    return accept(installation, token_of(invited), Credentials(name="Kim", password=GOOD))


def token_of(invited: Invited) -> str:
    return invited.path.rpartition("/")[2]


def code_of(refused: pytest.ExceptionInfo[Refusal]) -> str:
    return refused.value.code


def test_looking_does_not_use_a_link(installation: Installation, invited: Invited) -> None:
    for _ in range(3):
        assert welcome(installation, token_of(invited)).email == MAIL
    accept(installation, token_of(invited), Credentials(name="Kim", password=GOOD))


def test_a_link_is_good_once(installation: Installation, invited: Invited, kim: SignedIn) -> None:
    with pytest.raises(Refusal) as again:
        accept(installation, token_of(invited), Credentials(name="Eve", password=GOOD + "!"))
    with pytest.raises(Refusal) as looked:
        welcome(installation, token_of(invited))
    assert (code_of(again), code_of(looked)) == ("link_expired", "link_expired")
    assert sign_in(installation, MAIL, GOOD).name == "Kim"


def test_using_one_link_uses_all_of_the_person(
    installation: Installation, invited: Invited
) -> None:
    other = renew_link(installation, OPERATOR, invited.person.id)
    accept(installation, token_of(other), Credentials(name="Kim", password=GOOD))
    with pytest.raises(Refusal, match="used"):
        welcome(installation, token_of(invited))


def test_a_link_expires(installation: Installation, invited: Invited) -> None:
    with installation.writing(OPERATOR) as work:
        work.session.execute(update(OneTimeLink).values(expires=now() - timedelta(seconds=1)))
        work.commit()
    with pytest.raises(Refusal) as refused:
        accept(installation, token_of(invited), Credentials(name="Kim", password=GOOD))
    assert code_of(refused) == "link_expired"


@pytest.mark.parametrize("token", ["", "x", "x" * 43])
def test_there_is_no_such_link(installation: Installation, invited: Invited, token: str) -> None:
    with pytest.raises(Refusal) as refused:
        welcome(installation, token)
    assert code_of(refused) == "link_expired"


@pytest.mark.parametrize(
    ("chosen", "fields"),
    [
        (Credentials(name=" ", password=GOOD), {"name"}),
        (Credentials(name="Kim", password="kort"), {"password"}),
        (Credentials(name="", password=""), {"name", "password"}),
        (Credentials(name="Kim", password=MAIL), {"password"}),
    ],
)
def test_a_faulty_form_leaves_the_link_good(
    installation: Installation, invited: Invited, chosen: Credentials, fields: set[str]
) -> None:
    with pytest.raises(Refusal) as refused:
        accept(installation, token_of(invited), chosen)
    assert refused.value.details["fields"].keys() == fields  # type: ignore[attr-defined]
    accept(installation, token_of(invited), Credentials(name="Kim", password=GOOD))


def test_an_invited_person_keeps_the_address_they_were_invited_with(
    installation: Installation, invited: Invited
) -> None:
    chosen = Credentials(name="Kim", password=GOOD, email="other@samspil.example")
    assert accept(installation, token_of(invited), chosen).email == MAIL


def test_the_right_password_signs_in(installation: Installation, kim: SignedIn) -> None:
    assert sign_in(installation, " Kim@SAMSPIL.example", GOOD) == kim


@pytest.mark.parametrize(
    ("email", "password"),
    [(MAIL, "wrong"), (MAIL, ""), ("nobody@samspil.example", GOOD), ("", ""), (MAIL, GOOD + " ")],
)
def test_all_else_is_refused_in_the_same_words(
    installation: Installation, kim: SignedIn, email: str, password: str
) -> None:
    with pytest.raises(Refusal) as refused:
        sign_in(installation, email, password)
    assert refused.value.text.id == "The e-mail address or the password is not right."


def test_who_has_no_password_cannot_sign_in(installation: Installation, invited: Invited) -> None:
    with pytest.raises(Refusal):
        sign_in(installation, MAIL, "")


def test_the_deactivated_cannot_come_in(installation: Installation, kim: SignedIn) -> None:
    late = renew_link(installation, OPERATOR, kim.id)
    deactivate(installation, OPERATOR, kim.id)
    with pytest.raises(Refusal, match="password is not right"):
        sign_in(installation, MAIL, GOOD)
    with pytest.raises(Refusal, match="expired"):
        accept(installation, token_of(late), Credentials(name="Kim", password=GOOD))
    assert signed_in(installation, kim.id, kim.session_key) is None


def test_a_new_password_ends_earlier_sessions(installation: Installation, kim: SignedIn) -> None:
    assert signed_in(installation, kim.id, kim.session_key) == kim
    link = renew_link(installation, OPERATOR, kim.id)
    again = accept(installation, token_of(link), Credentials(name="Kim", password=GOOD + "!"))
    assert signed_in(installation, kim.id, kim.session_key) is None
    assert signed_in(installation, again.id, again.session_key) == again


def test_sessions_can_be_ended(installation: Installation, kim: SignedIn) -> None:
    end_sessions(installation, OPERATOR, kim.id)
    assert signed_in(installation, kim.id, kim.session_key) is None
    assert sign_in(installation, MAIL, GOOD).session_key != kim.session_key


def test_an_outdated_hash_is_replaced_on_the_way_in(
    installation: Installation, kim: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    stronger = type(QUICK)(time_cost=2, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", stronger)
    sign_in(installation, MAIL, GOOD)
    with installation.reading() as session:
        kept = session.execute(select(User.password_hash)).scalar_one()
    assert kept is not None
    assert "t=2" in kept
    assert sign_in(installation, MAIL, GOOD).id == kim.id


def test_the_history_says_who_but_no_secret(installation: Installation, kim: SignedIn) -> None:
    with installation.reading() as session:
        changes = list(session.execute(select(Change).order_by(Change.id)).scalars())
        kept = session.execute(select(User.password_hash)).scalar_one()
    told = json.dumps([[c.before, c.after] for c in changes])
    assert changes[-1].after == {"password": "set"}
    assert (changes[-1].actor_id, changes[-1].actor_name) == (kim.id, "Kim")
    for secret in (GOOD, kept, kim.session_key):
        assert secret is not None
        assert secret not in told

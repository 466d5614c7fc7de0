"""One-time links: for the first administrator, for somebody who forgot, and where they lead."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from matcher.errors import Refusal
from matcher.services.access import OPERATOR, Actor
from matcher.services.installation import Installation
from matcher.services.one_time_links import (
    address,
    make_first_administrator_link,
    make_sign_in_link,
)
from matcher.services.people import deactivate, invite
from matcher.services.sign_in import Credentials, accept, welcome
from matcher.settings import Settings
from matcher.store.tables import Change, OneTimeLink, User
from tests.hashing import hash_quickly

GOOD = "fire heste i en skov"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)


def token_of(link: str | None) -> str:
    assert link is not None
    return link.rpartition("/")[2]


def test_the_first_administrator_is_made_with_the_first_link(installation: Installation) -> None:
    link = make_first_administrator_link(installation, OPERATOR, port=8123)
    assert link is not None
    assert link.startswith("http://127.0.0.1:8123/sign-in/")
    chosen = Credentials(name="Kim", email="Kim@Samspil.example", password=GOOD)
    who = accept(installation, token_of(link), chosen)
    assert (who.role, who.email) == ("administrator", "kim@samspil.example")


def test_a_second_link_is_for_the_same_person_and_the_first_stays_good(
    installation: Installation,
) -> None:
    first = make_first_administrator_link(installation, OPERATOR)
    second = make_first_administrator_link(installation, OPERATOR)
    assert first != second
    with installation.reading() as session:
        assert len(session.execute(select(User)).all()) == 1
    assert welcome(installation, token_of(first)) == welcome(installation, token_of(second))


def test_there_is_none_once_an_administrator_has_a_password(installation: Installation) -> None:
    link = make_first_administrator_link(installation, OPERATOR)
    chosen = Credentials(name="Kim", email="kim@samspil.example", password=GOOD)
    accept(installation, token_of(link), chosen)
    assert make_first_administrator_link(installation, OPERATOR) is None


def test_only_the_operator_may_make_it(installation: Installation) -> None:
    with pytest.raises(Refusal) as refused:
        make_first_administrator_link(installation, Actor(role="administrator"))
    assert refused.value.code == "forbidden"


def test_a_link_for_somebody_known(installation: Installation) -> None:
    invite(installation, OPERATOR, email="kim@samspil.example", role="reader")
    link = make_sign_in_link(installation, OPERATOR, " KIM@samspil.example")
    assert welcome(installation, token_of(link)).email == "kim@samspil.example"


@pytest.mark.parametrize("email", ["", "nobody@samspil.example"])
def test_no_link_for_somebody_unknown(installation: Installation, email: str) -> None:
    make_first_administrator_link(installation, OPERATOR)  # has no e-mail address yet
    with pytest.raises(Refusal) as refused:
        make_sign_in_link(installation, OPERATOR, email)
    assert refused.value.code == "not_found"


def test_no_link_for_somebody_deactivated(installation: Installation) -> None:
    person = invite(installation, OPERATOR, email="kim@samspil.example", role="reader").person
    deactivate(installation, OPERATOR, person.id)
    with pytest.raises(Refusal) as refused:
        make_sign_in_link(installation, OPERATOR, person.email)
    assert refused.value.code == "conflict"


def test_neither_token_nor_hash_is_in_the_history(installation: Installation) -> None:
    token = token_of(make_first_administrator_link(installation, OPERATOR))
    with installation.reading() as session:
        hashed = session.execute(select(OneTimeLink.token_hash)).scalar_one()
        changes = [(c.before, c.after) for c in session.execute(select(Change)).scalars()]
    assert hashed != token
    told = json.dumps(changes)
    assert "sign_in_link" in told
    assert token not in told
    assert hashed not in told


@pytest.mark.parametrize(
    ("settings", "host", "wanted"),
    [
        (Settings(), "127.0.0.1", "http://127.0.0.1:8000/sign-in/x"),
        (Settings(), "::1", "http://[::1]:8000/sign-in/x"),
        (Settings(public_url="https://a.example"), "0.0.0.0", "https://a.example/sign-in/x"),
        (Settings(public_url="https://a.example/net/"), "::", "https://a.example/net/sign-in/x"),
    ],
)
def test_where_a_path_is_found(settings: Settings, host: str, wanted: str) -> None:
    assert address(settings, "/sign-in/x", host=host) == wanted

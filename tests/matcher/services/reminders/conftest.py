"""An installation that sends its mails to a server of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.store.queries import people
from tests.mail_servers import Inbox, mail_server

MakeUser = Callable[..., str]


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    """A mail server that takes everything."""
    with mail_server() as kept:
        yield kept


@pytest.fixture
def installation(installation: Installation, inbox: Inbox) -> Installation:
    """The installation, which knows the server."""
    mailing(installation, inbox.port)
    return installation


def mailing(installation: Installation, port: int, **settings: Any) -> None:
    """Let it send its mails to a port of this machine, without encryption unless it is said."""
    given = {
        "smtp_host": "127.0.0.1",
        "smtp_security": "none",
        "mail_from": "Samspil i Byen <samspil@samspil.example>",
        "public_url": "https://samspil.example/by",
    }
    installation.settings = replace(installation.settings, smtp_port=port, **{**given, **settings})


@pytest.fixture
def make_user(installation: Installation) -> MakeUser:
    """Makes somebody with an account; gives their id."""

    def make(email: str = "kim@samspil.example", role: str = "editor", **fields: Any) -> str:
        with installation.writing(OPERATOR) as work:
            user = people.add(work, email=email, role=role, name=fields.pop("name", "Kim Prøve"))
            for name, value in fields.items():
                setattr(user, name, value)
            work.commit()
            return user.id

    return make

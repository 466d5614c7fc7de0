"""Every address in a reminder leads to where the thing is done, for whoever gets the mail."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.pulses import open_pulse
from matcher.services.reminders import send_reminders
from tests.factories import (
    EDITOR,
    make_collaboration,
    make_organisation,
    make_parties,
    make_personal_link,
)
from tests.mail_servers import Inbox, mail_server
from tests.webui.conftest import Client

TODAY = date.today()
ADDRESS = "https://samspil.example"


@pytest.fixture
def inbox(installation: Installation) -> Iterator[Inbox]:
    """What the installation's mail server takes."""
    with mail_server() as kept:
        installation.settings = replace(
            installation.settings,
            smtp_host="127.0.0.1",
            smtp_port=kept.port,
            smtp_security="none",
            mail_from="samspil@samspil.example",
            public_url=ADDRESS,
        )
        yield kept


@pytest.fixture
def collaboration(installation: Installation) -> str:
    """One that is carried on, whose money ends soon, with all parties asked for answers."""
    ends = [make_organisation(installation, name) for name in ("Ældrehjælpen", "Skolen", "Kroen")]
    key = make_collaboration(
        installation,
        "Havedag",
        ends,
        start=TODAY - timedelta(days=300),
        funding_end=TODAY + timedelta(days=80),
    )
    for party in make_parties(
        installation, key, contact_name="Grethe", contact_email="grethe@forening.example"
    ).values():
        make_personal_link(installation, "party", party)
    open_pulse(installation, EDITOR, key, today=TODAY)
    return key


def addresses(inbox: Inbox, receiver: str) -> set[str]:
    """The paths of all addresses in what somebody got."""
    found: set[str] = set()
    for mail in inbox.mails:
        if mail["To"].addresses[0].addr_spec == receiver:
            body = mail.get_body(("plain",))
            assert body is not None
            found.update(re.findall(rf"{ADDRESS}(/\S*)", body.get_content()))
    return found


def test_every_address_in_a_mail_answers(
    collaboration: str,
    installation: Installation,
    inbox: Inbox,
    client: Client,
    client_as: Callable[..., Client],
) -> None:
    administrator = client_as("administrator")
    for days in (0, 30, 60):
        send_reminders(installation, OPERATOR, TODAY + timedelta(days=days))
    parties = addresses(inbox, "grethe@forening.example")
    assert {path.rpartition("/")[2] for path in parties} >= {"pulse", "purpose"}
    house = addresses(inbox, "administrator@samspil.example")
    assert any(path.startswith(f"/collaborations/{collaboration}") for path in house)
    wrong = [path for path in sorted(parties) if client.get(path).status_code != 200]
    wrong += [path for path in sorted(house) if administrator.get(path).status_code != 200]
    assert wrong == []

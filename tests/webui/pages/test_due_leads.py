"""Every address in a reminder leads to where the thing is done, for whoever gets the mail."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from matcher.services.access import OPERATOR
from matcher.services.anchoring import hold_talk, save_talk
from matcher.services.forms import Form
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


def test_what_was_decided_stands_where_the_mail_leads_and_is_done_there(
    collaboration: str, installation: Installation, inbox: Inbox, client: Client
) -> None:
    page = hold_talk(installation, EDITOR, collaboration, as_of=TODAY)
    row = {"what": "Ringe til <banken>", "owner": "Skolen", "day": TODAY.isoformat(),
           "decision_id": ""}  # fmt: skip
    form = Form(values=page.form.values, rows={"decisions": (row,)})
    save_talk(installation, EDITOR, collaboration, page.key, form, version=0, as_of=TODAY)
    send_reminders(installation, OPERATOR, TODAY)
    own = {path for path in addresses(inbox, "grethe@forening.example") if path.count("/") == 2}
    (path,) = [path for path in own if 'data-role="decision"' in client.get(path).text]
    said = client.get(path).text
    assert "Ringe til &lt;banken&gt;" in said
    action = re.search(rf'action="({path}/decisions/[^"]+)"', said)
    assert action is not None
    answer = client.open(action[1], method="POST", follow_redirects=True)
    assert "Gjort: Ringe til &lt;banken&gt;" in answer.text
    assert 'data-role="decision"' not in answer.text
    assert client.open(f"{path}/decisions/x/y", method="POST").status_code == 404

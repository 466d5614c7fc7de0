"""The way to the mail server: encrypted and signed in where it is asked for, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st

from matcher.errors import Refusal
from matcher.services.access import OPERATOR
from matcher.services.email_addresses import _SHAPE, email_fault
from matcher.services.installation import Installation
from matcher.services.reminders import send_reminders
from matcher.services.reminders.mail import as_mail
from matcher.services.reminders.server import UNWRITABLE, MailServer, Undelivered, require_ready
from matcher.settings import Settings
from tests.mail_servers import Inbox, mail_server, make_certificate
from tests.matcher.services.dues import TODAY, make_due, set_dues
from tests.matcher.services.reminders.conftest import MakeUser
from tests.matcher.services.reminders.test_mail import make_content


def settings(port: int, **fields: object) -> Settings:
    """Those of an installation that sends to a port of this machine."""
    given: dict[str, object] = {
        "smtp_host": "localhost",
        "smtp_port": port,
        "smtp_security": "none",
        "mail_from": "samspil@samspil.example",
        "public_url": "https://samspil.example",
    }
    return Settings(**{**given, **fields})  # type: ignore[arg-type]  # as named above


def send(found: Settings, *receivers: str) -> list[str]:
    """Send to each over one connection; what the server said to those it refused."""
    said = []
    with MailServer(found) as server:
        for n, receiver in enumerate(receivers or ("kim@samspil.example",)):
            try:
                server.send(as_mail(found, receiver, f"<{n}@samspil.example>", make_content()))
            except Undelivered as wrong:
                if wrong.for_all:
                    raise
                said.append(wrong.reason)
    return said


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """A certificate for a server here that this process trusts."""
    context, certificate = make_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return context


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_encrypted_and_signed_in(security: str, trusted: object) -> None:
    at_once = security == "tls"
    with mail_server(
        certificate=trusted,
        tls_from_the_start=at_once,
        password="hemmelig: 1, 2",  # type: ignore[arg-type]
    ) as inbox:
        found = settings(
            inbox.port, smtp_security=security, smtp_user="samspil", smtp_password="hemmelig: 1, 2"
        )
        assert send(found) == []
    assert inbox.users == ["samspil"]
    assert inbox.encrypted == ([False] if at_once else [True])  # the server tells STARTTLS alone


def test_a_wrong_password_is_said_and_stops_the_run(trusted: object) -> None:
    with mail_server(certificate=trusted, password="right") as inbox:  # type: ignore[arg-type]
        found = settings(
            inbox.port, smtp_security="starttls", smtp_user="samspil", smtp_password="wrong"
        )
        with pytest.raises(Undelivered, match="535") as refused:
            send(found)
    assert refused.value.for_all
    assert inbox.mails == []


def test_a_server_that_nobody_vouches_for_gets_nothing(tmp_path: Path) -> None:
    context, _certificate = make_certificate(tmp_path)
    with mail_server(certificate=context) as inbox, pytest.raises(Undelivered, match="certificate"):
        send(settings(inbox.port, smtp_security="starttls"))
    assert inbox.mails == []


def test_a_server_without_encryption_gets_nothing_where_it_is_asked_for() -> None:
    with mail_server() as inbox, pytest.raises(Undelivered, match="STARTTLS") as refused:
        send(settings(inbox.port, smtp_security="starttls"))
    assert refused.value.for_all
    assert inbox.mails == []


def test_a_password_does_not_go_over_the_network_in_the_open() -> None:
    found = settings(25, smtp_host="mail.samspil.example", smtp_user="samspil")
    with pytest.raises(Refusal) as refused:
        require_ready(found)
    assert refused.value.code == "invalid"
    with pytest.raises(Refusal) as refused:
        require_ready(settings(25, smtp_user="samspil", smtp_password="blåbær"))
    assert "blåbær" not in repr(refused.value.text)
    require_ready(settings(25, smtp_user="samspil"))
    require_ready(settings(25, smtp_host="::1", smtp_user="samspil"))


def test_an_address_that_the_server_cannot_write_to_does_not_stop_the_others() -> None:
    with mail_server() as inbox:
        said = send(
            settings(inbox.port), "bo@samspil.example", "åse@ærø.example", "kim@ærø.example"
        )
    # A host with Danish letters has a spelling without; what stands before it has none.
    assert len(said) <= 1
    assert inbox.receivers[0] == "bo@samspil.example"
    assert inbox.receivers[-1] == "kim@xn--r-3fa9c.example"


def test_an_address_that_no_mail_can_be_written_to_does_not_stop_the_others(
    installation: Installation, inbox: Inbox, make_user: MakeUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    strange = "å" * 60 + "@" + ".".join(["🏻" * 20] * 9) + ".é"
    users = [make_user(email) for email in (strange, "kim@samspil.example")]
    set_dues(monkeypatch, *(make_due(user, user=user) for user in users))
    found = {each.email: each.state for each in send_reminders(installation, OPERATOR, TODAY)}
    assert found["kim@samspil.example"] == "sent"


@settings_of_hypothesis(max_examples=200)
@given(st.from_regex(_SHAPE, fullmatch=True))
def test_every_address_that_is_taken_for_one_can_be_written_or_is_said_to_be_none(
    email: str,
) -> None:
    assume(email_fault(email) is None)
    try:
        mail = as_mail(settings(25), email, "<1@samspil.example>", make_content())
        raw = mail.as_bytes()
    except UNWRITABLE:
        return
    assert len(mail["To"].addresses) == 1
    assert b"\nBcc" not in raw


def test_a_connection_that_breaks_is_opened_again() -> None:
    inbox = Inbox()
    inbox.on_data = lambda _mail: "421 4.3.2 Closing" if len(inbox.mails) == 1 else None
    with mail_server(inbox):
        said = send(settings(inbox.port), "a@samspil.example", "b@samspil.example")
    assert len(said) == 1
    assert "421" in said[0]
    assert inbox.receivers == ["a@samspil.example", "b@samspil.example"]


def test_a_server_that_is_not_there_stops_the_run() -> None:
    with pytest.raises(Undelivered) as refused:
        send(settings(1))
    assert refused.value.for_all

"""Real mail servers on this machine for tests: they keep what they take, or refuse it."""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


@dataclass
class Inbox:
    """What a server took, and what it does to those who come.

    `refuses` are receivers it does not know; `on_data` is called with each mail before it is taken.
    """

    mails: list[EmailMessage] = field(default_factory=list)
    receivers: list[str] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    users: list[str] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)
    on_receiver: Callable[[str], None] = lambda _receiver: None
    on_data: Callable[[EmailMessage], str | None] = lambda _mail: None
    port: int = 0

    @property
    def ids(self) -> list[str]:
        """The Message-IDs of what it took, in turn."""
        return [str(mail["Message-ID"]) for mail in self.mails]

    async def handle_RCPT(  # noqa: N802 – what the server calls
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        self.on_receiver(address)
        if address in self.refuses:
            return "550 5.1.1 No such person here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 – what the server calls
        self, _server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        self.raw.append(envelope.content)
        self.mails.append(mail)
        self.receivers += envelope.rcpt_tos
        self.encrypted.append(session.ssl is not None)
        return self.on_data(mail) or "250 OK"


@contextmanager
def mail_server(
    inbox: Inbox | None = None,
    *,
    port: int = 0,
    certificate: ssl.SSLContext | None = None,
    tls_from_the_start: bool = False,
    password: str | None = None,
) -> Iterator[Inbox]:
    """A server that takes mail on this machine meanwhile; with a password only of who knows it."""
    kept = inbox or Inbox()

    def authenticate(_s: SMTP, _session: Session, _e: Envelope, _m: str, said: Any) -> AuthResult:
        right = isinstance(said, LoginPassword) and said.password == (password or "").encode()
        if right:
            kept.users.append(said.login.decode())
        return AuthResult(success=right, handled=False)

    asked: dict[str, Any] = {"authenticator": authenticate} if password else {}
    if tls_from_the_start:
        asked["auth_require_tls"] = False  # it is there before the first word
    elif certificate:
        asked |= {"tls_context": certificate, "require_starttls": True}
        asked["auth_required"] = password is not None
    controller = Controller(
        kept,
        hostname="127.0.0.1",
        port=port or _free_port(),
        ssl_context=certificate if tls_from_the_start else None,
        **asked,
    )
    controller.start()
    kept.port = controller.port
    try:
        yield kept
    finally:
        controller.stop()


def make_certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A certificate for this machine that vouches for itself: for a server, and to be trusted."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-keyout", key, "-out", certificate, "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context, certificate


def _free_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port

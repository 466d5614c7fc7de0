"""The server that takes mail: one connection for a run, opened when there is something to send."""

from __future__ import annotations

import ipaddress
import smtplib
import ssl
from email.errors import MessageError
from email.message import EmailMessage
from types import TracebackType

from matcher.errors import Refusal
from matcher.partnership.digest import host_of
from matcher.settings import Settings
from matcher.wording.message import message

_PATIENCE = 30.0  # seconds for an answer

UNWRITABLE = (ValueError, TypeError, LookupError, MessageError)
"""What Python's mails raise for an address that looks like one and cannot be written down."""


class Undelivered(Exception):
    """A mail was not taken; `reason` is what the server said.

    `for_all` says that no other would be taken either: the server does not answer, or does not let
    us in.
    """

    def __init__(self, reason: str, *, for_all: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.for_all = for_all


class MailServer:
    """Sends mails one after the other; a connection that breaks is opened again for the next."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._open: smtplib.SMTP | None = None

    def __enter__(self) -> MailServer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        wrong: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._hang_up()

    def send(self, mail: EmailMessage) -> None:
        """Give a mail to the server. Undelivered if it does not take it."""
        server = self._connected()
        sender, receiver = (mail[name].addresses[0].addr_spec for name in ("From", "To"))
        try:
            server.send_message(mail, sender, [receiver])
        except smtplib.SMTPRecipientsRefused as wrong:
            code, said = wrong.recipients[receiver]
            raise Undelivered(_text(code, said), for_all=code == 421) from wrong
        except smtplib.SMTPSenderRefused as wrong:
            raise Undelivered(_text(wrong.smtp_code, wrong.smtp_error), for_all=True) from wrong
        except smtplib.SMTPResponseException as wrong:
            raise Undelivered(_text(wrong.smtp_code, wrong.smtp_error), for_all=False) from wrong
        except (smtplib.SMTPException, OSError, *UNWRITABLE) as wrong:
            # Broken off, or an address that cannot be written to: the next may fare better.
            self._hang_up()
            raise Undelivered(_text(None, str(wrong)), for_all=False) from wrong

    def _connected(self) -> smtplib.SMTP:
        if self._open is None or self._open.sock is None:
            try:
                self._open = _opened(self._settings)
            except smtplib.SMTPResponseException as wrong:
                raise Undelivered(_text(wrong.smtp_code, wrong.smtp_error), for_all=True) from wrong
            except (smtplib.SMTPException, OSError) as wrong:
                raise Undelivered(_text(None, str(wrong)), for_all=True) from wrong
        return self._open

    def _hang_up(self) -> None:
        if self._open is None:
            return
        try:
            self._open.quit()
        except (smtplib.SMTPException, OSError):
            self._open.close()
        self._open = None


def require_ready(settings: Settings) -> None:
    """Refusal (unavailable) unless the settings say how to send mail, and where links lead."""
    lacking = [
        name
        for name, value in (
            ("SAMSPIL_SMTP_HOST", settings.smtp_host),
            ("SAMSPIL_MAIL_FROM", settings.mail_from),
            ("SAMSPIL_PUBLIC_URL", settings.public_url),
        )
        if not value
    ]
    if lacking:
        raise Refusal(
            "unavailable",
            message("No mail is sent: {names} must be set.", names=", ".join(lacking)),
            message("See who would be told what with: samspil remind --dry-run"),
        )
    if settings.smtp_user and settings.smtp_security == "none" and not _is_here(settings.smtp_host):
        raise Refusal(
            "invalid",
            message("The password for the mail server would be sent so that others can read it."),
            message("Set SAMSPIL_SMTP_SECURITY to starttls or tls."),
        )
    if not (settings.smtp_user + settings.smtp_password).isascii():
        raise Refusal(
            "invalid",
            message("The name and the password for the mail server can have no letters like æ."),
            message("Choose a password of letters from a to z, digits and signs."),
        )


def _opened(settings: Settings) -> smtplib.SMTP:
    host, port = settings.smtp_host, settings.smtp_port
    # Our own name is said by the settings: asking the network for it can take half a minute.
    name = host_of(settings.public_url)
    safely = ssl.create_default_context()
    server = (
        smtplib.SMTP_SSL(host, port, name, timeout=_PATIENCE, context=safely)
        if settings.smtp_security == "tls"
        else smtplib.SMTP(host, port, name, timeout=_PATIENCE)
    )
    try:
        if settings.smtp_security == "starttls":
            server.starttls(context=safely)
        if settings.smtp_user:
            server.login(settings.smtp_user, settings.smtp_password)
    except BaseException:
        server.close()
        raise
    return server


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _text(code: int | None, said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join(f"{code or ''} {text}".split()) or "?"

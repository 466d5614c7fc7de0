"""A digest as a mail: its headers, its two bodies, and whom it is to and from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from email.headerregistry import Address, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from email.utils import format_datetime, parseaddr
from typing import Any

from matcher.services.reminders.letter import plain
from matcher.settings import Settings


class _Addresses(UnstructuredHeader):
    """A header of web addresses, each on a line of its own: no mail program would find one that was
    broken, or written in other letters since it is long."""

    name: str

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {f',{policy.linesep} '.join(str(self).split(', '))}{policy.linesep}"


_HEADERS = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", _Addresses)  # type: ignore[arg-type]  # put under it there
_POLICY = SMTP.clone(header_factory=_HEADERS)


def as_mail(
    settings: Settings, email: str, message_id: str, content: Mapping[str, Any]
) -> EmailMessage:
    """The mail that a digest's content says; the same content always gives the same mail.

    It says that nobody wrote it, so that absence notes do not answer it. Its reader's mail program
    can stop the mails with one press, where the way out is an HTTPS address (RFC 8058).
    """
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = sender(settings)
    mail["To"] = address_of(content["name"], email)
    mail["Subject"] = plain(content["subject"])
    mail["Date"] = format_datetime(datetime.fromisoformat(content["written"]))
    mail["Message-ID"] = message_id
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["List-Unsubscribe"] = ", ".join(f"<{address}>" for address in content["ways_out"])
    if content["ways_out"][0].startswith("https:"):
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(content["text"], cte="quoted-printable")
    mail.add_alternative(content["html"], subtype="html", cte="quoted-printable")
    mail["Content-Language"] = content["language"]
    mail.set_boundary(message_id.strip("<>").partition("@")[0])  # else a chance one each time
    return mail


def sender(settings: Settings) -> Address:
    """Whom mails are from: the setting, by the name of Samspil where it says no other."""
    name, email = parseaddr(settings.mail_from)
    return address_of(name or "Samspil", email)


def address_of(name: str, email: str) -> Address:
    """An address with a name, whatever stands in it; a host's Danish letters as hosts have them."""
    user, _at, host = email.rpartition("@")
    try:
        host = host.encode("idna").decode()
    except UnicodeError:
        host = plain(host)
    return Address(display_name=plain(name), username=user, domain=host)

"""The way out of the mails: an address of one's own that stops them, and starts them again.

It carries the e-mail address and the language with a signature by the installation's key, and is
good as long as that key: somebody may want out by a mail of two years ago.
"""

from __future__ import annotations

from dataclasses import dataclass

from itsdangerous import BadSignature, URLSafeSerializer

from matcher.errors import Refusal
from matcher.services.access import NOBODY, require
from matcher.services.installation import Installation
from matcher.services.session_key import session_key
from matcher.store.queries import mail_stops, people
from matcher.store.session import Session
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class Receiver:
    """Whom a way out is for; `wanted` says whether the address gets mails.

    Somebody with an `account` sees what is due without them.
    """

    email: str
    language: str
    wanted: bool
    account: bool


def way_out(installation: Installation, email: str, language: str) -> str:
    """The path of the page; not while writing, for the key may have to be made first."""
    return f"/no-mail/{_serializer(installation).dumps([email, language])}"


def receiver(installation: Installation, token: str) -> Receiver:
    """Whom a token is for. Refusal (link_expired) for one that is not ours, or not complete."""
    email, language = _read(installation, token)
    with installation.reading() as session:
        return _receiver(session, email, language)


def want_mail(installation: Installation, token: str, *, wanted: bool) -> Receiver:
    """Let the address of a token get no more mails, or mails again; also when it is so already.

    Refusal (link_expired) as for `receiver`.
    """
    require(NOBODY, "choose_mail")
    email, language = _read(installation, token)
    with installation.writing(NOBODY) as work:
        mail_stops.keep(work, email, wanted=wanted)
        work.commit()
        return _receiver(work.session, email, language)


def _receiver(session: Session, email: str, language: str) -> Receiver:
    user = people.by_email(session, email)
    return Receiver(
        email=email,
        language=language,
        wanted=mail_stops.wants(session, email),
        account=user is not None and user.active,
    )


def _read(installation: Installation, token: str) -> tuple[str, str]:
    try:
        email, language = _serializer(installation).loads(token)
    except BadSignature:
        raise Refusal(
            "link_expired",
            message("This link is not complete, or not good any more."),
            message("Take it from a newer mail, or answer the mail and say what you want."),
        ) from None
    return email, language


def _serializer(installation: Installation) -> URLSafeSerializer:
    return URLSafeSerializer(session_key(installation), salt="no-mail")

"""Having a digest in hand: written down before it is sent, so that no crash loses or doubles it.

A digest is kept with all it says before the mail server hears of it. Whoever sends it has it in
hand for a while; whoever finds it unsent after that, or let go, sends it again as it is, with the
same Message-ID. So after a crash between sending and noting it a mail comes twice at worst, and
mail programs show it once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from matcher.partnership.digest import LONGEST, WEEK
from matcher.services.access import Actor
from matcher.services.installation import Installation
from matcher.store.queries import digests, mail_stops
from matcher.store.tables import Digest

LEASE = timedelta(minutes=10)
"""So long a run has a digest in hand; a server is given much less to take it."""

KEPT = timedelta(days=90)
"""So long an installation knows whom it told what."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A digest that this run has in hand."""

    id: str
    email: str
    message_id: str
    content: dict[str, Any]


Compose = Callable[[dict[str, date]], dict[str, Any] | None]
"""Writes a digest's content, given what was told when; None where there is nothing new."""


def claim_new(
    installation: Installation,
    actor: Actor,
    person: tuple[str, str],
    today: date,
    moment: datetime,
    compose: Compose,
) -> Claim | None:
    """Write today's digest for one person (e-mail, Message-ID) and have it in hand.

    None where there is one of today already, where there is nothing to tell, and where they have
    just said that they want no more. Writers take turns, so of two runs one alone gets it.
    """
    email, message_id = person
    with installation.writing(actor) as work:
        if digests.of(work.session, email, today) is not None:
            return None
        if not mail_stops.wants(work.session, email):
            return None
        told = digests.told(work.session, today - LONGEST, today - WEEK, today, email)
        content = compose(told.get(email, {}))
        if content is None:
            return None
        digest = digests.add(work, email=email, day=today, message_id=message_id, content=content)
        digests.take(digest, moment)
        work.commit()
        return _view(digest)


def claim_again(
    installation: Installation, actor: Actor, digest_id: str, moment: datetime
) -> Claim | None:
    """Have a digest in hand that was not sent.

    None where another run has, where it was sent, and where its receiver wants no more.
    """
    with installation.writing(actor) as work:
        digest = digests.by_id(work.session, digest_id)
        if digest is None or digest.sent is not None:
            return None
        if digest.claimed is not None and moment - digest.claimed < LEASE:
            return None
        if not mail_stops.wants(work.session, digest.email):
            return None
        digests.take(digest, moment)
        work.commit()
        return _view(digest)


def keep_sent(installation: Installation, actor: Actor, claim: Claim, moment: datetime) -> None:
    """Note that the server took it."""
    with installation.writing(actor) as work:
        digest = digests.by_id(work.session, claim.id)
        if digest is not None:
            digests.mark_sent(digest, moment)
            work.commit()


def let_go(installation: Installation, actor: Actor, claim: Claim) -> None:
    """Leave it to the next run."""
    with installation.writing(actor) as work:
        digest = digests.by_id(work.session, claim.id)
        if digest is not None and digest.sent is None:
            digests.let_go(digest)
            work.commit()


def forget_old(installation: Installation, actor: Actor, today: date, moment: datetime) -> None:
    """Forget whom one told what long ago: before the day asked for, and before now."""
    with installation.writing(actor) as work:
        digests.forget(work, min(today, moment.date()) - KEPT)
        work.commit()


def _view(digest: Digest) -> Claim:
    return Claim(
        id=digest.id,
        email=digest.email,
        message_id=digest.message_id,
        content=dict(digest.content),
    )

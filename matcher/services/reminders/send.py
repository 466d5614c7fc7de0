"""Sending reminders: at most one new digest a person a day, at any time and by several at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from email.message import EmailMessage
from functools import partial
from typing import Any

from matcher.errors import Refusal
from matcher.partnership.digest import message_id_of
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.reminders import claims
from matcher.services.reminders.claims import Claim
from matcher.services.reminders.mail import as_mail
from matcher.services.reminders.mailbox import Mailbox, Ways, content_of, party_pages
from matcher.services.reminders.plan import Post, Reminded, posts, to_call
from matcher.services.reminders.server import UNWRITABLE, MailServer, Undelivered, require_ready
from matcher.services.reminders.way_out import way_out
from matcher.settings import Settings
from matcher.store.queries.digests import KEYS
from matcher.store.tables.base import now
from matcher.wording.message import message, messages_n

Clock = Callable[[], datetime]


def send_reminders(
    installation: Installation, actor: Actor, today: date, clock: Clock = now
) -> tuple[Reminded, ...]:
    """Tell everybody what is due or falls due within a week, and was not told within the last.

    Each digest is written down before it is sent (see `claims`); what waits from an earlier run
    goes first. No record is held while the server is spoken to. Refusal (unavailable) where no
    mail can be sent, and where the server fails: what was not sent then waits for the next run.
    """
    require(actor, "send_reminders")
    require_ready(installation.settings)
    claims.forget_old(installation, actor, today, clock())
    with installation.reading() as session:
        found = posts(installation, session, today)
    done: list[Reminded] = []
    with MailServer(installation.settings) as server:
        for claim in _claims(installation, actor, found, today, clock):
            try:
                server.send(_mail(installation.settings, claim))
            except Undelivered as wrong:
                claims.let_go(installation, actor, claim)
                if wrong.for_all:
                    raise _failing(installation, wrong, done) from wrong
                done.append(_became(claim, wrong.reason))
            else:
                claims.keep_sent(installation, actor, claim, clock())
                done.append(_became(claim))
    return (*done, *to_call(found))


def _claims(
    installation: Installation, actor: Actor, found: list[Post], today: date, clock: Clock
) -> Iterator[Claim]:
    """The digests to send, each taken in hand when its turn comes."""
    pages = party_pages(installation, actor, _parties(found))
    for post in found:
        for waiting in post.waiting:
            claim = claims.claim_again(installation, actor, waiting.id, clock())
            if claim is not None:
                yield claim
        if not post.news:
            continue
        email = post.mailbox.person.email
        message_id = message_id_of(installation.settings.public_url, email, today)
        out = way_out(installation, email, post.mailbox.person.language)
        ways = Ways(settings=installation.settings, pages=pages, out=out)
        compose = partial(_compose, post.mailbox, ways, clock(), today)
        claim = claims.claim_new(installation, actor, (email, message_id), today, clock(), compose)
        if claim is not None:
            yield claim


def _mail(settings: Settings, claim: Claim) -> EmailMessage:
    """The mail of a claim; Undelivered where its address cannot be written down."""
    try:
        return as_mail(settings, claim.email, claim.message_id, claim.content)
    except UNWRITABLE as wrong:
        raise Undelivered(f"{type(wrong).__name__}: {wrong}", for_all=False) from wrong


def _parties(found: list[Post]) -> set[str]:
    """The parties whose own pages are told of."""
    tasks = [task for post in found for task in post.news]
    return {task.party.id for task in tasks if task.party is not None}


def _compose(
    mailbox: Mailbox, ways: Ways, moment: datetime, today: date, told: Mapping[str, date]
) -> dict[str, Any] | None:
    news = mailbox.news(told, today)
    if not news:
        return None
    return content_of(ways, mailbox.person, news, moment, today)


def _became(claim: Claim, reason: str | None = None) -> Reminded:
    return Reminded(
        email=claim.email,
        things=len(claim.content[KEYS]),
        state="sent" if reason is None else "failed",
        message_id=claim.message_id,
        reason=reason,
    )


def _failing(installation: Installation, wrong: Undelivered, done: list[Reminded]) -> Refusal:
    sent = sum(each.state == "sent" for each in done)
    return Refusal(
        "unavailable",
        message(
            "The mail server {host} takes no mail: {reason}.",
            host=installation.settings.smtp_host,
            reason=wrong.reason.rstrip("."),
        ),
        messages_n(
            "One mail was sent before that. What was not sent goes with the next run.",
            "{n} mails were sent before that. What was not sent goes with the next run.",
            n=sent,
        )
        if sent
        else message("Nothing is lost: what was not sent goes with the next run."),
    )

"""Whom there is something to send to: what is new, and what waits from an earlier run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from matcher.partnership.digest import LONGEST, WEEK, message_id_of
from matcher.services.access import Actor, require
from matcher.services.due.gather import gather
from matcher.services.due.people import Task
from matcher.services.installation import Installation
from matcher.services.reminders.mailbox import Mailbox, mailboxes
from matcher.store.queries import digests
from matcher.store.queries.digests import KEYS
from matcher.store.session import Session

State = Literal["sent", "failed", "planned", "no_mail"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reminded:
    """What became of one digest: to whom, how many things it tells, and why it was not taken.

    A failed one is sent at the next run. A planned one would be sent if this were no trial. A
    contact person who wants "no_mail" has none, and so many things that others are told in their
    place: somebody must call them.
    """

    email: str
    things: int
    state: State
    message_id: str | None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """A digest that was written and that no server took yet."""

    id: str
    message_id: str
    keys: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """What one person gets: the digests that wait, then one with what is new."""

    mailbox: Mailbox
    waiting: tuple[Waiting, ...]
    news: tuple[Task, ...]


def plan_reminders(installation: Installation, actor: Actor, today: date) -> tuple[Reminded, ...]:
    """Whom `send_reminders` would tell how much; nothing is sent or written."""
    require(actor, "send_reminders")
    with installation.reading() as session:
        found = posts(installation, session, today)
    planned = []
    for post in found:
        email = post.mailbox.person.email
        planned += [_planned(email, len(each.keys), each.message_id) for each in post.waiting]
        if post.news:
            new_id = message_id_of(installation.settings.public_url, email, today)
            planned.append(_planned(email, len(post.news), new_id))
    return (*planned, *to_call(found))


def to_call(found: Iterable[Post]) -> tuple[Reminded, ...]:
    """The contact persons who want no mails, of the things that others are told in their place."""
    things: dict[str, set[str]] = {}
    for post in found:
        for task in post.news:
            if task.silent is not None:
                things.setdefault(task.silent.email, set()).add(task.due.key)
    return tuple(
        Reminded(email=email, things=len(things[email]), state="no_mail", message_id=None)
        for email in sorted(things)
    )


def posts(installation: Installation, session: Session, today: date) -> list[Post]:
    """Whom there is something to send to.

    What waits is sent as long as any of it is still to be done, and for a week: then its things
    are told anew. Who was told today already hears of what is new tomorrow.
    """
    told = digests.told(session, today - LONGEST, today - WEEK, today)
    heard = digests.emails_of(session, today)
    waiting: dict[str, list[Waiting]] = {}
    for each in digests.waiting(session, today - WEEK, today):
        kept = Waiting(id=each.id, message_id=each.message_id, keys=tuple(each.content[KEYS]))
        waiting.setdefault(each.email, []).append(kept)
    found = []
    for box in mailboxes(gather(installation, session, today)):
        email = box.person.email
        open_ = tuple(each for each in waiting.get(email, ()) if box.keys & set(each.keys))
        news = () if email in heard else box.news(told.get(email, {}), today)
        if open_ or news:
            found.append(Post(mailbox=box, waiting=open_, news=news))
    return found


def _planned(email: str, things: int, message_id: str) -> Reminded:
    return Reminded(email=email, things=things, state="planned", message_id=message_id)

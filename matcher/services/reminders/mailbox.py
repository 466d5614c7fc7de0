"""Whom there is something to tell, by e-mail address: what is to be done, and where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from matcher.partnership.digest import to_tell
from matcher.services.access import Actor
from matcher.services.due.people import Person, Task
from matcher.services.installation import Installation
from matcher.services.one_time_links import address
from matcher.services.personal_links import lines, links_of
from matcher.services.reminders.letter import Closing, LetterLine, write
from matcher.services.reminders.mail import sender
from matcher.settings import Settings
from matcher.store.queries.digests import KEYS
from matcher.wording.message import message, messages_n
from matcher.wording.say import say

DUE = "/due"
"""Where people with an account see all of it."""

MOST = 50
"""A mail names so many things at most: nobody reads more of them."""

ACCOUNT = "/account#reminders"
"""Where people with an account switch reminders off."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mailbox:
    """A person who is told by mail, and all they have to do."""

    person: Person
    tasks: tuple[Task, ...]

    @property
    def keys(self) -> frozenset[str]:
        """Of what they have to do."""
        return frozenset(task.due.key for task in self.tasks)

    def news(self, told: Mapping[str, date], today: date) -> tuple[Task, ...]:
        """What a digest of today tells, by day."""
        by_key = {task.due.key: task for task in self.tasks}
        return tuple(by_key[due.key] for due in to_tell([t.due for t in self.tasks], told, today))


def mailboxes(tasks: Iterable[Task]) -> list[Mailbox]:
    """The people to tell, in the order of their addresses: who can be reached, and wants mails."""
    people: dict[str, Person] = {}
    found: dict[str, list[Task]] = {}
    for task in tasks:
        for person in task.people:
            if person.told and person.email:
                people.setdefault(person.email, person)
                found.setdefault(person.email, []).append(task)
    return [Mailbox(person=people[each], tasks=tuple(found[each])) for each in sorted(found)]


def party_pages(
    installation: Installation, actor: Actor, parties: Collection[str]
) -> dict[str, str]:
    """The path of each party's own page; who has no link yet, or one that ran out, gets one."""
    if not parties:
        return {}
    with installation.writing(actor) as work:
        links = links_of(work, "party", set(parties))
        work.commit()
    return {party: line.path for party, line in lines(installation, links).items()}


@dataclass(frozen=True, kw_only=True, slots=True)
class Ways:
    """Where a mail leads: the paths of the parties' own pages, and of the way out of the mails."""

    settings: Settings
    pages: Mapping[str, str]
    out: str


def content_of(
    ways: Ways, person: Person, tasks: tuple[Task, ...], moment: datetime, today: date
) -> dict[str, Any]:
    """A digest as it is kept until it is sent: all that makes its mail."""
    settings = ways.settings
    lines = [
        LetterLine(
            day=task.due.day,
            about=task.due.about,
            text=task.due.text,
            address=_address(ways, task),
        )
        for task in _shown(person, tasks)
    ]
    closing = [_way_out(ways, person)]
    if len(lines) < len(tasks):
        closing.insert(0, _rest(settings, len(tasks) - len(lines)))
    letter = write(person.name, lines, closing, today, person.language)
    return {
        KEYS: [task.due.key for task in tasks],
        "name": person.name,
        "language": person.language,
        "subject": letter.subject,
        "text": letter.text,
        "html": letter.html,
        "written": moment.isoformat(),
        "ways_out": [address(settings, ways.out), _by_mail(settings, person)],
    }


def _shown(person: Person, tasks: tuple[Task, ...]) -> tuple[Task, ...]:
    """What a mail names; who has an account has a page for the rest."""
    return tasks if person.user is None else tasks[:MOST]


def _rest(settings: Settings, n: int) -> Closing:
    return Closing(
        text=messages_n("One more thing is to be done.", "{n} more things are to be done.", n=n),
        link=(message("All of it"), address(settings, DUE)),
    )


def _address(ways: Ways, task: Task) -> str:
    if task.party is None:
        return address(ways.settings, task.path)
    return address(ways.settings, ways.pages[task.party.id] + task.due.path)


def _way_out(ways: Ways, person: Person) -> Closing:
    if person.user is not None:
        return Closing(
            text=message("You get this mail because you have an account in Samspil."),
            link=(message("Switch the mails off"), address(ways.settings, ACCOUNT)),
        )
    text = message(
        "You get this mail because you are a contact person for a collaboration in Samspil. The "
        "links are yours: whoever has them can write in your name. If somebody else should have "
        "this mail, answer it and say so."
    )
    return Closing(
        text=text, link=(message("No more mails to me"), address(ways.settings, ways.out))
    )


def _by_mail(settings: Settings, person: Person) -> str:
    """The way out for mail programs that can only write."""
    subject = say(message("No more reminders"), person.language)
    return f"mailto:{quote(sender(settings).addr_spec, safe='@')}?subject={quote(subject)}"

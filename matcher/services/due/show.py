"""What is due, as somebody with an account sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from matcher.partnership.digest import When, when
from matcher.partnership.due import DueKind
from matcher.services.access import Actor, may, require
from matcher.services.due.gather import gather
from matcher.services.due.people import Task
from matcher.services.installation import Installation, without_collecting
from matcher.services.personal_links import lines_of
from matcher.store.queries.answering import concerning
from matcher.store.session import Session
from matcher.wording.message import Message


@dataclass(frozen=True, kw_only=True, slots=True)
class DueLine:
    """A thing to do. `path` is where; `whose` names who is to do it, None for oneself."""

    key: str
    kind: DueKind
    day: date
    when: When
    about: str | Message
    text: Message
    path: str
    whose: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class DueList:
    """What is due, by day: before today, within a week, and what is known to come later."""

    overdue: tuple[DueLine, ...] = ()
    week: tuple[DueLine, ...] = ()
    later: tuple[DueLine, ...] = ()

    def __len__(self) -> int:
        return len(self.overdue) + len(self.week) + len(self.later)


def show_due(
    installation: Installation, actor: Actor, today: date, *, everybody: bool = False
) -> DueList:
    """What the signed-in person is to do; for editors also what everybody is to do.

    Refusal (forbidden) for readers who ask for everybody's: it names contact persons.
    """
    require(actor, "show_due")
    if everybody:
        require(actor, "save_partnership")
    with installation.reading() as session:
        return due_list(installation, session, actor, today, everybody=everybody)


def due_list(
    installation: Installation,
    session: Session,
    actor: Actor,
    today: date,
    *,
    everybody: bool = False,
) -> DueList:
    """The same, for a use case that has asked who may."""
    with without_collecting():
        return _due_list(installation, session, actor, today, everybody)


def _due_list(
    installation: Installation, session: Session, actor: Actor, today: date, everybody: bool
) -> DueList:
    concerned = None if everybody else concerning(session, actor.id)
    tasks = gather(installation, session, today, concerned)
    mine = own(tasks, actor.id)
    keys = {task.due.key for task in mine}
    tasks = [t for t in tasks if not t.due.quiet or t.due.key in keys] if everybody else mine
    paths = {} if everybody else _own_pages(installation, session, tasks)
    lines = [_line(task, actor, today, paths) for task in tasks]
    groups: dict[When, list[DueLine]] = {}
    for line in lines:
        groups.setdefault(line.when, []).append(line)
    return DueList(**{name: tuple(found) for name, found in groups.items()})


def may_see_everybodys(actor: Actor) -> bool:
    """Whether somebody may see what others are to do."""
    return may(actor, "save_partnership")


def own(tasks: Iterable[Task], user: str | None) -> list[Task]:
    """The tasks of the person with an account; nobody's for who has none."""
    if user is None:
        return []
    return [task for task in tasks if any(person.user == user for person in task.people)]


def _own_pages(
    installation: Installation, session: Session, tasks: Iterable[Task]
) -> dict[str, str]:
    """The pages of the parties whose contact person somebody is, as far as there are links."""
    ids = {task.party.id for task in tasks if task.party is not None}
    if not ids:
        return {}
    links = lines_of(installation, session, "party", ids)
    return {key: link.path for key, link in links.items() if not link.expired}


def _line(task: Task, actor: Actor, today: date, pages: dict[str, str]) -> DueLine:
    path = task.path
    if task.party is not None and task.party.id in pages:
        path = pages[task.party.id] + task.due.path
    return DueLine(
        key=task.due.key,
        kind=task.due.kind,
        day=task.due.day,
        when=when(task.due.day, today),
        about=task.due.about,
        text=task.due.text,
        path=path,
        whose=_whose(task, actor),
    )


def _whose(task: Task, actor: Actor) -> str | None:
    if any(person.user is not None and person.user == actor.id for person in task.people):
        return None
    names = ", ".join(person.name for person in task.people)
    if task.party is None or task.party.name == names:
        return names
    return f"{task.party.name} ({names})"

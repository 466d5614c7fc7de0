"""A calendar of one's own to subscribe to: all one has to do, on the days on which it is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from matcher.errors import Refusal
from matcher.exchange.ical import CalendarDay, calendar_file
from matcher.partnership.digest import host_of
from matcher.services.access import Actor, require
from matcher.services.due import DueLine, due_list
from matcher.services.installation import Installation
from matcher.services.personal_links import (
    PersonalLinkLine,
    line,
    lines_of,
    link_of,
    opened,
    withdraw,
)
from matcher.store.queries import people
from matcher.wording.message import message
from matcher.wording.say import LANGUAGES, say

DAYS = 5 * 365
"""So long a calendar's link is good: programs ask by it for years, and few say that it ended."""


def calendar_link(installation: Installation, actor: Actor) -> PersonalLinkLine | None:
    """The link to one's own calendar; None where there is none, or it ran out."""
    require(actor, "subscribe_calendar")
    with installation.reading() as session:
        found = lines_of(installation, session, "calendar", {actor.id or ""}).get(actor.id or "")
    return None if found is None or found.expired else found


def make_calendar_link(installation: Installation, actor: Actor) -> PersonalLinkLine:
    """A link to one's own calendar: the one there is, else a new one."""
    require(actor, "subscribe_calendar")
    with installation.writing(actor) as work:
        link = link_of(work, "calendar", actor.id or "", days=DAYS)
        work.commit()
    return line(installation, link)


def withdraw_calendar_link(installation: Installation, actor: Actor) -> None:
    """Let the link show nothing any more: programs that subscribed get nothing new."""
    require(actor, "subscribe_calendar")
    with installation.writing(actor) as work:
        withdraw(work, "calendar", actor.id or "")
        work.commit()


def calendar_of(
    installation: Installation, token: str, today: date, address: Callable[[str], str]
) -> bytes:
    """The calendar that a link opens, as a file; `address` makes whole addresses of paths.

    It is that of the link's owner, in their language. Refusal (link_expired) as for other links,
    and when the owner's account has been deactivated.
    """
    user_id = opened(installation, token, "calendar")
    with installation.reading() as session:
        user = people.by_id(session, user_id)
        if user is None or not user.active:
            raise Refusal(
                "link_expired", message("The account that this calendar was for is not in use.")
            )
        language = user.language or installation.settings.language
        owner = Actor(
            role=user.role,  # type: ignore[arg-type]  # the table allows these roles only
            id=user.id,
            name=user.name,
        )
        require(owner, "show_due")
        found = due_list(installation, session, owner, today)
    return _file(
        [*found.overdue, *found.week, *found.later],
        language if language in LANGUAGES else LANGUAGES[0],
        today,
        address,
    )


def _file(lines: list[DueLine], language: str, today: date, address: Callable[[str], str]) -> bytes:
    days = []
    for each in lines:
        about, text, where = say(each.about, language), say(each.text, language), address(each.path)
        days.append(
            CalendarDay(
                key=each.key,
                day=each.day,
                summary=f"{about}: {text}",
                description=f"{text}\n{where}",
                address=where,
            )
        )
    return calendar_file(
        days,
        name=say(message("To do in Samspil"), language),
        language=language,
        host=host_of(address("/")),
        as_of=today,
    )

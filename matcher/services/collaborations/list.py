"""The collaborations, narrowed to what one looks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.services.access import Actor, require
from matcher.services.collaborations.timing import State, expiring_until, state, warning
from matcher.services.installation import Installation
from matcher.services.paging import pages_of
from matcher.store.queries import collaborations
from matcher.store.queries.collaborations import CollaborationFilter, CollaborationLine, When
from matcher.wording.message import Message

PER_PAGE = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedCollaboration:
    """A line with where it stands on the day asked for; `warning` when something ends soon."""

    line: CollaborationLine
    state: State
    warning: Message | None


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundCollaborations:
    """A page of the collaborations that fit; `total` is how many fit in all."""

    lines: tuple[ListedCollaboration, ...]
    total: int
    page: int
    pages: int


def list_collaborations(
    installation: Installation,
    actor: Actor,
    *,
    as_of: date,
    text: str = "",
    when: When = "",
    agreement: str = "",
    page: int = 1,
    per_page: int = PER_PAGE,
) -> FoundCollaborations:
    """The collaborations that fit, in Danish order; expiring ones by the day they expire."""
    require(actor, "list_collaborations")
    wanted = CollaborationFilter(
        as_of=as_of,
        expiring_until=expiring_until(as_of),
        text=text,
        when=when,
        agreement=agreement,
    )
    with installation.reading() as session:
        total = collaborations.count(session, wanted)
        page, pages = pages_of(total, page, per_page)
        found = collaborations.lines(session, wanted, offset=(page - 1) * per_page, limit=per_page)
    return FoundCollaborations(
        lines=tuple(
            ListedCollaboration(
                line=line,
                state=state(line.start, line.end, as_of),
                warning=warning(line.end, line.funding_end, as_of),
            )
            for line in found
        ),
        total=total,
        page=page,
        pages=pages,
    )

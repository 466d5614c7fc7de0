"""Who is not suggested again."""

from __future__ import annotations

from matcher.services.installation import Installation
from matcher.store.queries.shortlists import declined_for, declined_for_brief
from matcher.store.queries.verdicts import left_out


def turned_down(
    installation: Installation, *, asker: str | None, brief: str | None = None
) -> frozenset[str]:
    """Ids of those who declined on a shortlist for an asker or brief, or whom a verdict leaves out.

    The verdict is the asker's or one on the brief; either may be None, where there is none.
    """
    gone: frozenset[str] = frozenset()
    with installation.reading() as session:
        if asker is not None:
            gone |= declined_for(session, asker) | left_out(session, asker=asker)
        if brief is not None:
            gone |= declined_for_brief(session, brief) | left_out(session, brief=brief)
    return gone

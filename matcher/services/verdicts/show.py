"""Seeing which verdicts there are."""

from __future__ import annotations

from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.store.queries.verdicts import VerdictLine, verdicts_for


def list_verdicts(
    installation: Installation,
    actor: Actor,
    *,
    asker: str | None = None,
    brief: str | None = None,
) -> dict[str, VerdictLine]:
    """The verdicts for an organisation or for a brief (an id) by candidate, the newest first.

    There are none for an organisation or brief that there is not.
    """
    require(actor, "list_verdicts")
    with installation.reading() as session:
        return verdicts_for(session, asker=asker, brief=brief)

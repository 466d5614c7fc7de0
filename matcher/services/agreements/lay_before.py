"""Laying an agreement before the parties: what is written that day becomes a version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.errors import Refusal
from matcher.services.access import Actor, require
from matcher.services.agreements.content import today
from matcher.services.installation import Installation
from matcher.services.parties import carried_on
from matcher.store.queries import agreements
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class LaidBefore:
    """The version that is before the parties now; `new` False where it already was."""

    number: int
    new: bool


def lay_before(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    *,
    version: int | None,
    as_of: date,
) -> LaidBefore:
    """Keep the agreement as it is today as a new version, unless the newest says the same.

    `version` is that of the draft that was read. Refusal: invalid where nothing has been written;
    conflict when somebody has changed the draft since it was read.
    """
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        carried_on(work, collaboration_id, as_of)
        now = today(work.session, collaboration_id, as_of)
        stamp = agreements.stamp(work.session, collaboration_id)
        if stamp is None or not any(now.draft.values()):
            raise Refusal(
                "invalid",
                message("Nothing has been written yet."),
                message("Write at least one section before you lay it before the parties."),
            )
        lines = agreements.of(work.session, collaboration_id)
        if lines and lines[-1].content == now.content:
            work.commit()
            return LaidBefore(number=lines[-1].number, new=False)
        if version is not None and version != stamp.version:
            raise Refusal(
                "conflict",
                message("Somebody has changed the draft since you read it."),
                message("Read it once more before you lay it before the parties."),
            )
        number = lines[-1].number + 1 if lines else 1
        agreements.add_version(work, collaboration_id, number, now.content)
        work.commit()
    return LaidBefore(number=number, new=True)

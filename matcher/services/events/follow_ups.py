"""How it goes with intentions: writing down what was answered, and what an event led to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.exchange.text_cells import plain
from matcher.partnership.follow_up import OUTCOMES, WEEKS, FollowUp, lasted
from matcher.services.access import Actor, require
from matcher.services.events.intentions import LONGEST, intention_there
from matcher.services.events.show import EventPage
from matcher.services.events.show_intentions import Intention
from matcher.services.forms import Errors, refuse_errors
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What was answered so many weeks after the event."""

    weeks: int
    outcome: str
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Overview:
    """What an event led to, in numbers.

    `met` are organisations with at least one meeting, `meetings` all of these. `alive` lasted half
    a year, of the `known` of which that can be said.
    """

    signed_up: int
    met: int
    meetings: int
    intentions: int
    collaborations: int
    alive: int
    known: int


def follow_up(
    installation: Installation,
    actor: Actor,
    intention_id: str,
    answer: Answer,
    *,
    as_of: date,
    version: int | None = None,
) -> None:
    """Write down what was answered; asked again for the same time, the later answer counts.

    Refusal: not_found; invalid, with `fields`: what came to nothing needs a reason; conflict.
    """
    require(actor, "save_event")
    errors: Errors = {}
    note = plain(answer.note)
    if answer.weeks not in WEEKS:
        errors["weeks"] = message("Choose from the list.")
    if answer.outcome not in OUTCOMES:
        errors["outcome"] = message("Choose how it goes.")
    if answer.outcome == "nothing" and not note:
        errors["note"] = message("Write why: it helps those who come after.")
    if len(note) > LONGEST:
        errors["note"] = message("Write at most {limit} characters.", limit=LONGEST)
    refuse_errors(errors)
    with installation.writing(actor) as work:
        before = intention_there(work, intention_id, version)
        said = {
            "weeks": answer.weeks,
            "day": as_of.isoformat(),
            "outcome": answer.outcome,
            "note": note or None,
            "by": actor.name or None,
        }
        after = {**before, "follow_ups": _with(before["follow_ups"], said)}
        documents.write(work, "intention", {intention_id: after}, before={intention_id: before})
        work.commit()


def overview(page: EventPage, intentions: Collection[Intention]) -> Overview:
    """What an event led to."""
    meetings = [each for round_ in page.rounds for each in round_.meetings]
    lasting = [lasted(each.follow_ups) for each in intentions]
    return Overview(
        signed_up=len(page.coming),
        met=len({end for each in meetings for end in (each.a[0], each.b[0])}),
        meetings=len(meetings),
        intentions=len(intentions),
        collaborations=sum(_became(each.follow_ups) for each in intentions),
        alive=sum(each is True for each in lasting),
        known=sum(each is not None for each in lasting),
    )


def _became(done: Collection[FollowUp]) -> bool:
    return any(each.outcome == "collaboration" for each in done)


def _with(there: list[dict[str, Any]], said: dict[str, Any]) -> list[dict[str, Any]]:
    others = [each for each in there if each["weeks"] != said["weeks"]]
    return sorted([*others, said], key=lambda each: int(each["weeks"]))

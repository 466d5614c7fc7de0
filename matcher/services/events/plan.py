"""Planning the rounds of an event, and again from a round on when things turn out differently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from matcher.errors import Refusal
from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray, FloatArray
from matcher.pair import fit, rounds
from matcher.partnership.events import Pair, is_there, met, sat_out, seated
from matcher.recipe import Recipe
from matcher.services.access import Actor, require
from matcher.services.conflicts import refuse_other_version
from matcher.services.events.reasons import reasons
from matcher.services.events.save import document_of
from matcher.services.events.there import Event, event_there
from matcher.services.installation import Installation
from matcher.services.recipes import recipe_named
from matcher.store import documents
from matcher.store.queries import events
from matcher.store.queries.events import SignUpLine
from matcher.store.tables.base import now
from matcher.wording.message import message

Kept = dict[str, Any]
"""A round as the event keeps it: `meetings` with table, a, b, score and why, and who is `idle`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Question:
    """What the engine is asked: rows of participants, in order, for the rounds from one on."""

    landscape: Landscape
    recipe: Recipe
    rows: tuple[int, ...]
    scores: FloatArray
    present: BoolArray


def plan_event(
    installation: Installation,
    actor: Actor,
    event_id: str,
    *,
    from_round: int = 1,
    version: int | None = None,
    as_of: date,
) -> None:
    """Say who meets whom where, and why, in the rounds from `from_round` on.

    Earlier rounds stay as they were held: who met there does not meet again, and who sat out comes
    first. The reasons are those of the day and stay with the plan. Refusal: not_found; invalid
    for a round that there is not and for less than two participants; conflict when somebody
    changed the event meanwhile.
    """
    require(actor, "save_event")
    with installation.reading() as session:
        event = event_there(session, event_id, as_of)
        lines = events.sign_ups(session, event_id)
    held = _held(event, from_round)
    asked = _question(installation, event, lines, held, as_of)
    plan = {
        "made": now().isoformat(),
        "as_of": as_of.isoformat(),
        "recipe": asked.recipe.name,
        "rounds": [*held, *_planned(asked, held)],
    }
    with installation.writing(actor) as work:
        document = document_of(work, event_id)
        there = event_there(work.session, event_id, as_of)
        began = event.version if version is None else version
        refuse_other_version(version=began, now=there.version, document=document)
        documents.write(
            work, "event", {event_id: {**document, "plan": plan}}, before={event_id: document}
        )
        work.commit()


def take_plan_away(
    installation: Installation, actor: Actor, event_id: str, *, version: int | None = None
) -> None:
    """Be without a plan again; the history keeps it. Refusal: not_found; conflict."""
    require(actor, "save_event")
    with installation.writing(actor) as work:
        document = document_of(work, event_id)
        row = events.event(work.session, event_id)
        refuse_other_version(
            version=version, now=None if row is None else row.version, document=document
        )
        documents.write(
            work, "event", {event_id: {**document, "plan": None}}, before={event_id: document}
        )
        work.commit()


def takes_part(line: SignUpLine) -> bool:
    """Whether somebody can be planned: known which organisation it is, and not a hidden one."""
    return line.organisation_id is not None and not line.hidden and not line.withdrawn


def pairs_of(kept: Kept) -> list[Pair]:
    """Who meets in a round."""
    return [(each["a"], each["b"]) for each in kept["meetings"]]


def _held(event: Event, from_round: int) -> list[Kept]:
    """The rounds that stay."""
    there = (event.plan or {}).get("rounds", [])
    if not 1 <= from_round <= min(event.rounds, len(there) + 1):
        raise Refusal("invalid", message("There is no round {number}.", number=from_round))
    held: list[Kept] = there[: from_round - 1]
    return held


def _question(
    installation: Installation,
    event: Event,
    lines: Sequence[SignUpLine],
    held: Sequence[Kept],
    as_of: date,
) -> _Question:
    landscape = installation.landscape(as_of)
    index = landscape.index
    coming = {index[key]: line for line in lines if takes_part(line)
              and (key := line.organisation_id or "") in index}  # fmt: skip
    if len(coming) < 2:
        raise Refusal(
            "invalid",
            message("Nobody can meet yet: at least two organisations must have signed up."),
            message("Sign organisations up, and say which organisation each of them is."),
        )
    rows = tuple(sorted(coming, key=lambda row: int(landscape.order[row])))
    apart = [(index[a], index[b]) for a, b in (*event.never, *met(map(pairs_of, held)))
             if a in index and b in index]  # fmt: skip
    recipe = recipe_named(installation)
    turns = range(len(held) + 1, event.rounds + 1)
    return _Question(
        landscape=landscape,
        recipe=recipe,
        rows=rows,
        scores=fit(landscape, rows, recipe, apart),
        present=np.array(
            [[is_there(t, coming[row].absent, coming[row].missing_from) for t in turns]
             for row in rows], np.bool_,
        ),
    )  # fmt: skip


def _planned(asked: _Question, held: Sequence[Kept]) -> list[Kept]:
    ids = [asked.landscape.ids[row] for row in asked.rows]
    waited = sat_out(each["idle"] for each in held)
    found = rounds(asked.scores, asked.present, np.array([waited[key] for key in ids]))
    pairs = [[(ids[each.a], ids[each.b]) for each in meetings] for meetings in found.rounds]
    before = {who: each["table"] for kept in held for each in kept["meetings"]
              for who in (each["a"], each["b"])}  # fmt: skip
    most = max((len(kept["meetings"]) for kept in held), default=0)
    tables = seated(pairs, before, most)
    told = _told(asked, pairs)
    return [
        {
            "meetings": sorted(
                (
                    {
                        "table": table,
                        "a": a,
                        "b": b,
                        "score": round(meeting.score, 4),
                        "why": {"a": told.get((a, b), []), "b": told.get((b, a), [])},
                    }
                    for (a, b), table, meeting in zip(turn, at, meetings, strict=True)
                ),
                key=lambda each: each["table"],
            ),
            "idle": [ids[place] for place in idle],
        }
        for turn, at, meetings, idle in zip(pairs, tables, found.rounds, found.idle, strict=True)
    ]


def _told(asked: _Question, rounds_: Sequence[Sequence[Pair]]) -> dict[Pair, list[dict[str, str]]]:
    """What each is told of those whom it meets, as the plan keeps it."""
    index = asked.landscape.index
    meets: dict[int, set[int]] = {}
    for a, b in (pair for turn in rounds_ for pair in turn):
        meets.setdefault(index[a], set()).add(index[b])
        meets.setdefault(index[b], set()).add(index[a])
    found = reasons(asked.landscape, meets, asked.recipe)
    return {pair: [{"da": each.da, "en": each.en} for each in told] for pair, told in found.items()}

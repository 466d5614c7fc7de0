"""Accepting a version as a party, and what follows when all have; or saying what hinders it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from matcher.errors import Refusal
from matcher.exchange.text_cells import plain
from matcher.services.access import Actor, require
from matcher.services.agreements.content import today
from matcher.services.agreements.versions import numbered, stands
from matcher.services.forms import refuse_errors
from matcher.services.installation import Installation
from matcher.services.parties import PartyHere
from matcher.store import documents
from matcher.store.queries import agreements
from matcher.store.queries.agreements import VersionLine
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message

LONGEST_NAME = 200
LONGEST_TEXT = 5000


@dataclass(frozen=True, kw_only=True, slots=True)
class Acceptance:
    """What came of accepting: `new` False where the party had already; `all` that now all have."""

    new: bool
    all: bool


def accept(
    installation: Installation, party: PartyHere, number: int, name: str, *, as_of: date
) -> Acceptance:
    """Accept a version in a party's name; once is enough.

    When all who take part have accepted it, the collaboration has a written agreement. Refusal:
    forbidden for a party that left; conflict for a version that is no longer the newest; invalid
    without a name.
    """
    require(party.actor, "answer_as_party", party.party.id)
    party.require_there()
    # The history is read by more people than may see who stands for a party.
    with installation.writing(replace(party.actor, name=party.party.name)) as work:
        lines = agreements.of(work.session, party.collaboration_id)
        line = numbered(lines, number)
        new = party.party.id not in {each.party_id for each in line.acceptances}
        if new:
            _require_newest(line, lines)
            agreements.add_acceptance(work, line.id, party.party.id, _name(name))
            agreements.keep_remark(work, line.id, party.party.id, "")
        everybody = _settle(work, party.collaboration_id, as_of)
        work.commit()
    return Acceptance(new=new, all=everybody)


def remark(installation: Installation, party: PartyHere, number: int, text: str) -> None:
    """Say what would have to be different before this party accepts; an empty text takes it back.

    Refusal: forbidden for a party that left; conflict for a version that is no longer the newest or
    that the party has accepted; invalid for a text that is too long.
    """
    require(party.actor, "answer_as_party", party.party.id)
    party.require_there()
    said = plain(text)
    if len(said) > LONGEST_TEXT:
        limit = message("Write at most {limit} characters.", limit=LONGEST_TEXT)
        refuse_errors({"remark": limit})
    with installation.writing(replace(party.actor, name=party.party.name)) as work:
        lines = agreements.of(work.session, party.collaboration_id)
        line = numbered(lines, number)
        _require_newest(line, lines)
        if party.party.id in {each.party_id for each in line.acceptances}:
            raise Refusal(
                "conflict",
                message("You have accepted this version."),
                message("If it should be changed, tell the person who sent you the link."),
            )
        agreements.keep_remark(work, line.id, party.party.id, said)
        work.commit()


def note_written(
    installation: Installation, actor: Actor, collaboration_id: str, *, as_of: date
) -> None:
    """Note that a collaboration has a written agreement, since all who now take part accepted.

    That is so without a further acceptance when the last who was waited for has left. Refusal
    (conflict) if somebody is still missing.
    """
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        if not _settle(work, collaboration_id, as_of):
            raise Refusal("conflict", message("Not all parties have accepted the newest version."))
        work.commit()


def _require_newest(line: VersionLine, lines: tuple[VersionLine, ...]) -> None:
    if line.number != lines[-1].number:
        raise Refusal(
            "conflict",
            message("There is a newer version than the one you read."),
            message("Read version {number} below.", number=lines[-1].number),
        )


def _settle(work: UnitOfWork, collaboration_id: str, as_of: date) -> bool:
    """Note the written agreement if all who take part accepted the newest version."""
    now = today(work.session, collaboration_id, as_of)
    if stands(now, agreements.of(work.session, collaboration_id)).state != "all":
        return False
    before = documents.read(work.session, "collaboration", [collaboration_id])
    after = {key: {**document, "agreement": "written"} for key, document in before.items()}
    documents.write(work, "collaboration", {**after}, before=before)
    return True


def _name(name: str) -> str:
    written = plain(name)
    if not written:
        refuse_errors({"name": message("Write your name.")})
    if len(written) > LONGEST_NAME:
        refuse_errors({"name": message("Write at most {limit} characters.", limit=LONGEST_NAME)})
    return written

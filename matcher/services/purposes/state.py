"""The purpose of a collaboration as it stands, read from the records."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from matcher.partnership.purpose import Answer, Party, Purpose, Signed, from_json
from matcher.store import documents
from matcher.store.queries import organisations, parties, personal_links, purposes
from matcher.store.queries.parties import PartyLine
from matcher.store.queries.purposes import NOT_WRITTEN, AnswerLine, ConfirmationLine, PurposeLine
from matcher.store.session import Session
from matcher.store.tables.base import new_id, now


def purpose_of(session: Session, collaboration_id: str, as_of: date) -> Purpose:
    """The purpose of one collaboration; those who take part and are no party yet have no link."""
    known = purposes_of(session, as_of, [collaboration_id])
    found = known.get(collaboration_id, Purpose(parties=()))
    newcomers = _newcomers(session, collaboration_id, as_of)
    return replace(found, parties=(*found.parties, *newcomers)) if newcomers else found


def purposes_of(
    session: Session, as_of: date, collaborations: Collection[str] | None = None
) -> dict[str, Purpose]:
    """The purposes of collaborations that are carried on here, all where none is named."""
    lines = parties.lines(session, as_of, collaborations)
    ids = {line.id for each in lines.values() for line in each}
    wanted = None if collaborations is None else ids
    asked = personal_links.asked(session, "party", ids, now())
    answers = purposes.answers(session, wanted)
    confirmed = {
        (each.party_id, each.edition): each for each in purposes.confirmations(session, wanted)
    }
    texts = purposes.lines(session, collaborations)
    return {
        key: _purpose(each, texts.get(key, NOT_WRITTEN), asked, answers, confirmed)
        for key, each in lines.items()
    }


def agreed_in(content: Mapping[str, Any]) -> Answer:
    """The text that the parties agree on, of a record's content."""
    return from_json(content)


def _purpose(
    lines: Collection[PartyLine],
    text: PurposeLine,
    asked: Mapping[str, datetime],
    answers: Mapping[str, AnswerLine],
    confirmed: Mapping[tuple[str, int], ConfirmationLine],
) -> Purpose:
    edition = text.content["edition"]
    return Purpose(
        parties=tuple(
            _party(
                line,
                asked.get(line.id),
                answers.get(line.id),
                confirmed.get((line.id, edition)),
                edition,
            )
            for line in lines
        ),
        agreed=agreed_in(text.content),
        laid_open=text.content["laid_open"],
        edition=edition,
        version=text.version,
        updated=text.updated,
    )


def _party(
    line: PartyLine,
    asked: datetime | None,
    answer: AnswerLine | None,
    confirmed: ConfirmationLine | None,
    edition: int,
) -> Party:
    said = answer.content if answer else {}
    return Party(
        id=line.id,
        name=line.name,
        left=line.left,
        linked=asked is not None,
        asked=asked,
        answer=from_json(said) if said else None,
        sent=_signed(answer.name, answer.answered) if answer else None,
        confirmed=_signed(confirmed.name, confirmed.confirmed) if confirmed else None,
        remark=remark_on(said, edition),
    )


def remark_on(content: Mapping[str, Any], edition: int) -> str | None:
    """What a party would have different in this edition of the text, of what is kept of it."""
    remark = content.get("remark")
    return remark["text"] if remark and remark["edition"] == edition else None


def _signed(name: str, at: datetime | None) -> Signed | None:
    return None if at is None else Signed(name=name, at=at)


def _newcomers(session: Session, collaboration_id: str, as_of: date) -> tuple[Party, ...]:
    """Who takes part and is no party yet, as the parties that they will be."""
    missing = parties.without_party(session, collaboration_id)
    if not missing:
        return ()
    document = documents.read(session, "collaboration", [collaboration_id])[collaboration_id]
    until = {each["organisation"]: each["until"] for each in document["participants"]}
    names = organisations.names(session, set(missing))
    there = [key for key in missing if until[key] is None or until[key] >= as_of.isoformat()]
    return tuple(
        Party(id=new_id(collaboration_id, key), name=names[key], linked=False)
        for key in sorted(there, key=lambda key: (names[key], key))
    )

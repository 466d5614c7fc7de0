"""Purposes: the text that the parties agree on, what each answered, who confirmed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.store.documents.common import rows_of
from matcher.store.documents.purposes import EMPTY
from matcher.store.tables import Party, Purpose, PurposeAnswer, PurposeConfirmation


@dataclass(frozen=True, kw_only=True, slots=True)
class PurposeLine:
    """The text of a collaboration's purpose; `version` 0 and edition 0 before it is written.

    `content` is as in `matcher.store.documents.purposes`; `updated` is when it last changed.
    """

    version: int
    updated: datetime | None
    content: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerLine:
    """What a party answered; `answered` None while it is a draft for its own eyes."""

    party_id: str
    answered: datetime | None
    name: str
    content: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmationLine:
    """That a party confirmed an edition of the text: in whose name, and when."""

    party_id: str
    edition: int
    confirmed: datetime
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreedPurpose:
    """The text by question, and the organisations that confirmed just this text."""

    texts: Mapping[str, str]
    heard: str | None
    heard_how: str | None
    confirmed_by: tuple[str, ...]


NOT_WRITTEN = PurposeLine(version=0, updated=None, content=EMPTY)


def confirmed_purpose(session: Session, collaboration_id: str) -> AgreedPurpose | None:
    """What an agreement takes over, confirmed or not; None where no text has been written."""
    purpose = lines(session, [collaboration_id]).get(collaboration_id, NOT_WRITTEN)
    if not purpose.content["texts"]:
        return None
    confirmed_by = session.scalars(
        select(Party.organisation_id)
        .join(PurposeConfirmation, PurposeConfirmation.party_id == Party.id)
        .where(
            Party.collaboration_id == collaboration_id,
            PurposeConfirmation.edition == purpose.content["edition"],
        )
        .order_by(Party.organisation_id)
    )
    return AgreedPurpose(
        texts=purpose.content["texts"],
        heard=purpose.content["heard"],
        heard_how=purpose.content["heard_how"],
        confirmed_by=tuple(confirmed_by),
    )


def lines(
    session: Session, collaborations: Collection[str] | None = None
) -> dict[str, PurposeLine]:
    """The texts that have been begun, by collaboration; all where none is named."""
    statement = select(Purpose.id, Purpose.version, Purpose.updated, Purpose.content)
    return {
        key: PurposeLine(version=version, updated=updated, content={**EMPTY, **content})
        for key, version, updated, content in rows_of(
            session, statement, Purpose.id, collaborations
        )
    }


def answers(session: Session, parties: Collection[str] | None = None) -> dict[str, AnswerLine]:
    """What parties answered or began to, by party; of all where none is named."""
    rows = rows_of(session, select(PurposeAnswer), PurposeAnswer.party_id, parties)
    return {
        row[0].party_id: AnswerLine(
            party_id=row[0].party_id,
            answered=row[0].answered,
            name=row[0].name,
            content=row[0].content,
        )
        for row in rows
    }


def confirmations(
    session: Session, parties: Collection[str] | None = None
) -> tuple[ConfirmationLine, ...]:
    """The confirmations of these parties, of all editions, in the order they came."""
    statement = select(PurposeConfirmation).order_by(PurposeConfirmation.confirmed)
    rows = rows_of(session, statement, PurposeConfirmation.party_id, parties)
    return tuple(
        ConfirmationLine(
            party_id=row[0].party_id,
            edition=row[0].edition,
            confirmed=row[0].confirmed,
            name=row[0].name,
        )
        for row in rows
    )


def keep_answer(session: Session, answer: AnswerLine) -> None:
    """Keep what a party wrote instead of what it wrote before."""
    row = session.get(PurposeAnswer, answer.party_id) or PurposeAnswer(party_id=answer.party_id)
    row.name, row.content, row.answered = answer.name, dict(answer.content), answer.answered
    session.add(row)
    session.flush()


def keep_confirmation(session: Session, party_id: str, edition: int, name: str) -> bool:
    """Keep that a party confirmed an edition; False if it had done so: the first one stands."""
    if session.get(PurposeConfirmation, (party_id, edition)) is not None:
        return False
    session.add(PurposeConfirmation(party_id=party_id, edition=edition, name=name))
    session.flush()
    return True

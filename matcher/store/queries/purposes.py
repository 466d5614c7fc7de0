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
    return confirmed_purposes(session, [collaboration_id]).get(collaboration_id)


def confirmed_purposes(
    session: Session, collaborations: Collection[str]
) -> dict[str, AgreedPurpose]:
    """The same of these collaborations; those for which no text has been written are left out."""
    written = {
        key: line.content
        for key, line in lines(session, collaborations).items()
        if line.content["texts"]
    }
    statement = (
        select(Party.collaboration_id, Party.organisation_id, PurposeConfirmation.edition)
        .join(PurposeConfirmation, PurposeConfirmation.party_id == Party.id)
        .order_by(Party.organisation_id)
    )
    confirmed: dict[str, list[str]] = {}
    for key, organisation, edition in rows_of(session, statement, Party.collaboration_id, written):
        if edition == written[key]["edition"]:
            confirmed.setdefault(key, []).append(organisation)
    return {
        key: AgreedPurpose(
            texts=content["texts"],
            heard=content["heard"],
            heard_how=content["heard_how"],
            confirmed_by=tuple(confirmed.get(key, ())),
        )
        for key, content in written.items()
    }


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
    said = PurposeAnswer
    statement = select(said.party_id, said.answered, said.name, said.content)
    return {
        key: AnswerLine(party_id=key, answered=answered, name=name, content=content)
        for key, answered, name, content in rows_of(session, statement, said.party_id, parties)
    }


def confirmations(
    session: Session, parties: Collection[str] | None = None
) -> tuple[ConfirmationLine, ...]:
    """The confirmations of these parties, of all editions, in the order they came."""
    said = PurposeConfirmation
    statement = select(said.party_id, said.edition, said.confirmed, said.name)
    return tuple(
        ConfirmationLine(party_id=key, edition=edition, confirmed=confirmed, name=name)
        for key, edition, confirmed, name in rows_of(
            session, statement.order_by(said.confirmed), said.party_id, parties
        )
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

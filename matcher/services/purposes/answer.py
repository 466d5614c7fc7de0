"""What a party does by its link: answer, confirm the text, say what should be different in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from matcher.errors import Refusal
from matcher.partnership import purpose as rules
from matcher.partnership.purpose import LONGEST_TEXT, Answer, Party, Purpose
from matcher.partnership.purpose_texts import purpose_texts
from matcher.services.access import require
from matcher.services.forms import Errors, Form, refuse_errors
from matcher.services.installation import Installation
from matcher.services.parties import PartyHere
from matcher.services.purposes.form import read_form, read_name
from matcher.services.purposes.state import purpose_of
from matcher.store.queries import purposes
from matcher.store.queries.purposes import AnswerLine
from matcher.store.tables.base import now
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class Sent:
    """What became of what a party sent.

    `draft`: it is kept for its own eyes; `left_open`: so many questions it did not answer; `all`:
    the others have done the same.
    """

    draft: bool = False
    left_open: int = 0
    all: bool = False


def save_answer(
    installation: Installation,
    party: PartyHere,
    form: Form,
    *,
    mark: str | None,
    send: bool,
    as_of: date,
) -> Sent:
    """Keep an answer as a draft, or send it; one that was sent stays so and is changed.

    `mark` is that of the answer which the form was filled from. Refusal: forbidden for a party that
    has left; invalid with `fields`; conflict when all have confirmed the text meanwhile, or when
    somebody else has written in the party's name: its details have their `answer` and its `mark`.
    """
    require(party.actor, "answer_as_party", party.party.id)
    party.require_there()
    with installation.writing(party.actor) as work:
        purpose, own = _here(work, party, as_of)
        _refuse_late(purpose, own)
        answer, errors = read_form(form)
        sends = send or own.sent is not None
        name = read_name(form, errors if sends else {})
        if sends and answer.empty:
            first = purpose_texts().questions[0].id
            errors[first] = message("Answer at least one of the questions.")
        refuse_errors(errors)
        _refuse_other(own, answer, mark)
        kept = purposes.answers(work.session, [own.id]).get(own.id)
        said = {**(kept.content if kept else {}), **rules.to_json(answer)}
        moment = now() if sends else None
        line = AnswerLine(party_id=own.id, answered=moment, name=name, content=said)
        purposes.keep_answer(work.session, line)
        after, _ = _here(work, party, as_of)
        work.commit()
    return Sent(
        draft=not sends,
        left_open=len(purpose_texts().questions) - len(answer.texts),
        all=not rules.awaited(after) and not rules.without_link(after),
    )


def confirm(
    installation: Installation, party: PartyHere, edition: int, form: Form, *, as_of: date
) -> Sent:
    """Confirm the edition of the text that was read; twice is once.

    Refusal: forbidden for a party that has left; invalid with `fields` without a name; conflict
    when there is another text now.
    """
    require(party.actor, "answer_as_party", party.party.id)
    party.require_there()
    with installation.writing(party.actor) as work:
        purpose, own = _here(work, party, as_of)
        if edition != purpose.edition or not rules.is_complete(purpose.agreed):
            raise Refusal(
                "conflict",
                message("The text has been changed while you were reading."),
                message("This is how it reads now. Confirm it if you agree."),
            )
        if own.confirmed is None:
            errors: Errors = {}
            name = read_name(form, errors)
            refuse_errors(errors)
            purposes.keep_confirmation(work.session, own.id, edition, name)
            _keep_remark(work, own, None)
        after, _ = _here(work, party, as_of)
        work.commit()
    return Sent(all=rules.stage(after) == "confirmed")


def remark(
    installation: Installation, party: PartyHere, edition: int, form: Form, *, as_of: date
) -> None:
    """Say what should be different in the text; an empty remark takes it back.

    Refusal: forbidden for a party that has left; invalid with `fields`.
    """
    require(party.actor, "answer_as_party", party.party.id)
    party.require_there()
    text = form.text("remark")
    if len(text) > LONGEST_TEXT:
        limit = message("Write at most {limit} characters.", limit=LONGEST_TEXT)
        refuse_errors({"remark": limit})
    with installation.writing(party.actor) as work:
        purpose, own = _here(work, party, as_of)
        # What was said of an earlier text is about this one, too, until somebody says otherwise.
        said = {"edition": max(edition, purpose.edition), "text": text} if text else None
        _keep_remark(work, own, said)
        work.commit()


def _here(work: UnitOfWork, party: PartyHere, as_of: date) -> tuple[Purpose, Party]:
    purpose = purpose_of(work.session, party.collaboration_id, as_of)
    return purpose, purpose.party(party.party.id)


def _refuse_late(purpose: Purpose, own: Party) -> None:
    if not rules.may_change_answer(purpose, own):
        raise Refusal(
            "conflict",
            message("All parties have confirmed the purpose, so answers stay as they are."),
            message("If it should be changed, tell the person who sent you the link."),
        )


def _refuse_other(own: Party, answer: Answer, mark: str | None) -> None:
    there = rules.mark_of(own.answer)
    if mark is None or mark == there or rules.mark_of(answer) == there:
        return
    raise Refusal(
        "conflict",
        message("Somebody else has written in your name while you were writing."),
        message("Both answers are below. Send yours again to replace theirs."),
        answer=own.answer or Answer(),
        mark=there,
    )


def _keep_remark(work: UnitOfWork, own: Party, said: dict[str, Any] | None) -> None:
    kept = purposes.answers(work.session, [own.id]).get(own.id)
    if kept is None:
        if said is None:
            return
        empty = rules.to_json(Answer())
        kept = AnswerLine(party_id=own.id, answered=None, name="", content=empty)
    purposes.keep_answer(work.session, replace(kept, content={**kept.content, "remark": said}))

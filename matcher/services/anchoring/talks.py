"""Holding a talk: what was said, and what was decided."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.errors import Refusal
from matcher.partnership.anchoring import STOCK, stops
from matcher.partnership.anchoring_texts import Domain, TalkKind, anchoring_texts
from matcher.services import forms
from matcher.services.access import Actor, require
from matcher.services.anchoring.records import course_of, held_talks
from matcher.services.anchoring.talk_form import about_value, form_of, read_form, says_the_same
from matcher.services.anchoring.writing import begun, line_of
from matcher.services.conflicts import refuse_conflict
from matcher.services.forms import Form, Saved
from matcher.services.history.removal import remove
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.store.documents.anchoring import EMPTY_TALK
from matcher.store.queries import anchoring, parties
from matcher.store.session import Session
from matcher.store.tables.base import new_id
from matcher.wording.message import message

_KEY = re.compile(r"[A-Za-z0-9]{10}")


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkChoice:
    """A talk that the form can be about; `day` is when it falls due, None for another talk."""

    value: str
    kind: TalkKind
    end: date | None
    day: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkForm:
    """The form of a talk with its agenda. `key` is the talk's id, given before it is there.

    So a form that is sent twice makes one talk. `owners` are names to choose owners from.
    """

    title: str
    key: str
    version: int
    form: Form
    choices: tuple[TalkChoice, ...]
    domains: tuple[Domain, ...]
    owners: tuple[str, ...]


def hold_talk(
    installation: Installation, actor: Actor, collaboration_id: str, *, about: str = "", as_of: date
) -> TalkForm:
    """The form of a new talk: held today, about the one that is asked for unless another is."""
    require(actor, "save_partnership")
    with installation.reading() as session:
        line = line_of(session, collaboration_id)
        choices = _choices(session, collaboration_id, as_of)
        asked = next((each.value for each in choices if each.value == about), choices[0].value)
        blank = form_of({**EMPTY_TALK, "held": as_of.isoformat()})
        return TalkForm(
            title=line.title,
            key=new_id(),
            version=0,
            form=Form(values={**blank.values, "about": asked}, rows=blank.rows),
            choices=choices,
            domains=anchoring_texts().domains,
            owners=_owners(session, collaboration_id, as_of),
        )


def edit_talk(
    installation: Installation, actor: Actor, collaboration_id: str, talk_id: str, *, as_of: date
) -> TalkForm:
    """The form of a talk that was held; Refusal (not_found) if there is none."""
    require(actor, "save_partnership")
    with installation.reading() as session:
        line = line_of(session, collaboration_id)
        talk = talk_of(session, collaboration_id, talk_id)
        form = form_of(talk)
        choices = _choices(session, collaboration_id, as_of)
        about = form.values["about"]
        if all(each.value != about for each in choices):
            end = date.fromisoformat(talk["end"]) if talk["end"] else None
            choices = (_choice(talk["kind"], end, None), *choices)
        return TalkForm(
            title=line.title,
            key=talk_id,
            version=anchoring.talk_version(session, talk_id),
            form=form,
            choices=choices,
            domains=anchoring_texts().domains,
            owners=_owners(session, collaboration_id, as_of),
        )


def save_talk(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    talk_id: str,
    form: Form,
    *,
    version: int | None = None,
    as_of: date,
) -> Saved:
    """Write a talk, a new one under an id that its form was given.

    Sent twice it is there once. Refusal: invalid with what is wrong by field; conflict.
    """
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        line_of(work.session, collaboration_id)
        found = documents.read(work.session, "talk", [talk_id])
        before = found.get(talk_id) or {**EMPTY_TALK, "collaboration_id": collaboration_id}
        if before["collaboration_id"] != collaboration_id or not _KEY.fullmatch(talk_id):
            raise _no_talk()
        everybody = begun(work, collaboration_id, as_of)
        document, errors = read_form(form, before, everybody, as_of)
        if found and not errors and not version and says_the_same(document, before):
            return Saved(id=talk_id, created=False, changed=False)
        if found:
            refuse_conflict(
                work,
                "talk",
                talk_id,
                version=version,
                now=anchoring.talk_version(work.session, talk_id),
                typed=form,
                form_at=form_of,
                current=before,
                actor=actor,
            )
        elif version:
            raise _no_talk()
        forms.refuse_errors(errors)
        done = documents.write(work, "talk", {talk_id: document}, before=found)
        work.commit()
    return Saved(id=talk_id, created=bool(done["created"]), changed=not done["unchanged"])


def delete_talk(
    installation: Installation, actor: Actor, collaboration_id: str, talk_id: str
) -> None:
    """Delete a talk that was written by mistake; its history can bring it back."""
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        remove(work, "talk", talk_id, talk_of(work.session, collaboration_id, talk_id))
        work.commit()


def _choices(session: Session, collaboration_id: str, as_of: date) -> tuple[TalkChoice, ...]:
    """What a talk can be about: the one that is asked for, an own talk, then all the others."""
    line = line_of(session, collaboration_id)
    plan = documents.read(session, "anchoring_plan", [collaboration_id]).get(collaboration_id)
    talks = anchoring.talks(session, [collaboration_id]).get(collaboration_id, {})
    found = stops(course_of(line, plan, talks), held_talks(talks), as_of)
    dated = [each for each in found if each.kind != "other"]
    turn = {"due": 0, "coming": 1, "passed": 2, "held": 3}
    dated.sort(key=lambda each: turn[each.state])
    due = [_choice(each.kind, each.end, each.day) for each in dated if each.state == "due"]
    rest = [_choice(each.kind, each.end, each.day) for each in dated if each.state != "due"]
    own = (_choice(kind, None, None) for kind in ("other", STOCK))
    return (*due, *own, *rest)


def _choice(kind: str, end: date | None, day: date | None) -> TalkChoice:
    return TalkChoice(
        value=about_value(kind, end), kind=anchoring_texts().talk(kind), end=end, day=day
    )


def _owners(session: Session, collaboration_id: str, as_of: date) -> tuple[str, ...]:
    return tuple(
        each.name for each in parties.of(session, collaboration_id, as_of) if not each.left
    )


def talk_of(session: Session, collaboration_id: str, talk_id: str) -> dict[str, Any]:
    """The document of a talk of this collaboration; Refusal (not_found) if there is none."""
    talk = documents.read(session, "talk", [talk_id]).get(talk_id)
    if talk is None or talk["collaboration_id"] != collaboration_id:
        raise _no_talk()
    return talk


def _no_talk() -> Refusal:
    return Refusal(
        "not_found",
        message("There is no such talk."),
        message("It may have been deleted. Its history can bring it back."),
    )

"""`/events/<id>/intentions`: what two mean to do together, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import events as service
from matcher.services.events import Answer, Said
from matcher.wording.labels import FOLLOW_UPS
from webui import here
from webui.errors import field_errors, status_of

blueprint = Blueprint("intentions", __name__, url_prefix="/events/<event_id>/intentions")


@blueprint.get("")
def index(event_id: str) -> str:
    """What was noted, what is to be asked, and what the event led to in numbers."""
    event, found = service.list_intentions(
        here.installation(), here.actor(), event_id, as_of=here.today()
    )
    page = service.show_event(here.installation(), here.actor(), event_id, as_of=here.today())
    return render_template(
        "events/intentions.html",
        event=event,
        intentions=found,
        numbers=service.overview(page, found),
        outcomes=FOLLOW_UPS,
        today=here.today(),
    )


@blueprint.get("/<intention_id>")
def show(event_id: str, intention_id: str) -> str:
    """One intention: its words, whom to ask, what was answered."""
    return _page(event_id, intention_id)


@blueprint.post("/<intention_id>")
def update(event_id: str, intention_id: str) -> ResponseReturnValue:
    """Change its words."""
    said = Said(text=request.form.get("text", ""), signed_by=request.form.get("signed_by", ""))
    try:
        service.change_intention(
            here.installation(), here.actor(), intention_id, said, version=_version()
        )
    except Refusal as refusal:
        return _faulty(event_id, intention_id, refusal, said=said)
    flash(_("Your changes are saved."), "success")
    return _to(event_id, intention_id)


@blueprint.post("/<intention_id>/follow-up")
def follow_up(event_id: str, intention_id: str) -> ResponseReturnValue:
    """Write down how it goes."""
    answer = Answer(
        weeks=request.form.get("weeks", 0, type=int),
        outcome=request.form.get("outcome", ""),
        note=request.form.get("note", ""),
    )
    try:
        service.follow_up(
            here.installation(),
            here.actor(),
            intention_id,
            answer,
            as_of=here.today(),
            version=_version(),
        )
    except Refusal as refusal:
        return _faulty(event_id, intention_id, refusal, answer=answer)
    flash(_("The answer is kept."), "success")
    if answer.outcome == "collaboration":
        return _to(event_id, intention_id)
    return redirect(url_for("intentions.index", event_id=event_id), 303)


@blueprint.post("/<intention_id>/delete")
def delete(event_id: str, intention_id: str) -> ResponseReturnValue:
    """Delete it; the history can bring it back."""
    service.delete_intention(here.installation(), here.actor(), intention_id)
    flash(_("The intention has been deleted. The history can bring it back."), "success")
    return redirect(url_for("intentions.index", event_id=event_id), 303)


def _page(
    event_id: str,
    intention_id: str,
    errors: Mapping[str, str] | None = None,
    said: Said | None = None,
    answer: Answer | None = None,
    conflict: Refusal | None = None,
) -> str:
    event, found = service.show_intention(
        here.installation(), here.actor(), event_id, intention_id, as_of=here.today()
    )
    return render_template(
        "events/intention.html",
        event=event,
        intention=found,
        outcomes=FOLLOW_UPS,
        errors=errors or {},
        said=said or Said(text=found.text, signed_by=found.signed_by or ""),
        answer=answer,
        conflict=conflict,
        today=here.today(),
    )


def _faulty(
    event_id: str,
    intention_id: str,
    refusal: Refusal,
    *,
    said: Said | None = None,
    answer: Answer | None = None,
) -> ResponseReturnValue:
    """The page with what was typed; refusals that say nothing of it are raised again."""
    if refusal.code == "conflict":
        page = _page(event_id, intention_id, None, said, answer, refusal)
    elif "fields" in refusal.details:
        page = _page(event_id, intention_id, field_errors(refusal), said, answer)
    else:
        raise refusal
    return page, status_of(refusal)


def _version() -> int | None:
    return request.form.get("version", type=int)


def _to(event_id: str, intention_id: str) -> ResponseReturnValue:
    address = url_for("intentions.show", event_id=event_id, intention_id=intention_id)
    return redirect(address, 303)

"""`/collaborations/<id>/anchoring/talks`: talks held, what was said, what was decided."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.services import anchoring as service
from matcher.services.anchoring import TalkForm
from matcher.services.anchoring.talk_form import DECISION
from matcher.services.forms import Form, Saved
from webui import here
from webui.anchoring_words import WORDS
from webui.record_forms import Filled, Shape, submitted, with_empty_rows

blueprint = Blueprint(
    "talks", __name__, url_prefix="/collaborations/<collaboration_id>/anchoring/talks"
)

TALK = Shape(fields=service.talk_fields(), choices=(), rows={"decisions": DECISION})


@blueprint.get("/new")
def hold(collaboration_id: str) -> str:
    """The form of a talk that is being held; `about` in the address says which."""
    return _new_talk(collaboration_id, None)


@blueprint.post("/new")
def write(collaboration_id: str) -> ResponseReturnValue:
    """Write a talk that was held, under the id that its form was given."""
    key = request.form.get("key", "")
    return _sent_talk(collaboration_id, key, lambda filled: _new_talk(collaboration_id, filled))


@blueprint.get("/<talk_id>")
def edit(collaboration_id: str, talk_id: str) -> str:
    """The form of a talk that was held."""
    return _talk(collaboration_id, talk_id, None)


@blueprint.post("/<talk_id>")
def update(collaboration_id: str, talk_id: str) -> ResponseReturnValue:
    """Change what is written of a talk."""
    return _sent_talk(
        collaboration_id, talk_id, lambda filled: _talk(collaboration_id, talk_id, filled)
    )


@blueprint.post("/<talk_id>/delete")
def delete(collaboration_id: str, talk_id: str) -> ResponseReturnValue:
    """Delete a talk that was written by mistake."""
    service.delete_talk(here.installation(), here.actor(), collaboration_id, talk_id)
    flash(_("The talk has been deleted. It can be brought back here."), "success")
    return redirect(url_for("history.record", record="talk", record_id=talk_id), 303)


@blueprint.post("/<talk_id>/decisions/<decision_id>")
def mark(collaboration_id: str, talk_id: str, decision_id: str) -> ResponseReturnValue:
    """Say that a decision has been carried out, or take that back."""
    done = bool(request.form.get("done"))
    what = service.mark_decision(
        here.installation(),
        here.actor(),
        collaboration_id,
        talk_id,
        decision_id,
        done=done,
        as_of=here.today(),
    )
    told = _("Done: %(what)s", what=what) if done else _("To be done again: %(what)s", what=what)
    flash(told, "success")
    return redirect(_home(collaboration_id), 303)


def _new_talk(collaboration_id: str, filled: Filled | None) -> str:
    page = service.hold_talk(
        here.installation(),
        here.actor(),
        collaboration_id,
        about=request.args.get("about", ""),
        as_of=here.today(),
    )
    key = request.form.get("key") or page.key
    return _talk_form(collaboration_id, page, key, filled, new=True)


def _talk(collaboration_id: str, talk_id: str, filled: Filled | None) -> str:
    page = service.edit_talk(
        here.installation(), here.actor(), collaboration_id, talk_id, as_of=here.today()
    )
    return _talk_form(collaboration_id, page, talk_id, filled, new=False)


def _talk_form(
    collaboration_id: str, page: TalkForm, key: str, filled: Filled | None, *, new: bool
) -> str:
    if filled is None:
        filled = Filled(form=with_empty_rows(page.form, TALK), version=page.version)
    return render_template(
        "anchoring/talk.html",
        collaboration_id=collaboration_id,
        page=page,
        key=key,
        filled=filled,
        new=new,
        **WORDS,
    )


def _sent_talk(
    collaboration_id: str, key: str, render: Callable[[Filled], str]
) -> ResponseReturnValue:
    def save(form: Form, version: int) -> Saved:
        return service.save_talk(
            here.installation(),
            here.actor(),
            collaboration_id,
            key,
            form,
            version=version,
            as_of=here.today(),
        )

    def done(saved: Saved) -> tuple[str, str]:
        text = _("The talk has been written down.") if saved.created else _changed(saved)
        return text, f"{_home(collaboration_id)}#talk-{saved.id}"

    return submitted(TALK, render=render, save=save, done=done)


def _changed(saved: Saved) -> str:
    return _("Your changes are saved.") if saved.changed else _("Nothing was changed.")


def _home(collaboration_id: str) -> str:
    return url_for("anchoring.show", collaboration_id=collaboration_id)

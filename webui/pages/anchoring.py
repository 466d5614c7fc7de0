"""`/collaborations/<id>/anchoring`: how it goes on when the money ends, and what falls with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO

from flask import Blueprint, abort, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.services import anchoring as service
from matcher.services.anchoring import TalkForm
from matcher.services.anchoring.grants import FIELDS as GRANT_FIELDS
from matcher.services.anchoring.grants import ROW as GRANT
from matcher.services.anchoring.talk_form import DECISION
from matcher.services.forms import Form, Saved
from webui import here
from webui.anchoring_words import WORDS
from webui.record_forms import Filled, Shape, submitted, with_empty_rows

blueprint = Blueprint("anchoring", __name__)

GRANTS = Shape(fields=GRANT_FIELDS, choices=(), rows={"grants": GRANT})
PLAN = Shape(fields=service.plan_fields(), choices=(), rows={})
TALK = Shape(fields=service.talk_fields(), choices=(), rows={"decisions": DECISION})

_BELOW = "/collaborations/<collaboration_id>/anchoring"
_TALK = f"{_BELOW}/talks/<talk_id>"
_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@blueprint.get("/anchoring")
def index() -> str:
    """The grants that end within a year, and what hangs on each."""
    found = service.ending_grants(here.installation(), here.actor(), as_of=here.today())
    return render_template("anchoring/index.html", found=found, means=service.MEANS, **WORDS)


@blueprint.get("/anchoring/grants.<any(xlsx, csv):ending>")
def download(ending: str) -> ResponseReturnValue:
    """The same as a file."""
    data = service.export_ending_grants(
        here.installation(),
        here.actor(),
        ending,
        language=here.language(),
        as_of=here.today(),
    )
    return send_file(
        BytesIO(data),
        mimetype=_TYPES[ending],
        as_attachment=True,
        download_name=f"{_('grants')}-{here.today().isoformat()}.{ending}",
    )


@blueprint.get(_BELOW)
def show(collaboration_id: str) -> str:
    """Money, plan, talks, decisions and risks of a collaboration."""
    page = service.show_anchoring(
        here.installation(), here.actor(), collaboration_id, as_of=here.today()
    )
    return render_template(
        "anchoring/show.html",
        page=page,
        today=here.today(),
        parties_url=url_for("parties.show", collaboration_id=collaboration_id),
        **WORDS,
    )


@blueprint.get(f"{_BELOW}/falls")
def falls(collaboration_id: str) -> str:
    """What falls when a grant ends: the next one, or the one that ends on the day asked for."""
    found = service.show_falls(
        here.installation(), here.actor(), collaboration_id, end=_end(), as_of=here.today()
    )
    if found is None:
        page = service.show_anchoring(
            here.installation(), here.actor(), collaboration_id, as_of=here.today()
        )
        return render_template("anchoring/no_end.html", page=page)
    only = ",".join(found.shown) or None
    return render_template(
        "anchoring/falls.html",
        found=found,
        today=here.today(),
        map_url=url_for(
            "maps.show", only=only, falls=collaboration_id, falls_end=found.end.isoformat()
        ),
        **WORDS,
    )


@blueprint.get(f"{_BELOW}/grants")
def grants(collaboration_id: str) -> str:
    """The form of its grants."""
    return _grants_form(collaboration_id, None)


@blueprint.post(f"{_BELOW}/grants")
def save_grants(collaboration_id: str) -> ResponseReturnValue:
    """Change its grants; its own stands in its record."""

    def save(form: Form, version: int) -> Saved:
        return service.save_grants(
            here.installation(),
            here.actor(),
            collaboration_id,
            form,
            version=version,
            as_of=here.today(),
        )

    return submitted(
        GRANTS,
        render=lambda filled: _grants_form(collaboration_id, filled),
        save=save,
        done=lambda saved: (_changed(saved), _home(collaboration_id)),
    )


@blueprint.get(f"{_BELOW}/plan")
def plan(collaboration_id: str) -> str:
    """The form of its plan."""
    return _plan_form(collaboration_id, None)


@blueprint.post(f"{_BELOW}/plan")
def save_plan(collaboration_id: str) -> ResponseReturnValue:
    """Change its plan."""

    def save(form: Form, version: int) -> Saved:
        return service.save_plan(
            here.installation(),
            here.actor(),
            collaboration_id,
            form,
            version=version,
            as_of=here.today(),
        )

    return submitted(
        PLAN,
        render=lambda filled: _plan_form(collaboration_id, filled),
        save=save,
        done=lambda saved: (_changed(saved), _home(collaboration_id)),
    )


@blueprint.get(f"{_BELOW}/talks/new")
def hold(collaboration_id: str) -> str:
    """The form of a talk that is being held; `about` in the address says which."""
    return _new_talk(collaboration_id, None)


@blueprint.post(f"{_BELOW}/talks/new")
def save_new(collaboration_id: str) -> ResponseReturnValue:
    """Write a talk that was held, under the id that its form was given."""
    key = request.form.get("key", "")
    return _sent_talk(collaboration_id, key, lambda filled: _new_talk(collaboration_id, filled))


@blueprint.get(_TALK)
def talk(collaboration_id: str, talk_id: str) -> str:
    """The form of a talk that was held."""
    return _talk(collaboration_id, talk_id, None)


@blueprint.post(_TALK)
def save_talk(collaboration_id: str, talk_id: str) -> ResponseReturnValue:
    """Change what is written of a talk."""
    return _sent_talk(
        collaboration_id, talk_id, lambda filled: _talk(collaboration_id, talk_id, filled)
    )


@blueprint.post(f"{_TALK}/delete")
def delete_talk(collaboration_id: str, talk_id: str) -> ResponseReturnValue:
    """Delete a talk that was written by mistake."""
    service.delete_talk(here.installation(), here.actor(), collaboration_id, talk_id)
    flash(_("The talk has been deleted. It can be brought back here."), "success")
    return redirect(url_for("history.record", record="talk", record_id=talk_id), 303)


@blueprint.post(f"{_TALK}/decisions/<decision_id>")
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


def _grants_form(collaboration_id: str, filled: Filled | None) -> str:
    page = service.edit_grants(here.installation(), here.actor(), collaboration_id)
    if filled is None:
        filled = Filled(form=page.form, version=page.version)  # further ones are few
    return render_template(
        "anchoring/grants.html",
        collaboration_id=collaboration_id,
        page=page,
        filled=filled,
        **WORDS,
    )


def _plan_form(collaboration_id: str, filled: Filled | None) -> str:
    page = service.edit_plan(here.installation(), here.actor(), collaboration_id)
    filled = filled or Filled(form=page.form, version=page.version)
    return render_template(
        "anchoring/plan.html", collaboration_id=collaboration_id, page=page, filled=filled, **WORDS
    )


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


def _end() -> date | None:
    """The day in the address; a page that is not there for one that is none."""
    text = request.args.get("end", "")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        abort(404)


def _changed(saved: Saved) -> str:
    return _("Your changes are saved.") if saved.changed else _("Nothing was changed.")


def _home(collaboration_id: str) -> str:
    return url_for("anchoring.show", collaboration_id=collaboration_id)

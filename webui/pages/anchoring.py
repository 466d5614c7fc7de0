"""`/collaborations/<id>/anchoring`: how it goes on when the money ends, and what falls with it."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from flask import Blueprint, abort, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.services import anchoring as service
from matcher.services.anchoring.grants import FIELDS as GRANT_FIELDS
from matcher.services.anchoring.grants import ROW as GRANT
from matcher.services.forms import Form, Saved
from webui import here
from webui.anchoring_words import WORDS
from webui.record_forms import Filled, Shape, submitted

blueprint = Blueprint("anchoring", __name__)

GRANTS = Shape(fields=GRANT_FIELDS, choices=(), rows={"grants": GRANT})
PLAN = Shape(fields=service.plan_fields(), choices=(), rows={})

_BELOW = "/collaborations/<collaboration_id>/anchoring"
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

"""`/events/<id>/run`: the evening itself, which goes on when the network does not."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from flask import (
    Blueprint,
    abort,
    current_app,
    flash,
    jsonify,
    redirect,
    render_template,
    request,
    send_from_directory,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import events as service
from matcher.services.events import Said
from webui import here
from webui.errors import field_errors, status_of

blueprint = Blueprint("event_run", __name__, url_prefix="/events")


@blueprint.get("/worker.js")
def worker() -> ResponseReturnValue:
    """The script that answers for pages below /events while there is no network.

    It lies here because a browser lets such a script answer only for what is below it.
    """
    folder = current_app.static_folder or ""
    return send_from_directory(folder, "event-worker.js", mimetype="text/javascript")


@blueprint.get("/<event_id>/run")
def show(event_id: str) -> str:
    """The rounds as they are held, with a form for what two mean to do."""
    said = Said(a=request.args.get("a", ""), b=request.args.get("b", ""))
    return _page(event_id, said, {})


@blueprint.post("/<event_id>/intentions")
def note(event_id: str) -> ResponseReturnValue:
    """Keep an intention under the id that it comes with, once; as JSON or from the form."""
    sent: Mapping[str, object] = request.get_json() if request.is_json else request.form
    if not isinstance(sent, Mapping):
        abort(400)
    said = Said(**{name: _text(sent, name) for name in Said.__dataclass_fields__})
    key = _text(sent, "id")
    try:
        new = service.note_intention(
            here.installation(), here.actor(), event_id, key, said, as_of=here.today()
        )
    except Refusal as refusal:
        if request.is_json or "fields" not in refusal.details:
            raise
        return _page(event_id, said, field_errors(refusal), key), status_of(refusal)
    if request.is_json:
        return jsonify(id=key, new=new)
    flash(_("The intention is kept.") if new else _("The intention was kept already."), "success")
    return redirect(url_for("event_run.show", event_id=event_id), 303)


def _page(event_id: str, said: Said, errors: Mapping[str, str], key: str = "") -> str:
    installation, actor = here.installation(), here.actor()
    page = service.show_event(installation, actor, event_id, as_of=here.today())
    _event, intentions = service.list_intentions(installation, actor, event_id, as_of=here.today())
    return render_template(
        "events/run.html",
        page=page,
        event=page.event,
        intentions=intentions,
        said=said,
        errors=errors,
        new_id=key or uuid.uuid4().hex,
    )


def _text(sent: Mapping[str, object], name: str) -> str:
    found = sent.get(name)
    return found if isinstance(found, str) else ""

"""`/collaborations/<id>/pulse`: how a collaboration is doing, as the parties see it together."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import pulses as service
from webui import here, pulse_page
from webui.errors import field_errors, status_of

blueprint = Blueprint("pulse", __name__, url_prefix="/collaborations/<collaboration_id>/pulse")


@blueprint.get("")
def show(collaboration_id: str) -> str:
    """The pulse that runs, and what those before it said."""
    return _page(collaboration_id)


@blueprint.post("")
def open(collaboration_id: str) -> ResponseReturnValue:  # noqa: A001 – what it does
    """Open a pulse to the parties."""
    until = request.form.get("until", "")
    try:
        opened = service.open_pulse(
            here.installation(), here.actor(), collaboration_id, until, today=here.today()
        )
    except Refusal as refusal:
        if refusal.code != "invalid" or "fields" not in refusal.details:
            raise
        page = _page(collaboration_id, until=until, errors=field_errors(refusal))
        return page, status_of(refusal)
    if opened:
        flash(_("The pulse is open. Now the parties can answer by their links."), "success")
    else:
        flash(_("A pulse is open already."), "info")
    return redirect(url_for("pulse.show", collaboration_id=collaboration_id), 303)


@blueprint.post("/close")
def close(collaboration_id: str) -> ResponseReturnValue:
    """Take no more answers."""
    if service.close_pulse(here.installation(), here.actor(), collaboration_id, today=here.today()):
        flash(_("The pulse is closed."), "success")
    return redirect(url_for("pulse.show", collaboration_id=collaboration_id), 303)


def _page(
    collaboration_id: str, *, until: str | None = None, errors: dict[str, str] | None = None
) -> str:
    page = service.show_pulse(
        here.installation(), here.actor(), collaboration_id, today=here.today()
    )
    return render_template(
        "pulse/show.html",
        page=page,
        until=page.until.isoformat() if until is None else until,
        errors=errors or {},
        **pulse_page.shown(page),
    )

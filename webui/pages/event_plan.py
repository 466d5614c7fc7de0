"""`/events/<id>/plan`: who meets whom, made and made again; on paper; the QR code to sign up by."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import segno
from flask import Blueprint, abort, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import events as service
from matcher.services.access import may
from matcher.services.events import EventPage
from webui import addresses, here
from webui.documents import event_pdf
from webui.errors import status_of

blueprint = Blueprint("event_plan", __name__, url_prefix="/events/<event_id>")

PAPERS: dict[str, Callable[[EventPage, str], bytes]] = {
    "tables": event_pdf.tables_pdf,
    "cards": event_pdf.cards_pdf,
    "names": event_pdf.names_pdf,
}
TYPES = {"svg": "image/svg+xml", "png": "image/png"}


@blueprint.get("/plan")
def show(event_id: str) -> str:
    """The rounds with their tables and reasons, and what may have to be planned again."""
    return _page(event_id)


@blueprint.post("/plan")
def make(event_id: str) -> ResponseReturnValue:
    """Plan the rounds, or those from one on again."""
    return _planned(event_id, request.form.get("from_round", 1, type=int))


@blueprint.post("/plan/delete")
def take_away(event_id: str) -> ResponseReturnValue:
    """Be without a plan."""
    version = request.form.get("version", type=int)
    service.take_plan_away(here.installation(), here.actor(), event_id, version=version)
    flash(_("The plan is taken away. The history can bring it back."), "success")
    return redirect(url_for("events.show", event_id=event_id), 303)


@blueprint.post("/missing")
def missing(event_id: str) -> ResponseReturnValue:
    """Somebody does not come, or comes after all: the rounds from one on are planned again."""
    from_round = request.form.get("from_round", 1, type=int)
    service.mark_missing(
        here.installation(),
        here.actor(),
        event_id,
        request.form.get("sign_up", ""),
        None if "there" in request.form else from_round,
        as_of=here.today(),
    )
    return _planned(event_id, from_round)


@blueprint.get("/<any(tables, cards, names):paper>.pdf")
def paper(event_id: str, paper: str) -> ResponseReturnValue:
    """Table plan, personal cards or name list, to print."""
    page = _event(event_id)
    if not page.rounds and paper != "names":
        abort(404)
    return _pdf(PAPERS[paper](page, here.language()), f"{page.event.title}-{paper}")


@blueprint.get("/poster.pdf")
def poster(event_id: str) -> ResponseReturnValue:
    """What, when, where, and the QR code to sign up by, on a page to hang up."""
    page = _event(event_id)
    made = event_pdf.poster_pdf(page, _address(page), here.language())
    return _pdf(made, f"{page.event.title}-poster")


@blueprint.get("/sign-up.<any(svg, png):form>")
def qr(event_id: str, form: str) -> ResponseReturnValue:
    """The QR code to sign up by, as a picture."""
    made = BytesIO()
    segno.make(_address(_event(event_id)), error="m").save(made, kind=form, scale=8, border=4)
    made.seek(0)
    download = "download" in request.args
    return send_file(made, mimetype=TYPES[form], as_attachment=download,
                     download_name=f"qr.{form}")  # fmt: skip


def _planned(event_id: str, from_round: int) -> ResponseReturnValue:
    version = request.form.get("version", type=int)
    try:
        service.plan_event(
            here.installation(),
            here.actor(),
            event_id,
            from_round=from_round,
            version=version,
            as_of=here.today(),
        )
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _page(event_id, refusal), status_of(refusal)
    if from_round > 1:
        flash(_("The rounds from round %(number)s on are planned anew.", number=from_round),
              "success")  # fmt: skip
    else:
        flash(_("The rounds are planned."), "success")
    return redirect(url_for("event_plan.show", event_id=event_id), 303)


def _page(event_id: str, refusal: Refusal | None = None) -> str:
    page = _event(event_id)
    return render_template("events/plan.html", page=page, event=page.event, refusal=refusal)


def _event(event_id: str) -> EventPage:
    return service.show_event(here.installation(), here.actor(), event_id, as_of=here.today())


def _address(page: EventPage) -> str:
    """Where to sign up; 404 where there is no link, or for those who may not give it away."""
    if page.link is None or not may(here.actor(), "save_event"):
        abort(404)
    return addresses.shared(page.link.path)


def _pdf(made: bytes, name: str) -> ResponseReturnValue:
    file_name = re.sub(r"\W+", "-", name).strip("-")[:80]
    return send_file(BytesIO(made), mimetype="application/pdf", download_name=f"{file_name}.pdf")

"""`/shortlists`: the lists of candidates, one of them, and the same as a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from io import BytesIO

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import shortlists as service
from matcher.services.export_shortlist import export_shortlist
from matcher.services.shortlists import Heading
from matcher.wording.labels import STATES
from webui import here
from webui.errors import field_errors, status_of
from webui.shortlist_page import Typed, shortlist_page, typed

blueprint = Blueprint("shortlists", __name__, url_prefix="/shortlists")

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@blueprint.get("")
def index() -> str:
    """All shortlists, and the form that makes one."""
    return _index(Heading(), {})


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Make an empty shortlist."""
    heading = _heading()
    try:
        made = service.create_shortlist(here.installation(), here.actor(), heading)
    except Refusal as refusal:
        return _index(heading, _errors(refusal)), status_of(refusal)
    flash(_("The shortlist is ready. Put the first candidates on it."), "success")
    return redirect(url_for("shortlists.show", shortlist_id=made.id), 303)


@blueprint.get("/<shortlist_id>")
def show(shortlist_id: str) -> str:
    """One shortlist with its candidates."""
    return shortlist_page(shortlist_id, Typed())


@blueprint.post("/<shortlist_id>")
def change(shortlist_id: str) -> ResponseReturnValue:
    """Give it another title or owner."""
    heading = _heading()
    try:
        saved = service.change_shortlist(
            here.installation(), here.actor(), shortlist_id, heading, _heading("before-")
        )
    except Refusal as refusal:
        sent = typed("heading", asdict(heading), _errors(refusal), refusal)
        return shortlist_page(shortlist_id, sent), status_of(refusal)
    flash(_("Your changes are saved.") if saved.changed else _("Nothing was changed."), "success")
    return redirect(url_for("shortlists.show", shortlist_id=shortlist_id), 303)


@blueprint.post("/<shortlist_id>/delete")
def delete(shortlist_id: str) -> ResponseReturnValue:
    """Delete it; its history can bring it back."""
    title = service.delete_shortlist(here.installation(), here.actor(), shortlist_id)
    flash(_("“%(title)s” has been deleted. It can be brought back here.", title=title), "success")
    return redirect(url_for("history.record", record="shortlist", record_id=shortlist_id), 303)


@blueprint.get("/<shortlist_id>/export.<any(xlsx, csv):ending>")
def export(shortlist_id: str, ending: str) -> ResponseReturnValue:
    """The shortlist as a spreadsheet."""
    day = here.today()
    data = export_shortlist(
        here.installation(),
        here.actor(),
        shortlist_id,
        ending,
        language=here.language(),
        as_of=day,
    )
    title = service.show_shortlist(here.installation(), here.actor(), shortlist_id).title
    return send_file(
        BytesIO(data),
        mimetype=TYPES[ending],
        as_attachment=True,
        download_name=f"{_file_name(title)}-{day.isoformat()}.{ending}",
    )


def _index(heading: Heading, errors: Mapping[str, str]) -> str:
    return render_template(
        "shortlists/index.html",
        lines=service.list_shortlists(here.installation(), here.actor(), as_of=here.today()),
        heading=heading,
        errors=errors,
        states=STATES,
    )


def _heading(prefix: str = "") -> Heading:
    """The heading that was sent; with a prefix, what its form was filled with."""
    return Heading(
        title=request.form.get(f"{prefix}title", ""),
        organisation=request.form.get(f"{prefix}organisation", ""),
        organisation_id=request.form.get(f"{prefix}organisation_id", ""),
    )


def _errors(refusal: Refusal) -> dict[str, str]:
    """What is wrong with the fields; a refusal that says nothing of them is raised again."""
    if "fields" not in refusal.details:
        raise refusal
    return field_errors(refusal)


def _file_name(title: str) -> str:
    """The title without what file names may not hold.

    >>> _file_name("Høstfest: mad / musik")
    'Høstfest-mad-musik'
    """
    return re.sub(r"\W+", "-", title).strip("-")[:80] or "samspil"

"""The history of records, with the button that takes a change back."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext

from matcher.errors import Refusal
from matcher.services.history import History, show_history, undo_change
from matcher.services.history.fields import RECORDS
from webui import here
from webui.errors import status_of
from webui.paging import page_address, page_asked

blueprint = Blueprint("history", __name__)

_LARGEST = 2**31 - 1  # that the table of changes can count to

PAGES = {
    "organisation": ("organisations", "organisation_id", lazy_gettext("Organisations")),
    "collaboration": ("collaborations", "collaboration_id", lazy_gettext("Collaborations")),
    "shortlist": ("shortlists", "shortlist_id", lazy_gettext("Shortlists")),
    "brief": ("briefs", "brief_id", lazy_gettext("Ideas")),
    "view": ("views", "view_id", lazy_gettext("Saved views")),
    "event": ("events", "event_id", lazy_gettext("Events")),
}
"""The pages of each kind of record that has some: their blueprint, the id's name, the list."""


@blueprint.get("/history")
def index() -> str:
    """The newest changes to all records."""
    return _page(None, None)


@blueprint.get("/organisations/<record_id>/history")
def organisation(record_id: str) -> str:
    """What was changed in an organisation, also after it was deleted."""
    return _page("organisation", record_id)


@blueprint.get("/collaborations/<record_id>/history")
def collaboration(record_id: str) -> str:
    """What was changed in a collaboration, also after it was deleted."""
    return _page("collaboration", record_id)


@blueprint.get("/history/<record>/<record_id>")
def record(record: str, record_id: str) -> str:
    """What was changed in a record of any kind."""
    if record not in RECORDS:
        abort(404)
    return _page(record, record_id)


@blueprint.post(f"/history/<int(max={_LARGEST}):change_id>/undo")
def undo(change_id: int) -> ResponseReturnValue:
    """Take a change back and go to the record's history."""
    try:
        undone = undo_change(here.installation(), here.actor(), change_id)
    except Refusal as refusal:
        if refusal.code != "conflict":
            raise
        kind, key = refusal.details.get("record"), refusal.details.get("record_id")
        if not isinstance(kind, str) or not isinstance(key, str):
            raise
        return _page(kind, key, refused=refusal), status_of(refusal)
    flash(_("The change has been undone."), "success")
    return redirect(_address(undone.record, undone.record_id), 303)


def _address(kind: str, key: str) -> str:
    if kind in {"organisation", "collaboration"}:
        return url_for(f"history.{kind}", record_id=key)
    return url_for("history.record", record=kind, record_id=key)


def _page(kind: str | None, key: str | None, *, refused: Refusal | None = None) -> str:
    found = show_history(here.installation(), here.actor(), kind, key, page=page_asked())
    if kind is not None and not found.changes and not found.exists:
        abort(404)
    parts = {} if kind is None or key is None else {"record": kind, "record_id": key}
    return render_template(
        "history/show.html",
        found=found,
        record=kind,
        record_id=key,
        records=RECORDS,
        refused=refused,
        page_of=_page_of,
        crumbs=_crumbs(kind, key, found) if kind and key else [],
        address=page_address("history.record" if parts else "history.index", {}, **parts),
    )


def _page_of(kind: str, key: str) -> str | None:
    """Where a record can be seen; its history tells when it is gone."""
    if kind not in PAGES:
        return None
    blueprint_name, name, _list = PAGES[kind]
    return url_for(f"{blueprint_name}.show", **{name: key})  # type: ignore[arg-type]


def _crumbs(kind: str, key: str, found: History) -> list[tuple[object, str | None]]:
    if kind not in PAGES:
        return []
    called, url = found.record_name or key, _page_of(kind, key) if found.exists else None
    return [(PAGES[kind][2], url_for(f"{PAGES[kind][0]}.index")), *([(called, url)] if url else [])]

"""Read-only links: opening one, making one, taking one back."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import links as service
from webui import addresses, here, identity
from webui.errors import field_errors

blueprint = Blueprint("links", __name__)

_SHOWN_ONCE = "new_link"


@blueprint.app_template_global("access_links")
def access_links(subject: str, subject_id: str | None = None) -> tuple[service.Link, ...]:
    """The links to a subject, for `links/_panel.html`."""
    return service.list_links(here.installation(), here.actor(), subject, subject_id)


@blueprint.get("/links/<token>")
def enter(token: str) -> ResponseReturnValue:
    """Open what the link is for. Who is signed in sees it as themselves."""
    opened = service.open_link(here.installation(), token)
    if identity.person() is None:
        identity.hold(opened.id)
    return redirect(addresses.subject(opened.subject, opened.subject_id), 303)


@blueprint.get("/links/map", defaults={"subject": "map"})
@blueprint.get("/links/shortlist/<subject_id>", defaults={"subject": "shortlist"})
def show(subject: str, subject_id: str | None = None) -> ResponseReturnValue:
    """The links to a subject, where its own page has no room for them."""
    return _page(subject, subject_id, {})


@blueprint.post("/links/map", defaults={"subject": "map"})
@blueprint.post("/links/shortlist/<subject_id>", defaults={"subject": "shortlist"})
def make(subject: str, subject_id: str | None = None) -> ResponseReturnValue:
    """Make a link; the next page shows it, once."""
    label, days = request.form.get("label", ""), request.form.get("days", "").strip()
    options = service.ShareOptions(label=label, days=_whole_number(days))
    try:
        made = service.share(here.installation(), here.actor(), subject, subject_id, options)
    except Refusal as refusal:
        if refusal.code != "invalid":
            raise
        return _page(subject, subject_id, field_errors(refusal), label, days), 422
    session[_SHOWN_ONCE] = {
        "path": made.path,
        "label": made.link.label,
        "until": made.link.expires.date().isoformat(),
        "subject": subject,
        "subject_id": subject_id,
    }
    return redirect(url_for("links.made"), 303)


@blueprint.get("/links/new")
def made() -> ResponseReturnValue:
    """The link that was just made; shown once, since only its hash is kept."""
    shown = session.pop(_SHOWN_ONCE, None)
    if shown is None:
        return redirect(addresses.start(here.actor()), 303)
    return render_template(
        "links/made.html",
        link=shown,
        address=addresses.shared(shown["path"]),
        back=addresses.subject(shown["subject"], shown["subject_id"]),
    )


@blueprint.post("/links/<link_id>/revoke")
def revoke(link_id: str) -> ResponseReturnValue:
    """Take a link back."""
    link = service.revoke(here.installation(), here.actor(), link_id)
    flash(_("The link for %(label)s has been withdrawn.", label=link.label), "success")
    return redirect(addresses.subject(link.subject, link.subject_id), 303)


def _whole_number(text: str) -> int:
    """The number that a text says; 0, which is never good, for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0


def _page(
    subject: str,
    subject_id: str | None,
    errors: dict[str, str],
    label: str = "",
    days: str = str(service.DAYS),
) -> str:
    return render_template(
        "links/form.html",
        subject=subject,
        subject_id=subject_id,
        errors=errors,
        label=label,
        days=days,
        back=addresses.subject(subject, subject_id),
    )

"""Read-only links: opening one, making one, taking one back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from matcher.errors import Refusal
from matcher.services import links as service
from matcher.services.views import list_views
from webui import addresses, here, identity
from webui.errors import field_errors

blueprint = Blueprint("links", __name__)

_SHOWN_ONCE = "new_link"


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What the form for a new link says, as it was written."""

    label: str = ""
    days: str = str(service.DAYS)
    view: str = ""
    sites: str = ""
    password: str = ""

    @classmethod
    def read(cls, form: Mapping[str, str]) -> Asked:
        """The form that was sent."""
        return cls(**{each.name: form.get(each.name, "").strip() for each in fields(cls)})

    @property
    def options(self) -> service.ShareOptions:
        """What it asks for."""
        return service.ShareOptions(
            label=self.label,
            days=_whole_number(self.days),
            password=self.password,
            sites=tuple(self.sites.split()),
        )


def _whole_number(text: str) -> int:
    """The number that a text says; 0, which is never good, for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0


@blueprint.app_template_global("access_links")
def access_links(subject: str, subject_id: str | None = None) -> tuple[service.Link, ...]:
    """The links to a subject, for `links/_panel.html`."""
    return service.list_links(here.installation(), here.actor(), subject, subject_id)


@blueprint.app_template_global("views_to_share")
def views_to_share() -> list[tuple[str, str]]:
    """(id, title) of the saved views, for `links/_panel.html`."""
    lines = list_views(here.installation(), here.actor())
    return [(line.id, line.title) for line in lines]


@blueprint.get("/links/<token>")
def enter(token: str) -> ResponseReturnValue:
    """Open what the link is for. Who is signed in sees it as themselves."""
    if identity.person() is None and service.asks_password(here.installation(), token):
        return _password_page(token, {})
    return _opened(token, "")


@blueprint.post("/links/<token>")
def unlock(token: str) -> ResponseReturnValue:
    """Open a link with its password; the session keeps that it was given."""
    try:
        return _opened(token, request.form.get("password", ""))
    except Refusal as refusal:
        if refusal.code != "invalid":
            raise
        return _password_page(token, field_errors(refusal)), 422


@blueprint.get("/links/map", defaults={"subject": "map"})
@blueprint.get("/links/shortlist/<subject_id>", defaults={"subject": "shortlist"})
def show(subject: str, subject_id: str | None = None) -> ResponseReturnValue:
    """The links to a subject, where its own page has no room for them."""
    return _page(subject, subject_id, {}, Asked())


@blueprint.post("/links/map", defaults={"subject": "map"})
@blueprint.post("/links/shortlist/<subject_id>", defaults={"subject": "shortlist"})
def make(subject: str, subject_id: str | None = None) -> ResponseReturnValue:
    """Make a link; the next page shows it, once."""
    asked = Asked.read(request.form)
    shown = asked.view or subject_id
    try:
        made = service.share(here.installation(), here.actor(), subject, shown, asked.options)
    except Refusal as refusal:
        if refusal.code != "invalid":
            raise
        return _page(subject, subject_id, field_errors(refusal), asked), 422
    session[_SHOWN_ONCE] = {
        "path": made.path,
        "label": made.link.label,
        "until": made.link.expires.date().isoformat(),
        "password": made.link.has_password,
        "embedding": bool(made.link.sites),
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
        language=here.language(),
        address=addresses.shared(shown["path"]),
        back=addresses.subject(shown["subject"], shown["subject_id"]),
    )


@blueprint.post("/links/<link_id>/revoke")
def revoke(link_id: str) -> ResponseReturnValue:
    """Take a link back."""
    link = service.revoke(here.installation(), here.actor(), link_id)
    flash(_("The link for %(label)s has been withdrawn.", label=link.label), "success")
    return redirect(addresses.subject(link.subject, link.subject_id), 303)


def _opened(token: str, password: str) -> Response:
    """Lead to what a link is for; who is signed in sees it as themselves, without a password."""
    if identity.person() is not None:
        opened = service.look_up(here.installation(), token)
    else:
        opened = service.open_link(here.installation(), token, password)
    if opened.embedding:
        return redirect(url_for("embed.show", token=token), 303)
    if identity.person() is None:
        identity.hold(opened.id)
    return redirect(addresses.subject(opened.subject, opened.subject_id), 303)


def _password_page(token: str, errors: dict[str, str]) -> str:
    return render_template("links/password.html", link=token, errors=errors)


def _page(subject: str, subject_id: str | None, errors: dict[str, str], asked: Asked) -> str:
    return render_template(
        "links/form.html",
        subject=subject,
        subject_id=subject_id,
        errors=errors,
        asked=asked,
        back=addresses.subject(subject, subject_id),
    )

"""`/collaborations/…/parties`: the parties to a collaboration, their contacts and their links."""

from __future__ import annotations

from urllib.parse import quote

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from matcher.errors import Refusal
from matcher.services import parties as service
from matcher.services.forms import Form, Saved
from matcher.services.parties import PartiesPage, PartyView
from matcher.services.parties.save import READERS
from matcher.wording.invitation import invitation_subject, invitation_text
from matcher.wording.labels import LANGUAGES
from matcher.wording.say import say
from webui import addresses, here
from webui.errors import field_errors, status_of
from webui.record_forms import Filled, Shape, submitted
from webui.record_words import labelled, period

blueprint = Blueprint("parties", __name__, url_prefix="/collaborations/<collaboration_id>/parties")

SHAPE = Shape(fields=tuple(READERS), choices=(), rows={})


@blueprint.get("")
def show(collaboration_id: str) -> str:
    """Each party with its contact person and its link."""
    return _page(collaboration_id, "")


@blueprint.post("")
def begin(collaboration_id: str) -> ResponseReturnValue:
    """Make all who take part parties."""
    service.begin(here.installation(), here.actor(), collaboration_id, as_of=here.today())
    flash(_("Everybody who takes part is a party now."), "success")
    return _back(collaboration_id)


@blueprint.post("/owner")
def owner(collaboration_id: str) -> ResponseReturnValue:
    """Say who of the house answers for it."""
    try:
        service.name_owner(
            here.installation(),
            here.actor(),
            collaboration_id,
            request.form.get("owner", ""),
            request.form.get("before", ""),
            as_of=here.today(),
        )
    except Refusal as refusal:
        if "fields" not in refusal.details:
            raise
        return _page(collaboration_id, field_errors(refusal)["owner"]), status_of(refusal)
    flash(_("Your changes are saved."), "success")
    return _back(collaboration_id)


@blueprint.post("/links")
def make_links(collaboration_id: str) -> ResponseReturnValue:
    """Make a link for each party that has none."""
    service.make_links(here.installation(), here.actor(), collaboration_id, as_of=here.today())
    flash(_("Each party has a link now. Send it, or copy it."), "success")
    return _back(collaboration_id)


@blueprint.get("/<party_id>")
def edit(collaboration_id: str, party_id: str) -> str:
    """The form of one party."""
    return _form(collaboration_id, party_id, None)


@blueprint.post("/<party_id>")
def update(collaboration_id: str, party_id: str) -> ResponseReturnValue:
    """Change a party's contact person, deputy or language."""

    def save(form: Form, version: int) -> Saved:
        return service.save_party(
            here.installation(),
            here.actor(),
            collaboration_id,
            party_id,
            form,
            as_of=here.today(),
            version=version,
        )

    def done(saved: Saved) -> tuple[str, str]:
        told = _("Your changes are saved.") if saved.changed else _("Nothing was changed.")
        return told, _address(collaboration_id, party_id)

    return submitted(
        SHAPE,
        render=lambda filled: _form(collaboration_id, party_id, filled),
        save=save,
        done=done,
    )


@blueprint.post("/<party_id>/link")
def make_link(collaboration_id: str, party_id: str) -> ResponseReturnValue:
    """Make the party's link; with `anew` the one that there is opens nothing any longer."""
    service.make_link(
        here.installation(),
        here.actor(),
        collaboration_id,
        party_id,
        as_of=here.today(),
        anew=bool(request.form.get("anew")),
    )
    flash(_("The link is ready. Send it, or copy it."), "success")
    return _back(collaboration_id, party_id)


@blueprint.post("/<party_id>/withdraw")
def withdraw(collaboration_id: str, party_id: str) -> ResponseReturnValue:
    """Make the party's link open nothing."""
    service.withdraw_link(
        here.installation(), here.actor(), collaboration_id, party_id, as_of=here.today()
    )
    flash(_("The link has been withdrawn. Whoever has it sees nothing any longer."), "success")
    return _back(collaboration_id, party_id)


def _page(collaboration_id: str, owner_error: str) -> str:
    page = service.show_parties(
        here.installation(), here.actor(), collaboration_id, as_of=here.today()
    )
    return render_template(
        "partnership/parties.html",
        page=page,
        owner_error=owner_error,
        spoken=LANGUAGES,
        shared=addresses.shared,
        mail=lambda party: _mail(page, party),
        period=period,
    )


def _mail(page: PartiesPage, party: PartyView) -> str | None:
    """An address that opens a mail to the party with its link; None without mail or link."""
    line, link = party.line, party.link
    to = line.contact_email or line.deputy_email
    if link is None or link.expired or not to:
        return None
    subject = invitation_subject(page.title)
    text = invitation_text(
        contact=line.contact_name if line.contact_email else line.deputy_name,
        title=page.title,
        organisation=line.name,
        address=addresses.shared(link.path),
        until=link.expires.date(),
        sender=here.actor().name,
    )
    said = {
        "subject": say(subject, line.language),
        "body": say(text, line.language).replace("\n", "\r\n"),
    }
    return f"mailto:{quote(to, safe='@')}?" + "&".join(
        f"{name}={quote(value, safe='')}" for name, value in said.items()
    )


def _form(collaboration_id: str, party_id: str, filled: Filled | None) -> str:
    page = service.edit_party(
        here.installation(), here.actor(), collaboration_id, party_id, as_of=here.today()
    )
    return render_template(
        "partnership/party_form.html",
        collaboration_id=collaboration_id,
        page=page,
        filled=filled or Filled(form=page.form, version=page.version),
        spoken=labelled(LANGUAGES),
        back=_address(collaboration_id, party_id),
    )


def _address(collaboration_id: str, party_id: str = "") -> str:
    anchor = f"party-{party_id}" if party_id else None
    return url_for("parties.show", collaboration_id=collaboration_id, _anchor=anchor)


def _back(collaboration_id: str, party_id: str = "") -> Response:
    return redirect(_address(collaboration_id, party_id), 303)

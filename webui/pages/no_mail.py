"""`/no-mail/<token>`: the way out of the mails, and back, for whom the token is.

Mail programs send the first POST themselves when their reader wants no more (RFC 8058): it has no
session. Mail scanners open all addresses, so opening this one changes nothing.
"""

from __future__ import annotations

from flask import Blueprint, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from matcher.services.parties import PartyHere
from matcher.services.reminders.way_out import Receiver, receiver, want_mail, way_out
from webui import here

blueprint = Blueprint("no_mail", __name__, url_prefix="/no-mail/<token>")

ONE_CLICK = ("List-Unsubscribe", "One-Click")
"""What a mail program sends."""


@blueprint.app_template_global("way_back")
def way_back(party: PartyHere) -> str | None:
    """Where a party's contact person who wants no mails can take it back; None for the others."""
    line = party.party
    if party.mailed or line.left or not line.contact_email:
        return None
    email = line.contact_email.strip().casefold()
    return request.script_root + way_out(here.installation(), email, line.language)


@blueprint.get("")
def show(token: str) -> str:
    """Whether one gets mails, with the one button that changes it."""
    return _page(token, receiver(here.installation(), token))


@blueprint.post("")
def stop(token: str) -> ResponseReturnValue:
    """No more mails. A mail program is answered at once: it follows no redirection."""
    found = want_mail(here.installation(), token, wanted=False)
    if request.form.get(ONE_CLICK[0]) == ONE_CLICK[1]:
        return _page(token, found)
    return redirect(url_for("no_mail.show", token=token), 303)


@blueprint.post("/again")
def again(token: str) -> ResponseReturnValue:
    """Mails again."""
    want_mail(here.installation(), token, wanted=True)
    return redirect(url_for("no_mail.show", token=token), 303)


def _page(token: str, found: Receiver) -> str:
    if "language" not in session:
        g.language = found.language
    return render_template("no_mail/show.html", token=token, receiver=found)

"""`/with/<token>/agreement`: a party reads the agreement and accepts it, without an account."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import agreements as service
from matcher.services.agreements import PartyAgreement
from matcher.services.parties import PartyHere
from webui import here
from webui.documents.agreement_file import agreement_file
from webui.errors import field_errors, status_of
from webui.party import enter
from webui.say import say

blueprint = Blueprint("party_agreement", __name__, url_prefix="/with/<token>/agreement")


@blueprint.app_template_global("party_agreement")
def read_by(party: PartyHere) -> PartyAgreement:
    """The agreement as a party reads it."""
    return service.agreement_for_party(
        here.installation(), party, language=here.language(), as_of=here.today()
    )


@blueprint.get("")
def show(token: str) -> str:
    """The newest version, what has changed since the one that was accepted, and accepting it."""
    return _page(token, enter(token))


@blueprint.post("")
def accept(token: str) -> ResponseReturnValue:
    """Accept the version that was read."""
    party = enter(token)
    name = request.form.get("name", "")
    try:
        done = service.accept(
            here.installation(),
            party,
            request.form.get("version", 0, type=int),
            name,
            as_of=here.today(),
        )
    except Refusal as refusal:
        if refusal.code not in {"invalid", "conflict"}:
            raise
        return _page(token, party, name=name, refusal=refusal), status_of(refusal)
    if done.all:
        flash(_("Thank you. All parties have accepted the agreement now."), "success")
    else:
        flash(_("Thank you. You have accepted the agreement."), "success")
    return redirect(url_for(".show", token=token), 303)


@blueprint.post("/remark")
def remark(token: str) -> ResponseReturnValue:
    """Say what would have to be different before the party accepts."""
    party = enter(token)
    text = request.form.get("remark", "")
    number = request.form.get("version", 0, type=int)
    try:
        service.remark(here.installation(), party, number, text)
    except Refusal as refusal:
        if refusal.code not in {"invalid", "conflict"}:
            raise
        return _page(token, party, remark=text, refusal=refusal), status_of(refusal)
    if text.strip():
        flash(_("Thank you. The others can read what you would have different."), "success")
    else:
        flash(_("What you would have different is taken back."), "success")
    return redirect(url_for(".show", token=token), 303)


@blueprint.get("/versions/<int:number>")
def version(token: str, number: int) -> str:
    """An earlier version."""
    party = enter(token)
    written = service.show_agreement_version(
        here.installation(),
        party.actor,
        party.collaboration_id,
        number,
        language=here.language(),
        as_of=here.today(),
    )
    return render_template(
        "agreement/party_version.html", token=token, party=party, written=written
    )


@blueprint.get("/versions/<int:number>/document.<any(docx, pdf):form>")
def document(token: str, number: int, form: str) -> ResponseReturnValue:
    """A version as a file."""
    party = enter(token)
    written = service.show_agreement_version(
        here.installation(),
        party.actor,
        party.collaboration_id,
        number,
        language=here.language(),
        as_of=here.today(),
    )
    return agreement_file(written, form)


def _page(
    token: str,
    party: PartyHere,
    *,
    name: str | None = None,
    remark: str | None = None,
    refusal: Refusal | None = None,
) -> str:
    conflict = refusal if refusal is not None and refusal.code == "conflict" else None
    errors = field_errors(refusal) if refusal is not None and conflict is None else {}
    page = read_by(party)
    return render_template(
        "agreement/party.html",
        token=token,
        party=party,
        page=page,
        remark=page.own_remark if remark is None else remark,
        name=party.party.contact_name if name is None else name,
        errors=errors,
        newer=f"{say(conflict.text)} {say(conflict.hint)}" if conflict else "",
    )

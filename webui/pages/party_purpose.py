"""`/with/<token>/purpose`: a party answers, reads the others' answers, confirms the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from matcher.errors import Refusal
from matcher.partnership.purpose import Answer
from matcher.partnership.purpose_texts import purpose_texts
from matcher.services import purposes as service
from matcher.services.forms import Form
from matcher.services.parties import PartyHere
from matcher.services.purposes import PartyPurpose, Sent
from matcher.services.purposes.form import fields
from webui import here
from webui.errors import field_errors, status_of
from webui.party import enter
from webui.record_forms import Shape, sent

blueprint = Blueprint("party_purpose", __name__, url_prefix="/with/<token>/purpose")

ANSWER = Shape(fields=(*fields(), "name"), choices=(), rows={})
CONFIRMATION = Shape(fields=("name",), choices=(), rows={})
REMARK = Shape(fields=("remark",), choices=(), rows={})


@dataclass(frozen=True, kw_only=True, slots=True)
class Sending:
    """A form of the page that came back: which, as it was sent, and why.

    `theirs` is what somebody else wrote in the party's name meanwhile, `mark` that answer's.
    """

    which: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    conflict: Refusal | None = None
    theirs: Answer | None = None
    mark: str | None = None


@blueprint.app_template_global("party_purpose")
def read_by(party: PartyHere) -> PartyPurpose:
    """The purpose as a party reads it."""
    return service.party_purpose(here.installation(), party, as_of=here.today())


@blueprint.get("")
def show(token: str) -> str:
    """The form, or the answers side by side once the party has answered."""
    return _page(token, enter(token), Sending())


@blueprint.post("")
def answer(token: str) -> ResponseReturnValue:
    """Keep the answer for later, or send it."""
    party, form = enter(token), sent(request.form, ANSWER)
    try:
        done = service.save_answer(
            here.installation(),
            party,
            form,
            mark=request.form.get("mark"),
            send=request.form.get("do") != "keep",
            as_of=here.today(),
        )
    except Refusal as refusal:
        return _again(token, party, "answer", form, refusal)
    flash(_told(done), "success")
    return redirect(url_for(".show", token=token), 303)


@blueprint.post("/confirm")
def confirm(token: str) -> ResponseReturnValue:
    """Confirm the text that was read."""
    party, form = enter(token), sent(request.form, CONFIRMATION)
    edition = request.form.get("edition", 0, type=int)
    try:
        done = service.confirm(here.installation(), party, edition, form, as_of=here.today())
    except Refusal as refusal:
        return _again(token, party, "confirm", form, refusal)
    if done.all:
        flash(_("Thank you. All parties have confirmed the purpose now."), "success")
    else:
        flash(_("Thank you. You have confirmed the purpose."), "success")
    return redirect(url_for(".show", token=token), 303)


@blueprint.post("/remark")
def remark(token: str) -> ResponseReturnValue:
    """Say what should be different in the text."""
    party, form = enter(token), sent(request.form, REMARK)
    edition = request.form.get("edition", 0, type=int)
    try:
        service.remark(here.installation(), party, edition, form, as_of=here.today())
    except Refusal as refusal:
        return _again(token, party, "remark", form, refusal)
    flash(_("Thank you. The others can read what you would have different."), "success")
    return redirect(url_for(".show", token=token), 303)


def _again(
    token: str, party: PartyHere, which: str, form: Form, refusal: Refusal
) -> tuple[str, int]:
    """The page with what was written; a refusal that is about more than a form is raised again."""
    theirs, mark = refusal.details.get("answer"), refusal.details.get("mark")
    changed = refusal.code == "conflict" and which in {"answer", "confirm"}
    if not changed and "fields" not in refusal.details:
        raise refusal
    sending = Sending(
        which=which,
        values=form.values,
        errors={} if changed else field_errors(refusal),
        conflict=refusal if changed else None,
        theirs=theirs if isinstance(theirs, Answer) else None,
        mark=mark if isinstance(mark, str) else None,
    )
    return _page(token, party, sending), status_of(refusal)


def _page(token: str, party: PartyHere, sending: Sending) -> str:
    page = read_by(party)
    return render_template(
        "purpose/party.html",
        token=token,
        party=party,
        page=page,
        texts=purpose_texts(),
        sending=sending,
        writing=page.may_change
        and (page.own.sent is None or "change" in request.args or sending.which == "answer"),
        mark=sending.mark or request.form.get("mark", page.mark),
    )


def _told(done: Sent) -> str:
    if done.draft:
        return _("Your answer is kept. Nobody else can see it until you send it.")
    told = _("Thank you. Your answer has been sent.")
    if done.all:
        told = _("Thank you. All parties have answered now.")
    if not done.left_open:
        return told
    left = ngettext(
        "You left %(num)s question open; you can still answer it.",
        "You left %(num)s questions open; you can still answer them.",
        done.left_open,
    )
    return f"{told} {left}"

"""`/collaborations/<id>/agreement`: the written frames, drafted, laid before the parties, kept."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import agreements as service
from matcher.services.forms import Form, Saved
from webui import agreement_form, here
from webui.agreement_words import badge_of
from webui.documents.agreement_file import agreement_file
from webui.record_forms import Filled, submitted
from webui.record_words import period
from webui.say import say

blueprint = Blueprint(
    "agreement", __name__, url_prefix="/collaborations/<collaboration_id>/agreement"
)


blueprint.add_app_template_global(badge_of, "agreement_badge")


@blueprint.get("")
def show(collaboration_id: str) -> str:
    """The draft as it reads, what is missing, and who has accepted what."""
    page = service.show_agreement(
        here.installation(),
        here.actor(),
        collaboration_id,
        language=here.language(),
        as_of=here.today(),
    )
    return render_template(
        "agreement/show.html", collaboration_id=collaboration_id, page=page, period=period
    )


@blueprint.get("/edit", defaults={"section": None})
@blueprint.get("/edit/<section>")
def edit(collaboration_id: str, section: str | None) -> str:
    """The form of one section, or of all."""
    return agreement_form.page(collaboration_id, section, None)


@blueprint.post("/edit", defaults={"section": None})
@blueprint.post("/edit/<section>")
def update(collaboration_id: str, section: str | None) -> ResponseReturnValue:
    """Write a section, or all; a suggestion is put in first, to be changed."""

    def render(filled: Filled) -> str:
        return agreement_form.page(collaboration_id, section, filled)

    def save(form: Form, version: int) -> Saved:
        return service.save_agreement(
            here.installation(),
            here.actor(),
            collaboration_id,
            form,
            section,
            version=version,
            as_of=here.today(),
        )

    def done(saved: Saved) -> tuple[str, str]:
        text = _("Your changes are saved.") if saved.changed else _("Nothing was changed.")
        return text, agreement_form.after(collaboration_id, section)

    shape = agreement_form.shape(collaboration_id, section)
    if taken := agreement_form.with_suggestion(shape, section):
        return render(taken)
    return submitted(shape, render=render, save=save, done=done)


@blueprint.post("/lay-before")
def lay_before(collaboration_id: str) -> ResponseReturnValue:
    """Lay the agreement before the parties as it reads now."""
    address = url_for(".show", collaboration_id=collaboration_id)
    try:
        laid = service.lay_before(
            here.installation(),
            here.actor(),
            collaboration_id,
            version=request.form.get("version", type=int),
            as_of=here.today(),
        )
    except Refusal as refusal:
        if refusal.code not in {"invalid", "conflict"}:
            raise
        flash(f"{say(refusal.text)} {say(refusal.hint)}", "warning")
        return redirect(address, 303)
    if laid.new:
        flash(_("Version %(number)s is before the parties.", number=laid.number), "success")
    else:
        flash(_("Version %(number)s says just this already.", number=laid.number), "info")
    return redirect(address, 303)


@blueprint.post("/written")
def note_written(collaboration_id: str) -> ResponseReturnValue:
    """Note that the collaboration has a written agreement."""
    service.note_written(here.installation(), here.actor(), collaboration_id, as_of=here.today())
    flash(_("The collaboration has a written agreement."), "success")
    return redirect(url_for(".show", collaboration_id=collaboration_id), 303)


@blueprint.post("/dates")
def take_dates(collaboration_id: str) -> ResponseReturnValue:
    """Take the dates that all accepted over into the collaboration."""
    address = url_for(".show", collaboration_id=collaboration_id)
    try:
        taken = service.take_dates(
            here.installation(),
            here.actor(),
            collaboration_id,
            request.form.get("number", 0, type=int),
            as_of=here.today(),
        )
    except Refusal as refusal:
        if refusal.code != "conflict":
            raise
        flash(f"{say(refusal.text)} {say(refusal.hint)}", "warning")
        return redirect(address, 303)
    if taken:
        flash(_("The collaboration has the dates of the agreement."), "success")
    return redirect(address, 303)


@blueprint.get("/versions/<int:number>")
def version(collaboration_id: str, number: int) -> str:
    """A version as it was laid before the parties."""
    written = service.show_agreement_version(
        here.installation(),
        here.actor(),
        collaboration_id,
        number,
        language=here.language(),
        as_of=here.today(),
    )
    return render_template(
        "agreement/version.html", collaboration_id=collaboration_id, written=written
    )


@blueprint.get("/compare")
def compare(collaboration_id: str) -> str:
    """What differs from one version to another, or to the draft where `to` is left out."""
    found = service.compare_versions(
        here.installation(),
        here.actor(),
        collaboration_id,
        request.args.get("from", 1, type=int),
        request.args.get("to", None, type=int),
        language=here.language(),
        as_of=here.today(),
    )
    return render_template("agreement/compare.html", collaboration_id=collaboration_id, found=found)


@blueprint.get("/document.<any(docx, pdf):form>", defaults={"number": None})
@blueprint.get("/versions/<int:number>/document.<any(docx, pdf):form>")
def document(collaboration_id: str, number: int | None, form: str) -> ResponseReturnValue:
    """A version, or the draft, as a file to keep, to print or to write on in."""
    written = service.show_agreement_version(
        here.installation(),
        here.actor(),
        collaboration_id,
        number,
        language=here.language(),
        as_of=here.today(),
    )
    return agreement_file(written, form)

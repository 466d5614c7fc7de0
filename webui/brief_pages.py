"""The pages with partners for an idea: one that is only written yet, and one that is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.exchange.brief_text import BriefText
from matcher.services.brief_forms import offered, read_brief_form, said
from matcher.services.briefs import show_brief
from matcher.services.forms import Form
from matcher.services.show_brief_partners import BriefPartners, show_brief_partners
from matcher.wording.labels import sector_label
from matcher.wording.message import listed
from webui import here
from webui.brief_forms import begun, carried, idea_form
from webui.errors import field_errors, status_of
from webui.keeping import keeping
from webui.list_settings import choices, settings
from webui.reasons import reasons_of, scale_of
from webui.record_forms import Filled
from webui.record_words import by_label
from webui.say import say

NEW = "briefs/form.html"
LONGEST_ADDRESS = 2000  # servers cut off what is much longer
NOTHING: Mapping[str, str] = {}


def looking_page(form: Form) -> ResponseReturnValue:
    """The form of an idea that is not kept, with partners as soon as it says something."""
    if not begun(form):
        return idea_form(NEW, Filled(form=form))
    try:
        text = read_brief_form(here.installation(), form, as_of=here.today())
    except Refusal as refusal:
        return faulty(form, refusal)
    return found_page(form, text)


def found_page(form: Form, text: BriefText, keep_errors: Mapping[str, str] = NOTHING) -> str:
    """The form of an idea that is not kept, which says this, with partners for it."""
    found = _found(text, None)
    owner = text.asker or ""
    return idea_form(
        NEW,
        Filled(form=form),
        carried=carried(form),
        keep=keeping(owner, text.title or _("Partners for an idea"), keep_errors),
        **_shown(found, text),
    )


def to_partners(form: Form, text: BriefText, **more: Any) -> ResponseReturnValue:
    """On to the address that says the idea, a bookmark; one too long for that is answered here."""
    address = url_for("briefs.new", **said(form), **settings(request.values).address, **more)  # type: ignore[arg-type]
    if len(address) > LONGEST_ADDRESS:
        return found_page(form, text)
    return redirect(address, 303)


def faulty(form: Form, refusal: Refusal) -> ResponseReturnValue:
    """The form with what is wrong with it."""
    if "fields" not in refusal.details:
        raise refusal
    filled = Filled(form=form, errors=field_errors(refusal))
    return idea_form(NEW, filled), status_of(refusal)


def brief_page(brief_id: str, keep_errors: Mapping[str, str] = NOTHING) -> str:
    """The page of an idea that is kept; one that means nothing any longer says what to change."""
    view = show_brief(here.installation(), here.actor(), brief_id)
    found, refused = None, None
    try:
        found = _found(view.text, brief_id)
    except Refusal as refusal:
        if refusal.code not in {"invalid", "not_found", "ambiguous"}:
            raise
        refused = refusal
    wanted = settings(request.values)
    address = url_for("briefs.show", brief_id=brief_id, **wanted.address)  # type: ignore[arg-type]
    return render_template(
        "briefs/show.html",
        view=view,
        refused=refused,
        words=offered(here.installation(), here.actor()).vocabularies,
        by_label=by_label,
        sector_label=sector_label,
        settings=wanted,
        back=address.removeprefix(request.script_root),
        keep=keeping(view.text.asker or "", view.title, keep_errors),
        **({} if found is None else _shown(found, view.text)),
    )


def _found(text: BriefText, brief_id: str | None) -> BriefPartners:
    return show_brief_partners(
        here.installation(),
        here.actor(),
        text,
        as_of=here.today(),
        saved=brief_id,
        **settings(request.values).options,
    )


def _shown(found: BriefPartners, text: BriefText) -> dict[str, Any]:
    scale = scale_of(each.why for each in found.partners)
    shown = [(each, reasons_of(each.why, scale)) for each in found.partners]
    return {
        "found": found,
        "text": text,
        "shown": shown,
        "best": [each for each in shown if each[0].group == "best"],
        "also": [each for each in shown if each[0].group != "best"],
        "not_offered": say(listed(found.not_offered)),
        "choices": choices(),
    }

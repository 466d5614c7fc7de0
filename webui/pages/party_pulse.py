"""`/with/<token>/pulse`: a party says how the collaboration is doing."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from matcher.errors import Refusal
from matcher.partnership.pulse_texts import SCALE, pulse_texts
from matcher.services import pulses as service
from matcher.services.parties import PartyHere
from matcher.services.pulses import AnswerForm
from matcher.services.pulses.answer import UNKNOWN
from webui import here, pulse_page
from webui.errors import status_of
from webui.party import enter
from webui.say import say

blueprint = Blueprint("party_pulse", __name__, url_prefix="/with/<token>/pulse")


@blueprint.get("")
def show(token: str) -> str:
    """The questions of the pulse that runs, and what those before it said."""
    return _page(token, enter(token))


@blueprint.post("")
def answer(token: str) -> ResponseReturnValue:
    """Keep what was answered."""
    party = enter(token)
    form = AnswerForm(
        pulse=request.form.get("pulse", ""),
        ratings={each.id: request.form.get(each.id, "") for each in pulse_texts().questions},
        open=frozenset(request.form.getlist("open")),
    )
    try:
        left_out = service.answer_pulse(here.installation(), party, form, today=here.today())
    except Refusal as refusal:
        match refusal.code:
            case "invalid":
                page = _page(token, party, form=form, error=say(refusal.text))
                return page, status_of(refusal)
            case "conflict":
                flash(f"{say(refusal.text)} {say(refusal.hint)}", "warning")
            case _:
                raise
    else:
        flash(_thanks(left_out), "success")
    return redirect(url_for("party_pulse.show", token=token), 303)


@blueprint.app_template_global("party_pulse_until")
def until(party: PartyHere) -> date | None:
    """Until when the party may answer a pulse that it has not answered."""
    return service.waits_for(here.installation(), party, today=here.today())


def _thanks(left_out: int) -> str:
    if not left_out:
        return _("Thank you. Your answer is kept.")
    return ngettext(
        "Thank you. Your answer is kept; you left out %(num)s question.",
        "Thank you. Your answer is kept; you left out %(num)s questions.",
        left_out,
    )


def _page(
    token: str, party: PartyHere, *, form: AnswerForm | None = None, error: str | None = None
) -> str:
    found = service.party_pulse(here.installation(), party, today=here.today())
    texts = pulse_texts()
    return render_template(
        "pulse/party.html",
        token=token,
        party=party,
        found=found,
        page=found.page,
        asked=texts.themes,
        options=[
            *((str(place), word) for place, word in zip(SCALE, texts.scale, strict=True)),
            (UNKNOWN, texts.unknown),
        ],
        open=found.open if form is None else form.open,
        error=error,
        first=texts.questions[0].id,
        **pulse_page.shown(found.page),
    )

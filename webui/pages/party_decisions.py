"""`/with/<token>/decisions/…`: a party says that it has done what was decided."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.partnership.decisions import Decision
from matcher.services import anchoring as service
from matcher.services.parties import PartyHere
from webui import here
from webui.party import enter

blueprint = Blueprint("party_decisions", __name__, url_prefix="/with/<token>/decisions")


@blueprint.app_template_global("party_decisions")
def decisions(party: PartyHere) -> tuple[Decision, ...]:
    """What the party is to do, for `anchoring/_party_panel.html`."""
    return service.own_decisions(here.installation(), party, today=here.today())


@blueprint.post("/<talk_id>/<decision_id>")
def carry_out(token: str, talk_id: str, decision_id: str) -> ResponseReturnValue:
    """It has been done."""
    what = service.carried_out(
        here.installation(), enter(token), talk_id, decision_id, as_of=here.today()
    )
    flash(_("Done: %(what)s", what=what), "success")
    return redirect(url_for("party.show", token=token), 303)

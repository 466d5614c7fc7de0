"""`/calendar/<token>.ics`: a person's calendar for their own program; and its link, on the account.

The token in the address says whose it is: programs that subscribe have no session.
"""

from __future__ import annotations

from flask import Blueprint, flash, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.services import calendars
from webui import addresses, here

blueprint = Blueprint("calendar", __name__)


@blueprint.get("/calendar/<token>.ics")
def feed(token: str) -> ResponseReturnValue:
    """The calendar, or that nothing in it is new."""
    made = calendars.calendar_of(here.installation(), token, here.today(), addresses.shared)
    answer = make_response(made)
    answer.content_type = "text/calendar; charset=utf-8"
    answer.headers["Content-Disposition"] = "inline; filename=samspil.ics"
    answer.add_etag()
    return answer.make_conditional(request)


@blueprint.post("/account/calendar")
def make() -> ResponseReturnValue:
    """Make the link."""
    calendars.make_calendar_link(here.installation(), here.actor())
    return redirect(url_for("account.show", _anchor="calendar"), 303)


@blueprint.post("/account/calendar/withdraw")
def withdraw() -> ResponseReturnValue:
    """Let the link show nothing any more."""
    calendars.withdraw_calendar_link(here.installation(), here.actor())
    flash(_("The link to your calendar has been withdrawn."), "success")
    return redirect(url_for("account.show", _anchor="calendar"), 303)

"""The page of an event, also with a form that could not be saved."""

from __future__ import annotations

from collections.abc import Mapping

from flask import render_template, request

from matcher.services import events as service
from matcher.services.events import Wanted
from webui import addresses, here


def event_page(
    event_id: str, wanted: Wanted | None = None, errors: Mapping[str, str] | None = None
) -> str:
    """The page; `wanted` is what was written of a sign-up that is not kept."""
    page = service.show_event(here.installation(), here.actor(), event_id, as_of=here.today())
    _event, intentions = service.list_intentions(
        here.installation(), here.actor(), event_id, as_of=here.today()
    )
    return render_template(
        "events/show.html",
        page=page,
        event=page.event,
        address=None if page.link is None else addresses.shared(page.link.path),
        numbers=service.overview(page, intentions),
        wanted=wanted or Wanted(),
        errors=errors or {},
    )


def sent_wanted() -> Wanted:
    """What was written of a sign-up."""
    return Wanted(
        organisation=request.form.get("organisation", ""),
        organisation_id=request.form.get("organisation_id", ""),
        person=request.form.get("person", ""),
        email=request.form.get("email", ""),
        language=here.language(),
        absent=tuple(
            int(text) for text in request.form.getlist("absent")
            if text.isascii() and text.isdigit() and len(text) < 4
        ),
    )  # fmt: skip

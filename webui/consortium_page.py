"""The page with consortia for an idea."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from matcher.errors import Refusal
from matcher.services.briefs import show_brief
from matcher.services.show_consortium import show_consortium
from webui import here
from webui.consortium_picture import picture_of
from webui.errors import status_of

LARGEST = 50
"""More new members than anybody can gather: a larger number in an address is none."""


def consortium_page(brief_id: str) -> ResponseReturnValue:
    """The consortia; an idea that nothing can be composed for says what to change."""
    view = show_brief(here.installation(), here.actor(), brief_id)
    size = request.args.get("size", type=int)
    size = size if size is not None and 0 < size <= LARGEST else None
    context = {"brief_id": brief_id, "title": view.title, "size": size}
    try:
        page = show_consortium(
            here.installation(), here.actor(), brief_id, as_of=here.today(), size=size
        )
    except Refusal as refusal:
        if refusal.code not in {"invalid", "ambiguous"}:
            raise
        told = render_template("briefs/consortium.html", refused=refusal, **context)
        return told, status_of(refusal)
    return render_template(
        "briefs/consortium.html",
        page=page,
        shown=[(one, picture_of(page, one)) for one in page.consortia],
        **context,
    )

"""What the form that keeps candidates offers: the shortlists there are, or a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import request

from matcher.services.access import may
from matcher.services.shortlists import ShortlistLine, list_shortlists
from webui import here


@dataclass(frozen=True, kw_only=True, slots=True)
class Keeping:
    """The shortlists for the organisation at hand (`own`), the others, and what is filled in.

    `chosen` is a shortlist's id, empty for a new one, which would be called `title`.
    """

    own: tuple[ShortlistLine, ...]
    others: tuple[ShortlistLine, ...]
    chosen: str
    title: str
    errors: Mapping[str, str]


def keeping(owner: str, title: str, errors: Mapping[str, str]) -> Keeping | None:
    """The form's content for candidates for `owner` (an id, or empty); None for readers.

    What was chosen last stays chosen, else it is the newest shortlist for the owner.
    """
    if not may(here.actor(), "save_shortlist"):
        return None
    lines = list_shortlists(here.installation(), here.actor())
    own = tuple(line for line in lines if line.organisation and line.organisation[0] == owner)
    chosen = request.values.get("shortlist")
    if chosen is None or chosen not in {"", *(line.id for line in lines)}:
        chosen = own[0].id if own else ""
    return Keeping(
        own=own,
        others=tuple(line for line in lines if line not in own),
        chosen=chosen,
        title=request.form.get("title", title),
        errors=errors,
    )

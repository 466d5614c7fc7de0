"""The page of one shortlist, also when something that was sent could not be saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from flask import render_template

from matcher.errors import Refusal
from matcher.services.shortlists import (
    EntryView,
    Heading,
    Progress,
    ShortlistView,
    Why,
    show_shortlist,
)
from matcher.services.web_address import web_address
from matcher.wording.labels import STATES, sector_label
from webui import here
from webui.reasons import Reasons, reasons_of, scale_of

BADGES = {"agreed": "success", "declined": "error", "met": "info", "answered": "info"}
"""How the badge of a state looks; those not named are plain."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Typed:
    """What was sent and could not be saved, and what is wrong with it by the name of the field.

    `part` says which form it was: "heading", "candidate" or the id of an organisation. `now` are
    the texts that somebody else saved meanwhile: the form is filled anew against these.
    """

    part: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    now: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Filled:
    """A form as shown: its texts, and what they were when it was opened."""

    texts: Mapping[str, str]
    before: Mapping[str, str]


def typed(
    part: str, texts: Mapping[str, str], errors: Mapping[str, str], refusal: Refusal
) -> Typed:
    """What a refused form is shown with."""
    now = refusal.details.get("now")
    return Typed(part=part, texts=texts, errors=errors, now=now if isinstance(now, Mapping) else {})


def shortlist_page(shortlist_id: str, sent: Typed) -> str:
    """The page; Refusal (not_found) if there is no such shortlist."""
    shortlist = show_shortlist(here.installation(), here.actor(), shortlist_id)
    scale = scale_of(entry.why for entry in shortlist.entries if entry.why)
    return render_template(
        "shortlists/show.html",
        shortlist=shortlist,
        heading=_filled("heading", _heading(shortlist), sent),
        entries=[
            (entry, _reasons(entry.why, scale), _filled(entry.id, _progress(entry), sent))
            for entry in shortlist.entries
        ],
        sent=sent,
        states=STATES,
        badges=BADGES,
        sector_label=sector_label,
        web_address=web_address,
    )


def _filled(part: str, kept: Mapping[str, str], sent: Typed) -> Filled:
    if sent.part != part:
        return Filled(texts=kept, before=kept)
    return Filled(texts={**kept, **sent.texts}, before={**kept, **sent.now})


def _heading(shortlist: ShortlistView) -> dict[str, str]:
    key, name = shortlist.organisation or ("", "")
    return asdict(Heading(title=shortlist.title, organisation=name, organisation_id=key))


def _progress(entry: EntryView) -> dict[str, str]:
    return asdict(Progress(status=entry.status, note=entry.note or ""))


def _reasons(why: Why | None, scale: float) -> Reasons | None:
    return None if why is None else reasons_of(why, scale)

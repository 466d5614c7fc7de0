"""The page of one shortlist, also when something that was sent could not be saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from flask import render_template

from matcher.errors import Refusal
from matcher.partnership.steps import Standing, likely_next, next_states, standing
from matcher.services.shortlists import (
    EntryView,
    Heading,
    ShortlistView,
    StepText,
    Why,
    show_shortlist,
)
from matcher.services.web_address import web_address
from matcher.wording.labels import STATES, WHY_NOT, sector_label
from webui import here
from webui.reasons import Reasons, reasons_of, scale_of
from webui.record_words import date_type, labelled

BADGES = {"agreed": "success", "declined": "error", "met": "info", "answered": "info"}
"""How the badge of a state looks; those not named are plain."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Typed:
    """What was sent and could not be saved, and what is wrong with it by the name of the field.

    `part` says which form it was: "heading", "candidate", or "step-" or "note-" and the id of an
    organisation. `now` are the texts that somebody else saved meanwhile: the form is filled anew
    against these.
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """A candidate as the page shows it: why it is there, where one stands, and its two forms."""

    entry: EntryView
    reasons: Reasons | None
    standing: Standing
    step: Filled
    note: Filled
    states: list[tuple[str, str]]


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
        shown=[_shown(entry, scale, sent) for entry in shortlist.entries],
        sent=sent,
        **WORDS,
    )


WORDS = {
    "states": STATES,
    "badges": BADGES,
    "why_not": WHY_NOT,
    "sector_label": sector_label,
    "date_type": date_type,
    "web_address": web_address,
}
"""What templates of shortlists are given."""


def state_options(state: str) -> list[tuple[str, str]]:
    """The states to choose from after one, the likely ones first."""
    labels = dict(labelled(STATES))
    return [(code, labels[code]) for code in next_states(state)]


def _shown(entry: EntryView, scale: float, sent: Typed) -> Shown:
    following = StepText(state=likely_next(entry.status), day=here.today().isoformat())
    return Shown(
        entry=entry,
        reasons=_reasons(entry.why, scale),
        standing=standing(entry.status, entry.steps, here.today()),
        step=_filled(f"step-{entry.id}", asdict(following), sent),
        note=_filled(f"note-{entry.id}", {"note": entry.note or ""}, sent),
        states=state_options(entry.status),
    )


def _filled(part: str, kept: Mapping[str, str], sent: Typed) -> Filled:
    if sent.part != part:
        return Filled(texts=kept, before=kept)
    return Filled(texts={**kept, **sent.texts}, before={**kept, **sent.now})


def _heading(shortlist: ShortlistView) -> dict[str, str]:
    key, name = shortlist.organisation or ("", "")
    return asdict(Heading(title=shortlist.title, organisation=name, organisation_id=key))


def _reasons(why: Why | None, scale: float) -> Reasons | None:
    return None if why is None else reasons_of(why, scale)

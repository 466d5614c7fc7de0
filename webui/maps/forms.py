"""What the lists of conditions and of looks beside the map offer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from flask_babel import gettext as _
from flask_babel import ngettext

from matcher.network.choosing import UNKNOWN
from matcher.network.evidence import COLLABORATION, REPORTED
from matcher.services.map_choices import MapChoices, Terms
from matcher.services.map_view import MOST_STEPS
from matcher.text import danish_key
from matcher.wording.labels import AGREEMENTS, NOT_KNOWN, sector_label
from matcher.wording.message import Message, message
from webui.maps.conditions import day_said
from webui.maps.look import CHOICES, TITLES, Look
from webui.say import say

Choice = tuple[str, str]

YEARS = 6
"""So many of the years with ties are offered; other days come through the address."""

MONTHS = (6, 12, 24)
"""When funding may end, counted from today."""


def choices(available: MapChoices, today: date, said: Mapping[str, str]) -> dict[str, list[Choice]]:
    """(value, text) of every list, by the condition it is for; `said` are those that are on.

    Only what some organisation or tie has is offered. A day that is on and in no list is put
    there, so that the form says what is shown.
    """
    lists = {
        "sector": [
            ("", _("All sectors")),
            *((code or UNKNOWN, say(sector_label(code))) for code in available.sectors),
        ],
        "theme": [("", _("All themes")), *_terms(available.themes)],
        "area": [("", _("All areas")), *((name, name) for name in available.areas)],
        "from": [
            ("", _("All that are known")),
            (today.isoformat(), _("Only those that go on")),
            *(
                (f"{year}-01-01", _("Not ended before %(year)s", year=year))
                for year in available.years[:YEARS]
            ),
        ],
        "kind": [("", _("All kinds")), *_terms(available.kinds)],
        "target_group": [("", _("All target groups")), *_terms(available.target_groups)],
        "offers": [("", _("Whatever they offer")), *_terms(available.offers)],
        "needs": [("", _("Whatever they need")), *_terms(available.needs)],
        "until": [
            ("", _("Whenever they began")),
            *(
                (f"{year - 1}-12-31", _("Before %(year)s", year=year))
                for year in available.years[:YEARS]
            ),
        ],
        "agreement": [
            ("", _("Any or none")),
            *_there(
                {**AGREEMENTS, UNKNOWN: NOT_KNOWN},
                {word or UNKNOWN for word in available.agreements},
                said.get("agreement"),
            ),
        ],
        "funding_until": [
            ("", _("Whenever the funding ends")),
            *(
                (
                    _later(today, months),
                    ngettext("Within %(num)s month", "Within %(num)s months", months),
                )
                for months in (MONTHS if available.last_money else ())
            ),
        ],
        "evidence": [
            ("", _("Everything")),
            *_there(
                {
                    COLLABORATION: message("Joint collaborations"),
                    REPORTED: message("What somebody reported"),
                },
                {*available.evidence},
                said.get("evidence"),
            ),
        ],
    }
    for key in ("from", "until", "funding_until"):
        if said.get(key) and said[key] not in dict(lists[key]):
            lists[key].append((said[key], day_said(said[key])))
    return lists


def steps_choices() -> list[Choice]:
    """How far away the others may be from the organisation that a map is around."""
    return [
        (str(steps), ngettext("%(num)s step away", "%(num)s steps away", steps))
        for steps in range(1, MOST_STEPS + 1)
    ]


def look_choices(look: Look) -> list[tuple[str, str, list[Choice], str]]:
    """(name, title, choices, chosen) of each part of a look."""
    return [
        (key, say(TITLES[key]), [(word, say(text)) for word, text in words.items()], chosen)
        for key, words in CHOICES.items()
        for chosen in (getattr(look, key),)
    ]


def _terms(terms: Terms) -> list[Choice]:
    said = [(term, say(words)) for term, words in terms]
    return sorted(said, key=lambda choice: danish_key(choice[1]))


def _there(words: Mapping[str, Message], seen: Collection[str], on: str | None) -> list[Choice]:
    """The words that some tie has, and the one that is on, for the form says what is shown."""
    return [(word, say(text)) for word, text in words.items() if word in seen or word == on]


def _later(today: date, months: int) -> str:
    return (today + timedelta(days=round(months * 365.25 / 12))).isoformat()

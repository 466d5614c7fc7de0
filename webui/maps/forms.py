"""What the lists of conditions beside the map offer."""

from __future__ import annotations

from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from matcher.network.choosing import UNKNOWN
from matcher.services.map_choices import MapChoices
from matcher.services.map_view import MOST_STEPS
from matcher.text import danish_key
from matcher.wording.labels import sector_label
from webui.say import say

Choice = tuple[str, str]


def choices(available: MapChoices, today: date) -> dict[str, list[Choice]]:
    """(value, text) of every list, by the name that the template has for it."""
    themes = [(term, say(words)) for term, words in available.themes]
    return {
        "sector_choices": [
            ("", _("All sectors")),
            *((code or UNKNOWN, say(sector_label(code))) for code in available.sectors),
        ],
        "theme_choices": [
            ("", _("All themes")),
            *sorted(themes, key=lambda choice: danish_key(choice[1])),
        ],
        "area_choices": [("", _("All areas")), *((name, name) for name in available.areas)],
        "period_choices": [
            ("", _("All that are known")),
            (today.isoformat(), _("Only those that go on")),
        ],
        "steps_choices": [
            (str(steps), ngettext("%(num)s step away", "%(num)s steps away", steps))
            for steps in range(1, MOST_STEPS + 1)
        ],
    }

"""What the pages of anchoring say with a little choosing: states, what is missing, risks."""

from __future__ import annotations

from flask_babel import lazy_gettext

from webui.record_words import date_type, period

TALK_STATES = {
    "held": (lazy_gettext("Held"), "success"),
    "due": (lazy_gettext("Due now"), "warning"),
    "passed": (lazy_gettext("Not held"), None),
    "coming": (lazy_gettext("To come"), "info"),
}
"""What the state of a talk is called, and how its badge looks."""

DECISION_STATES = {
    "open": (lazy_gettext("To be done"), "info"),
    "overdue": (lazy_gettext("Late"), "warning"),
    "done": (lazy_gettext("Done"), "success"),
}
"""The same of a decision."""

MISSING = {
    "start": lazy_gettext(
        "When does the collaboration begin? Then the talks at the start and midway fall due by"
        " themselves."
    ),
    "money_end": lazy_gettext(
        "When does the money end? Then the talks 12, 6 and 3 months before fall due by themselves."
    ),
    "early_end": lazy_gettext(
        "The money of a grant ends before the collaboration begins. One of the two days is wrong."
    ),
}
"""What must be known before all talks can fall due."""

WORDS = {
    "talk_states": TALK_STATES,
    "decision_states": DECISION_STATES,
    "missing_words": MISSING,
    "period": period,
    "date_type": date_type,
}
"""What templates of anchoring are given."""

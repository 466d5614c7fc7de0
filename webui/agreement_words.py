"""What the pages of an agreement call where it stands."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from matcher.services.agreements import AgreementStage

STATES = {
    "not_known": (lazy_gettext("Not known whether there is an agreement"), None),
    "none": (lazy_gettext("No agreement"), "warning"),
    "oral": (lazy_gettext("Oral agreement"), "warning"),
    "elsewhere": (lazy_gettext("Written agreement, made elsewhere"), "success"),
    "draft": (lazy_gettext("Draft"), "info"),
    "laid_before": (lazy_gettext("Laid before the parties"), "info"),
    "all": (lazy_gettext("Accepted by all"), "success"),
}
"""What each state is called, and how its badge looks; "some" is told with its numbers."""


def badge_of(stage: AgreementStage) -> tuple[str, str | None]:
    """A text and the look of its badge."""
    standing = stage.standing
    if standing.state == "some":
        accepted = len(standing.accepted)
        of = accepted + len(standing.missing)
        return _("Accepted by %(n)s of %(of)s", n=accepted, of=of), "info"
    text, variant = STATES[standing.state]
    return str(text), variant

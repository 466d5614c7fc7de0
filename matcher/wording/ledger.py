"""What the ledger's stages, tables and figures are called, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.partnership.ledger import Funnel, Stage
from matcher.wording.labels import STATES, WHY_NOT
from matcher.wording.message import Message, message, messages_n

STAGE_LABELS: Mapping[str, Message] = {
    **{state: label for state, label in STATES.items() if state != "declined"},
    "written": message("Written agreement"),
    "alive": message("Alive a year after the grant"),
}

TABLE_LABELS: Mapping[str, Message] = {
    "period": message("By period"),
    "theme": message("By theme"),
    "sector": message("By sector"),
    "district": message("By district"),
}

KEY_LABELS: Mapping[str, Message] = {
    "period": message("Period"),
    "theme": message("Theme"),
    "sector": message("Sector"),
    "district": message("District"),
}

MEANINGS: tuple[Message, ...] = (
    message(
        "A candidate is an organisation on a shortlist; one that is on two lists counts twice. It "
        "belongs to the period in which it was put on the list, whenever the rest happened."
    ),
    message(
        "Who has come to a stage has also passed those before it, noted or not. A no after a "
        "contact is an answer. A step back takes back what came after it."
    ),
    message(
        "Days are the median from one stage to the next, of those candidates for whom both days "
        "were noted. Steps from before days were kept are counted, but have no days."
    ),
    message(
        "A written agreement is that of a collaboration which was started from the list and in "
        "which the candidate takes part."
    ),
    message(
        "Alive a year after the grant: of these, the collaborations that had not ended twelve "
        "months after the last of their grants. Where no end of a grant is known, or the twelve "
        "months have not passed, it is not known yet, and that is never counted as a no."
    ),
    message(
        "The theme is that of the idea that the list is for, else of the organisation it is for; a "
        "list may have several. Sector and district are the candidate's own."
    ),
)
"""How everything is counted, for the page and for the files."""


def days_words(stage: Stage) -> Message | None:
    """How long it took from the stage before, and how many that rests on; None if not known."""
    if stage.days is None:
        return None
    return messages_n(
        "{days} days (of {n} candidate)",
        "{days} days (of {n} candidates)",
        n=stage.rests_on,
        days=stage.days,
    )


UNDER_COUNTS = message(
    "Under each number the median days from the stage before, and of how many they are known."
)


def days_short(stage: Stage) -> Message | None:
    """As `days_words`, for the cell of a table under UNDER_COUNTS; whole days."""
    if stage.days is None:
        return None
    return message("{days} d. ({n})", days=round(stage.days), n=stage.rests_on)


def reason_label(reason: str | None) -> Message:
    """Why somebody declined, in words."""
    return WHY_NOT.get(reason or "", message("No reason noted"))


def not_known_words(funnel: Funnel) -> Message | None:
    """Of how many with a written agreement it is not known yet whether they last."""
    if not funnel.unknown:
        return None
    return messages_n("of {n} it is not known yet", "of {n} it is not known yet", n=funnel.unknown)


def judged_words(judged: int) -> Message:
    """How many of the no's became verdicts."""
    return messages_n(
        "{n} of them is a verdict that later suggestions take into account.",
        "{n} of them are verdicts that later suggestions take into account.",
        n=judged,
    )

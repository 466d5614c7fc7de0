"""The grants that end soon, and what hangs on each: as a list and as a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.exchange.shortlist_file import Column, ShortlistSheet, write_csv, write_xlsx
from matcher.partnership.calendar import months_after
from matcher.partnership.falling import fall_counts
from matcher.services.access import Actor, require
from matcher.services.anchoring.network_now import GrantLine, all_grants, network_now
from matcher.services.anchoring.records import has_plan
from matcher.services.installation import Installation
from matcher.store.queries import anchoring
from matcher.wording.message import Message, message
from matcher.wording.say import say

SOON_MONTHS = 12
"""How far ahead grants are listed: when the first talk before the end falls due."""

TITLE = message("Grants that end")


@dataclass(frozen=True, kw_only=True, slots=True)
class EndingGrant:
    """A grant that ends soon.

    `ties` hang on it alone, `alone` organisations would have no other; `planned` of its
    collaborations have an anchoring plan.
    """

    grant: GrantLine
    ties: int
    alone: int
    planned: int


def ending_grants(
    installation: Installation, actor: Actor, *, as_of: date
) -> tuple[EndingGrant, ...]:
    """The grants that end within SOON_MONTHS, the soonest first."""
    require(actor, "show_partnership")
    until = months_after(as_of, SOON_MONTHS)
    known = all_grants(installation, as_of).values()
    soon = [grant for grant in known if as_of <= grant.end <= until]
    if not soon:
        return ()
    now = network_now(installation, as_of)
    soon.sort(key=lambda each: each.key[::-1])
    paid = [{line.id for line in grant.collaborations} for grant in soon]
    with installation.reading() as session:
        plans = anchoring.plans(session, set().union(*paid))
    planned = {key for key, plan in plans.items() if has_plan(plan)}
    grants = [(now.paid(ids), grant.end) for ids, grant in zip(paid, soon, strict=True)]
    counts = fall_counts(now.ties, grants, len(now.landscape))
    return tuple(
        EndingGrant(grant=grant, ties=ties, alone=alone, planned=len(ids & planned))
        for grant, ids, (ties, alone) in zip(soon, paid, counts, strict=True)
    )


def export_ending_grants(
    installation: Installation, actor: Actor, ending: str, *, language: str, as_of: date
) -> bytes:
    """The list as "xlsx" or "csv", in a language."""

    def said(text: Message) -> str:
        return say(text, language)

    found = ending_grants(installation, actor, as_of=as_of)
    sheet = ShortlistSheet(
        tab=said(TITLE),
        title=said(TITLE),
        about=(said(message("As of {day}.", day=as_of)), said(MEANS)),
        columns=(
            Column(heading=said(message("Ends")), width=14, number_format="yyyy-mm-dd"),
            Column(heading=said(message("Source")), width=30),
            Column(heading=said(message("Amount")), width=14, number_format="#,##0"),
            Column(heading=said(message("Collaborations")), width=50),
            Column(heading=said(message("With an anchoring plan")), width=14),
            Column(heading=said(message("Ties that fall")), width=14),
            Column(heading=said(message("Would stand alone")), width=14),
        ),
        rows=tuple(
            (
                each.grant.end,
                each.grant.source,
                each.grant.amount,
                "; ".join(line.title for line in each.grant.collaborations),
                each.planned,
                each.ties,
                each.alone,
            )
            for each in found
        ),
    )
    return write_xlsx(sheet) if ending == "xlsx" else write_csv(sheet)


MEANS = message(
    "A tie falls with a grant if it goes on today and nothing else goes on beyond the day: no other"
    " collaboration between the two, and no tie that somebody reported. An organisation would stand"
    " alone if it has no tie left. Grants of one source that end on one day count as one."
)

"""The records that the ledger counts, as its rules want them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from matcher.partnership.calendar import local_day
from matcher.partnership.ledger_entry import Entry, Move, Outcome, lasts
from matcher.store.queries import ledger
from matcher.store.queries.ledger import Candidate, StartedRow
from matcher.store.session import Session


@dataclass(frozen=True, kw_only=True, slots=True)
class Gathered:
    """All candidates by (shortlist, organisation); the collaborations from lists, with what became
    of each."""

    entries: Mapping[Candidate, Entry]
    started: Sequence[StartedRow]
    outcomes: Mapping[str, Outcome]


def gather(session: Session, today: date, zone: ZoneInfo) -> Gathered:
    """Everything that is counted, as it stands today."""
    started = ledger.started(session)
    outcomes = {each.id: _outcome(each, today, zone) for each in started}
    of_candidates: dict[Candidate, list[Outcome]] = defaultdict(list)
    for each in started:
        for organisation in each.organisations:
            of_candidates[each.shortlist, organisation].append(outcomes[each.id])
    themes, steps = ledger.themes(session), ledger.steps(session)
    entries = {
        (row.shortlist, row.organisation): Entry(
            listed=local_day(row.added, zone),
            state=row.status,
            moves=tuple(
                Move(
                    state=step.state,
                    came_from=step.came_from,
                    day=step.day,
                    reason=step.reason,
                    judged=step.judged,
                )
                for step in steps.get((row.shortlist, row.organisation), ())
            ),
            themes=themes.get(row.shortlist, frozenset()),
            sector=row.sector,
            district=row.district,
            outcome=_joined(of_candidates.get((row.shortlist, row.organisation), ())),
        )
        for row in ledger.entries(session)
    }
    return Gathered(entries=entries, started=started, outcomes=outcomes)


def _outcome(row: StartedRow, today: date, zone: ZoneInfo) -> Outcome:
    written = row.agreement == "written"
    laid = row.agreed_version
    return Outcome(
        written=written,
        written_day=local_day(laid, zone) if written and laid is not None else None,
        alive=lasts(row.end, row.grants, today),
    )


def _joined(outcomes: Iterable[Outcome]) -> Outcome:
    """Of several collaborations from one list: that one is written, the first such day, and that
    one of them lasts, which weighs more than that another did not."""
    written = [each for each in outcomes if each.written]
    if not written:
        return Outcome()
    alive = [each.alive for each in written]
    return Outcome(
        written=True,
        written_day=min((each.written_day for each in written if each.written_day), default=None),
        alive=True if True in alive else None if None in alive else False,
    )

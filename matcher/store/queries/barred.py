"""Who is not to be brought together, by what people have said of each for the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.store.queries.verdicts import LEFT_OUT
from matcher.store.tables import Shortlist, ShortlistEntry, Verdict


def barred_pairs(session: Session) -> Mapping[str, frozenset[str]]:
    """Of each organisation (id) those it is not to be brought together with, either way round.

    They declined on a shortlist for it, or a verdict leaves them out of its suggestions; or the
    same was said of it for them. Two statements, however many they are.
    """
    declined = session.execute(
        select(Shortlist.organisation_id, ShortlistEntry.organisation_id)
        .join(Shortlist, Shortlist.id == ShortlistEntry.shortlist_id)
        .where(Shortlist.organisation_id.is_not(None), ShortlistEntry.status == "declined")
    )
    left_out = session.execute(
        select(Verdict.asker_id, Verdict.candidate_id).where(
            Verdict.asker_id.is_not(None), Verdict.verdict.in_(sorted(LEFT_OUT))
        )
    )
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in (*declined, *left_out):
        found[one].add(other)
        found[other].add(one)
    return {key: frozenset(others) for key, others in found.items()}

"""What a network's own past asks and answers: who was looked for, and who it turned out to be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from matcher.brief import Brief
from matcher.landscape import CollaborationRow, Rows

# One of more is a register or a campaign: who is in it says nothing of who works together.
MOST_PARTICIPANTS = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """Who would fit? Asked by an organisation before a collaboration began.

    `relevant` are the others that took part in it and were known by then. They and the brief's
    organisations are rows, its terms columns, of any landscape built of the same organisations
    and terms. `collaboration` numbers the collaborations asked about.
    """

    brief: Brief
    relevant: tuple[int, ...]
    collaboration: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Undertaking:
    """A dated collaboration with the rows of those who took part."""

    row: CollaborationRow
    start: dt.date
    members: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """All that is dated before a day, from the earliest collaboration to the latest.

    What bears no date may have come later, so undated collaborations and ties are not in `rows`.
    What organisations say of themselves is never dated: it is taken as if said all along.
    """

    rows: Rows
    undertakings: tuple[Undertaking, ...]

    def known(self, cut: dt.date) -> frozenset[int]:
        """Those who had taken part in anything before a day."""
        return frozenset(
            member for each in self.undertakings if each.start < cut for member in each.members
        )

    def questions(self, cut: dt.date) -> tuple[Question, ...]:
        """What collaborations from a day on ask of those who were known before it."""
        known = self.known(cut)
        columns = {name: _columns(self.rows, name) for name in ("theme", "target_group")}
        return tuple(
            question
            for number, each in enumerate(self.undertakings)
            if each.start >= cut and len(each.members) <= MOST_PARTICIPANTS
            for question in _asked(number, each, known, columns)
        )


def history(rows: Rows, until: dt.date) -> History:
    """The history that the rows tell up to a day, that day not included."""
    dated = {
        row.id: row for row in rows.collaborations if row.start is not None and row.start < until
    }
    place = {key: at for at, key in enumerate(sorted(row.id for row in rows.organisations))}
    parts = tuple(
        row
        for row in rows.participations
        if row.collaboration in dated and (row.since is None or row.since < until)
    )
    members: dict[str, set[int]] = {key: set() for key in dated}
    for row in parts:
        members[row.collaboration].add(place[row.organisation])
    undertakings = [
        Undertaking(row=row, start=row.start, members=tuple(sorted(members[row.id])))
        for row in dated.values()
        if row.start is not None
    ]
    return History(
        rows=replace(
            rows,
            collaborations=tuple(dated.values()),
            participations=parts,
            ties=tuple(row for row in rows.ties if row.date is not None and row.date < until),
        ),
        undertakings=tuple(sorted(undertakings, key=lambda each: (each.start, each.row.id))),
    )


def _asked(
    number: int,
    undertaking: Undertaking,
    known: frozenset[int],
    columns: Mapping[str, Mapping[str, int]],
) -> Iterator[Question]:
    """The question of each of those known who took part; none where fewer than two were."""
    there = [member for member in undertaking.members if member in known]
    for asker in there if len(there) > 1 else ():
        yield Question(
            brief=_brief(undertaking.row, asker, columns),
            relevant=tuple(member for member in there if member != asker),
            collaboration=number,
        )


def _columns(rows: Rows, vocabulary: str) -> Mapping[str, int]:
    terms = sorted({row.id for row in rows.terms if row.vocabulary == vocabulary})
    return {term: column for column, term in enumerate(terms)}


def _brief(row: CollaborationRow, asker: int, columns: Mapping[str, Mapping[str, int]]) -> Brief:
    """The idea as it could be told before anybody was asked."""
    return Brief(
        purpose="\n".join(text for text in (row.title, row.purpose) if text),
        themes=tuple(columns["theme"][term] for term in sorted(set(row.themes))),
        target_groups=tuple(
            columns["target_group"][term] for term in sorted(set(row.target_groups))
        ),
        area=row.area,
        funding_source=row.funding_source,
        asker=asker,
    )

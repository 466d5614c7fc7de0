"""What tests of following share: rows before and after, and what must be handed over."""

from __future__ import annotations

from dataclasses import replace

from matcher.landscape import Landscape, Rows, build
from matcher.landscape.refresh import Changed, refreshed, tied_before
from tests.engine_factories import AS_OF


def at_first(rows: Rows) -> Landscape:
    """The landscape built from all rows."""
    return build(rows, as_of=AS_OF, revision=1)


def only(rows: Rows, ids: set[str]) -> Rows:
    """These organisations with what they say of themselves."""
    return Rows(
        organisations=tuple(row for row in rows.organisations if row.id in ids),
        capacities=tuple(row for row in rows.capacities if row.organisation in ids),
        interests=tuple(row for row in rows.interests if row.organisation in ids),
    )


def after(before: Rows, now: Rows) -> Rows:
    """All rows, once some organisations are as `now` has them."""
    ids = {row.id for row in now.organisations}
    rest = only(before, {row.id for row in before.organisations} - ids)
    return replace(
        before,
        organisations=(*rest.organisations, *now.organisations),
        capacities=(*rest.capacities, *now.capacities),
        interests=(*rest.interests, *now.interests),
    )


def concerned(landscape: Landscape, rows: Rows, changed: Changed) -> Rows:
    """The rows of everybody whom changes concern, as the records hand them over."""
    tied = tied_before(landscape, changed)
    tied |= {
        r.organisation for r in rows.participations if r.collaboration in changed.collaborations
    }
    tied |= {end for row in rows.ties if row.id in changed.ties for end in (row.a, row.b)}
    return replace(
        only(rows, tied | changed.organisations),
        collaborations=tuple(r for r in rows.collaborations if r.id in changed.collaborations),
        participations=tuple(row for row in rows.participations if row.organisation in tied),
        ties=tuple(row for row in rows.ties if row.a in tied and row.b in tied),
    )


def follow(landscape: Landscape, rows: Rows, changed: Changed) -> Landscape | None:
    """The landscape once these records are as the rows have them."""
    return refreshed(landscape, concerned(landscape, rows, changed), changed, revision=1)

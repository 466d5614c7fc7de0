"""Taking boundaries away."""

from __future__ import annotations

from matcher.network.place.bounds import LEVELS
from matcher.services.access import Actor, require
from matcher.services.boundaries.imports import TOLD
from matcher.services.installation import Installation
from matcher.store.queries import boundaries
from matcher.store.tables.base import new_id
from matcher.text import fold


def remove_boundaries(
    installation: Installation, actor: Actor, level: str, municipality: str = ""
) -> int:
    """Remove the boundaries of a level (of districts: those in a municipality); how many.

    The history keeps which. They come back by importing the file again, not by undoing, since the
    history does not keep outlines.
    """
    require(actor, "import_boundaries")
    if level not in LEVELS:
        return 0
    with installation.writing(actor) as work:
        gone = [
            each
            for each in boundaries.lines(work.session)
            if (each.level, fold(each.municipality)) == (level, fold(municipality))
        ]
        work.batch = new_id()
        boundaries.remove(work.session, [each.id for each in gone])
        work.note_changes(
            {
                "record": "boundary",
                "record_id": each.id,
                "action": "deleted",
                "before": {key: getattr(each, key) for key in TOLD},
                "after": None,
            }
            for each in gone
        )
        work.commit()
    return len(gone)

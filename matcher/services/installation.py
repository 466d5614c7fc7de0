"""One running Samspil: its settings, its records and the landscape it keeps in memory."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy.orm import Session

from matcher.landscape import Landscape, build
from matcher.landscape.refresh import Changed, refreshed, tied_before
from matcher.services.access import Actor
from matcher.settings import Settings
from matcher.store import migrate
from matcher.store.database import Database
from matcher.store.landscape_columns import landscape_columns
from matcher.store.landscape_rows import some_rows, tied_now
from matcher.store.unit_of_work import UnitOfWork, changed_since, revision

# From so many organisations on the landscape follows its records. A smaller one is built anew in
# a tenth of a second, and all its numbers are those of today.
LARGE = 5_000
# More changes at once are an import, and more who are tied by them a very large collaboration:
# then building is about as quick as following.
MOST_CHANGES = 200
MOST_TIED = 500


class Installation:
    """What use cases work on. Safe to share between threads."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.database = Database(settings.database_url)
        self._lock = threading.Lock()
        self._landscape: Landscape | None = None

    def require_current_schema(self) -> None:
        """Refusal (schema_old) unless the database is ready for this version."""
        migrate.require_current(self.database)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One state of the records, to read."""
        with self.database.reading() as session:
            yield session

    @contextmanager
    def writing(self, actor: Actor) -> Iterator[UnitOfWork]:
        """A unit of work in somebody's name; only `commit()` keeps it."""
        with self.database.writing(actor.id, actor.name) as work:
            yield work

    def landscape(self, as_of: date) -> Landscape:
        """The landscape of the newest revision, as of a day; kept until either differs.

        A large one that is kept from the same day follows the organisations, collaborations and
        ties that changed: what is counted over the whole network waits (see `refreshed`). For new
        terms, new areas, many changes or another day it is built anew. Whoever asks meanwhile
        waits, so that no suggestion speaks of what was before.
        """
        with self._lock, self.reading() as session:
            number, kept = revision(session), self._landscape
            if kept is not None and kept.as_of == as_of:
                if kept.revision == number:
                    return kept
                newest = _followed(session, kept, number) or _built(session, as_of, number)
            else:
                newest = _built(session, as_of, number)
            self._landscape = newest
            return newest

    def close(self) -> None:
        """Close the connections to the database."""
        self.database.close()


def _followed(session: Session, kept: Landscape, number: int) -> Landscape | None:
    """The landscape with the records that changed; None where it must be built anew."""
    if len(kept) < LARGE:
        return None
    ids: dict[str, set[str]] = {"organisation": set(), "collaboration": set(), "tie": set()}
    for record, key in changed_since(session, kept.revision):
        if record not in ids:
            return None
        ids[record].add(key)
    changed = Changed(
        organisations=frozenset(ids["organisation"]),
        collaborations=frozenset(ids["collaboration"]),
        ties=frozenset(ids["tie"]),
    )
    if not 0 < len(changed) <= MOST_CHANGES:
        return None
    tied = tied_before(kept, changed) | tied_now(session, changed.collaborations, changed.ties)
    if len(tied) > MOST_TIED:
        return None
    now = some_rows(
        session, changed.organisations | tied, tied=tied, collaborations=changed.collaborations
    )
    return refreshed(kept, now, changed, revision=number)


def _built(session: Session, as_of: date, number: int) -> Landscape:
    with without_collecting():
        return build(landscape_columns(session), as_of=as_of, revision=number)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Without looking for cycles among millions of new objects that have none: half the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()

"""One running Samspil: its settings, its records and the landscape it keeps in memory."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy.orm import Session

from matcher.landscape import Landscape, build
from matcher.services.access import Actor
from matcher.settings import Settings
from matcher.store import migrate
from matcher.store.database import Database
from matcher.store.landscape_rows import landscape_rows
from matcher.store.unit_of_work import UnitOfWork, revision


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
        """The landscape of the newest revision, as of a day; kept until either differs."""
        with self._lock:
            with self.reading() as session:
                number = revision(session)
                kept = self._landscape
                if kept is not None and (kept.revision, kept.as_of) == (number, as_of):
                    return kept
                rows = landscape_rows(session)
            self._landscape = build(rows, as_of=as_of, revision=number)
            return self._landscape

    def close(self) -> None:
        """Close the connections to the database."""
        self.database.close()

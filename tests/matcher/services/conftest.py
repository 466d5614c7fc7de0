"""Use cases run on SQLite and on PostgreSQL alike, with the words of tests/factories.py loaded."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from matcher.services.installation import Installation
from matcher.settings import Settings
from matcher.store.database import Database
from tests.factories import make_terms


@pytest.fixture
def installation(database: Database) -> Iterator[Installation]:
    """An installation on each kind of database, with vocabularies and no other records."""
    url = database.engine.url.render_as_string(hide_password=False)
    made = Installation(Settings(database_url=url))
    make_terms(made)
    yield made
    made.close()

"""A generated network in a database of its own."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from matcher.generated import generated
from matcher.store.bulk import insert_columns
from matcher.store.database import Database
from matcher.store.migrate import migrate


def made_network(folder: Path, organisations: int, seed: int, as_of: date) -> str:
    """The address of a database with such a network.

    Another process makes it, so that the memory this takes is not counted with that of loading.
    """
    url = f"sqlite:///{folder / 'network.db'}"
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        apart.submit(make_network, url, organisations, seed, as_of).result()
    return url


def make_network(url: str, organisations: int, seed: int, as_of: date) -> None:
    """Write the network into an empty database."""
    database = Database(url)
    try:
        migrate(database)
        with database.writing(None, "") as work:
            insert_columns(work.session, generated(organisations, seed, as_of))
            work.commit()
    finally:
        database.close()

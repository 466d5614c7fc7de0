"""Where jobs wait: in an SQLite file beside the records, or in Redis."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from huey import Huey, RedisHuey, SqliteHuey
from huey.exceptions import ConfigurationError
from huey.registry import Message as Envelope

from matcher.errors import Refusal
from matcher.settings import Settings
from matcher.store.database import sqlite_file
from matcher.wording.message import message

_WAIT = 5.0  # seconds for another process to let go of the file


class AsJson:
    """Jobs as JSON: whoever can write into the queue must not thereby run code here."""

    def serialize(self, data: Any) -> bytes:
        """What the queue holds of a job or a note."""
        plain = {"job": list(data)} if isinstance(data, Envelope) else data
        return json.dumps(plain).encode()

    def deserialize(self, data: bytes) -> Any:
        """The job or note again."""
        plain = json.loads(bytes(data))
        if isinstance(plain, dict) and "job" in plain:
            return Envelope(*plain["job"])
        return plain


@contextmanager
def opened(settings: Settings) -> Iterator[Huey]:
    """The queue of an installation.

    Refusal (unavailable) where none is set up that several processes can reach, where it does not
    answer, and for an address of another kind.
    """
    try:
        queue = _made(settings)
        try:
            yield queue
        finally:
            _close(queue)
    except _not_answering() as wrong:
        raise Refusal(
            "unavailable",
            message("The queue for jobs does not answer."),
            message("Is SAMSPIL_JOBS_URL right, and is Redis running?"),
        ) from wrong


def _made(settings: Settings) -> Huey:
    address = settings.jobs_url
    options = {"serializer": AsJson(), "results": False}
    if address.startswith(("redis://", "rediss://", "unix://")):
        try:
            return RedisHuey(_name(settings), url=address, read_timeout=1, **options)
        except ConfigurationError as missing:
            raise Refusal(
                "unavailable",
                message("The driver for Redis is not installed."),
                message("Install it with: pip install 'samspil[server]'"),
            ) from missing
    if address and not address.startswith("sqlite:///"):
        raise Refusal(
            "invalid",
            message("SAMSPIL_JOBS_URL is not the address of a queue."),
            message("Write redis://localhost:6379/0, or nothing for a file beside the database."),
        )
    file = sqlite_file(address or settings.database_url)
    if file is None:
        raise Refusal(
            "unavailable",
            message("There is no queue for jobs."),
            message(
                "With PostgreSQL, set SAMSPIL_JOBS_URL to a Redis, such as redis://localhost:6379/0."
            ),
        )
    if not address:
        file = file.with_name(f"{file.stem}-jobs.db")
    return SqliteHuey(_name(settings), filename=str(file), timeout=_WAIT, **options)


def _name(settings: Settings) -> str:
    """One Redis may serve several installations; a changed password makes no other one."""
    url = urlsplit(settings.database_url)
    where = f"{url.scheme} {url.netloc.rpartition('@')[2]} {url.path}"
    return "samspil" + hashlib.sha256(where.encode()).hexdigest()[:16]


def _close(queue: Huey) -> None:
    if isinstance(queue, SqliteHuey):
        queue.storage.close()
    else:
        queue.storage.conn.close()
        queue.storage.pool.disconnect()


def _not_answering() -> tuple[type[Exception], ...]:
    try:
        from redis.exceptions import RedisError
    except ModuleNotFoundError:
        return (sqlite3.Error, OSError)
    return (RedisError, sqlite3.Error, OSError)

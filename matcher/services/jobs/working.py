"""The worker: takes jobs from the queue, one after the other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from huey import Huey
from huey.signals import SIGNAL_ERROR, SIGNAL_INTERRUPTED

from matcher.errors import Refusal
from matcher.services.installation import Installation
from matcher.services.jobs import board
from matcher.services.jobs.asking import task
from matcher.services.jobs.daily import reminding
from matcher.services.jobs.queue import opened
from matcher.services.jobs.table import JOBS, Job

_LONGEST_SLEEP = 1.0  # seconds between two looks into an empty queue


def work(
    installation: Installation,
    ready: Callable[[], None] | None = None,
    jobs: Mapping[str, Job] = JOBS,
) -> None:
    """Do jobs until the process is asked to stop (SIGINT lets the one at hand come to its end).

    Refusal (unavailable) where there is no queue.
    """
    with opened(installation.settings) as queue:
        name = prepared(queue, installation, jobs)
        board.beat(queue, name)  # a queue that does not answer is refused now, not waited for
        consumer = queue.create_consumer(
            workers=1, periodic=False, max_delay=_LONGEST_SLEEP, check_worker_health=False
        )
        with _alive(installation, name), reminding(installation):
            if ready is not None:
                ready()
            consumer.run()


def prepared(queue: Huey, installation: Installation, jobs: Mapping[str, Job] = JOBS) -> str:
    """A queue that knows how to do jobs and notes how they stand; gives the worker's name."""
    name = uuid4().hex[:12]

    def do(job: str, arguments: dict[str, str]) -> None:
        board.note_running(queue, job, name)
        jobs[job](installation, arguments)
        board.note_done(queue, job)

    task(queue, do)

    def failed(_signal: str, which: Any, wrong: Exception) -> None:
        reason = wrong.text if isinstance(wrong, Refusal) else None
        board.note_failed(queue, which.args[0], reason)

    def interrupted(_signal: str, which: Any) -> None:
        board.note_failed(queue, which.args[0], None)

    queue.signal(SIGNAL_ERROR)(failed)
    queue.signal(SIGNAL_INTERRUPTED)(interrupted)
    return name


@contextmanager
def _alive(installation: Installation, name: str) -> Iterator[None]:
    """Signs of life meanwhile, over a connection of their own."""
    stop = threading.Event()

    def beating() -> None:
        with opened(installation.settings) as queue:
            board.beat(queue, name)
            while not stop.wait(board.BEAT):
                board.beat(queue, name)
            board.leave(queue, name)

    thread = threading.Thread(target=beating, name="signs of life", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=board.BEAT)

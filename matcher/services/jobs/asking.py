"""Asking for a job, and how it stands."""

from __future__ import annotations

from typing import Any

from huey import Huey

from matcher.services.installation import Installation
from matcher.services.jobs import board
from matcher.services.jobs.queue import opened

TASK = "do"
"""What the one task of the queue is called; its arguments name the job."""


def ask(installation: Installation, job: str, **arguments: str) -> bool:
    """Put a job in the queue; False if it is there already. A job that failed may be asked again.

    Refusal (unavailable) where there is no queue: see `opened`.
    """
    with opened(installation.settings) as queue:
        if not board.claim(queue, job):
            return False
        task(queue, _nothing)(job, arguments)
        return True


def stands(installation: Installation, job: str) -> board.Standing:
    """How a job stands. Refusal as for `ask`."""
    with opened(installation.settings) as queue:
        return board.standing(queue, job)


def task(queue: Huey, do: Any) -> Any:
    """The task as this process knows it: what it does matters to workers alone."""

    def run(job: str, arguments: dict[str, str]) -> None:
        do(job, arguments)  # huey knows a task by its module, too, so it is always this one

    return queue.task(name=TASK)(run)


def _nothing(job: str, arguments: dict[str, str]) -> None:
    """Whoever asks never runs a job: a worker names what is done (`working`)."""
    raise NotImplementedError(job)

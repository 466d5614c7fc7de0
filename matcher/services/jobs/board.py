"""How jobs stand, and which workers are there: notes in the queue's own store."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from uuid import uuid4

from huey import Huey

from matcher.wording.message import Message

BEAT = 2.0
"""Seconds between a worker's signs of life."""

QUIET = 15.0
"""After so many seconds without one, nobody is there to take a job."""

LOST = 90.0
"""After so many seconds without one, the job that it had is lost; a computation may hold it up."""

TAKEN = 15.0
"""So many seconds at most are between a job's being taken out of the queue and its beginning."""

State = Literal["none", "waiting", "running", "failed"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """How a job stands: since how many seconds, and why it failed.

    `worker` says whether one has shown a sign of life of late. A job whose worker has gone, and
    one that waits though the queue is empty, has failed without a reason.
    """

    state: State
    seconds: float = 0.0
    reason: Message | None = None
    worker: bool = False

    @property
    def pending(self) -> bool:
        """Whether it is still to be done."""
        return self.state in {"waiting", "running"}

    @property
    def alone(self) -> bool:
        """Whether it waits and nobody is there to take it."""
        return self.state == "waiting" and not self.worker and self.seconds > BEAT


def standing(queue: Huey, job: str) -> Standing:
    """How a job stands now."""
    now = time.time()
    last = queue.get("worker", peek=True)
    worker = last is not None and now - float(last) < QUIET
    note = queue.get(_key(job), peek=True)
    if note is None:
        return Standing(state="none", worker=worker)
    state: State = note["state"]
    if state == "waiting" and now - float(note["since"]) > TAKEN and not queue.pending_count():
        state = "failed"
    if state == "running":
        beat = queue.get(f"worker {note['worker']}", peek=True)
        if now - max(float(beat or 0), float(note["since"])) > LOST:
            state = "failed"
    return Standing(
        state=state,
        seconds=max(0.0, now - float(note["since"])),
        reason=_message(note.get("reason")),
        worker=worker,
    )


def claim(queue: Huey, job: str) -> bool:
    """Note that a job waits; False if it does already, or is being done. One asker alone wins."""
    waiting = {"state": "waiting", "since": time.time(), "id": uuid4().hex}
    if queue.put_if_empty(_key(job), waiting):
        return True
    before = queue.get(_key(job), peek=True)
    if before is None or standing(queue, job).pending:
        return False
    # Of those who saw the same failure one takes its place.
    if not queue.put_if_empty(f"after {before['id']}", 1):
        return False
    queue.put(_key(job), waiting)
    return True


def note_running(queue: Huey, job: str, worker: str) -> None:
    """Note who does it."""
    note = {"state": "running", "since": time.time(), "id": uuid4().hex, "worker": worker}
    queue.put(_key(job), note)


def note_failed(queue: Huey, job: str, reason: Message | None) -> None:
    """Note that it was not done, and why."""
    said = None
    if reason is not None:
        values = {k: v for k, v in reason.values.items() if isinstance(v, str | int | float)}
        said = {"id": reason.id, "values": values}
    note = {"state": "failed", "since": time.time(), "id": uuid4().hex, "reason": said}
    queue.put(_key(job), note)


def note_done(queue: Huey, job: str) -> None:
    """Nothing more to note: what it was to make is there."""
    queue.delete(_key(job))


def beat(queue: Huey, worker: str) -> None:
    """A worker's sign of life."""
    now = time.time()
    queue.put("worker", now)
    queue.put(f"worker {worker}", now)


def leave(queue: Huey, worker: str) -> None:
    """A worker goes; whether others are there shows within some seconds."""
    queue.delete(f"worker {worker}")
    queue.delete("worker")


def _key(job: str) -> str:
    return f"job {job}"


def _message(said: Mapping[str, Any] | None) -> Message | None:
    return None if said is None else Message(id=said["id"], values=said["values"])

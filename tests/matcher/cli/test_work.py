"""`samspil work` as a program of its own, and the one beside `samspil serve`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.jobs.asking import stands
from matcher.services.jobs.queue import opened
from matcher.services.measure_network import kept_measures, request_measures
from matcher.settings import Settings
from tests.matcher.cli.conftest import Samspil
from tests.matcher.cli.test_serve import HOUSE, serving
from tests.matcher.services.jobs.test_jobs import redis_url
from tests.matcher.services.test_measure_network import DAY


@contextmanager
def working(folder: Path, settings: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    program = subprocess.Popen(
        [sys.executable, "-m", "matcher", "work", "--language", "en"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": HOUSE, **settings},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stdout is not None
        assert program.stdout.readline() == "Waiting for jobs. Stop with Ctrl-C.\n"
        yield program
    finally:
        program.kill()
        program.communicate(timeout=30)


def wait_for(happened: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.1)


@pytest.mark.parametrize("kind", ["beside", "redis"])
@pytest.mark.usefixtures("network")
def test_it_does_what_was_asked_for_and_ends_when_told(kind: str, tmp_path: Path) -> None:
    url = redis_url() if kind == "redis" else ""
    asking = Installation(
        Settings(database_url=f"sqlite:///{tmp_path / 'samspil.db'}", jobs_url=url)
    )
    settings = {"SAMSPIL_DATABASE_URL": asking.settings.database_url, "SAMSPIL_JOBS_URL": url}
    try:
        request_measures(asking, OPERATOR, as_of=DAY)
        with working(tmp_path, settings) as program:
            wait_for(lambda: kept_measures(asking, OPERATOR, as_of=DAY) is not None)
            wait_for(lambda: stands(asking, "measures").state == "none")
            assert stands(asking, "measures").worker
            program.send_signal(signal.SIGTERM)
            assert program.wait(30) == 0
    finally:
        with opened(asking.settings) as queue:
            queue.flush()
        asking.close()


def test_serve_has_one_beside_it_that_ends_with_it(
    samspil: Samspil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert samspil("init").code == 0
    asking = Installation(Settings())
    with serving(tmp_path, {}):
        wait_for(lambda: stands(asking, "measures").worker)
    # The server was terminated without a word to its worker, which sees its input closed.
    wait_for(lambda: not stands(asking, "measures").worker, seconds=30)
    asking.close()


def test_without_a_queue_it_says_what_to_set(
    samspil: Samspil, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert samspil("init").code == 0
    monkeypatch.setenv("SAMSPIL_JOBS_URL", "redis://127.0.0.1:1/0")
    answer = samspil("work", "--language", "en")
    assert answer.code == 1
    assert "SAMSPIL_JOBS_URL" in answer.err

"""Jobs wait in SQLite or Redis, are done once, and say how they stand."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from uuid import uuid4

import pytest
from huey import Huey

from matcher.errors import Refusal
from matcher.services.installation import Installation
from matcher.services.jobs import board
from matcher.services.jobs.asking import ask, stands
from matcher.services.jobs.queue import AsJson, opened
from matcher.services.jobs.table import JOBS
from matcher.services.jobs.working import Job, prepared
from matcher.services.measure_network import kept_measures, request_measures
from matcher.settings import Settings
from matcher.wording.message import message
from tests.databases import sqlite_copy
from tests.factories import READER, make_organisation
from tests.matcher.services.test_measure_network import DAY
from tests.missing import missing

REDIS = os.environ.get("SAMSPIL_TEST_REDIS", "redis://127.0.0.1:6379/15")


@pytest.fixture(params=["beside", "redis"])
def installation(
    request: pytest.FixtureRequest, sqlite_template: Path, tmp_path: Path
) -> Iterator[Installation]:
    """An installation with each kind of queue."""
    path = tmp_path / f"{uuid4().hex}.db"
    url = "" if request.param == "beside" else redis_url()
    with sqlite_copy(sqlite_template, path):
        pass
    made = Installation(Settings(database_url=f"sqlite:///{path}", jobs_url=url))
    yield made
    if url:
        with opened(made.settings) as queue:
            queue.flush()
    made.close()


def redis_url() -> str:
    redis = pytest.importorskip("redis")
    client = redis.Redis.from_url(REDIS)
    try:
        client.ping()
    except redis.exceptions.ConnectionError:
        missing(f"no Redis answers at {REDIS}; SAMSPIL_TEST_REDIS can name one")
    finally:
        client.close()
    return REDIS


def do_all(installation: Installation, jobs: Mapping[str, Job]) -> int:
    """What a worker does with all that waits; how many there were."""
    done = 0
    with opened(installation.settings) as queue:
        prepared(queue, installation, jobs)
        while (job := queue.dequeue()) is not None:
            queue.execute(job)
            done += 1
    return done


def test_a_job_is_done_once_however_often_it_is_asked_for(installation: Installation) -> None:
    told: list[Mapping[str, str]] = []
    jobs: dict[str, Job] = {"count": lambda _, asked: told.append(asked)}
    assert ask(installation, "count", day="1")
    assert not ask(installation, "count", day="1")
    assert stands(installation, "count").state == "waiting"
    assert do_all(installation, jobs) == 1
    assert told == [{"day": "1"}]
    assert stands(installation, "count").state == "none"
    assert ask(installation, "count", day="2")


def test_of_many_who_ask_at_once_one_wins(installation: Installation) -> None:
    won: list[bool] = []
    threads = [
        threading.Thread(target=lambda: won.append(ask(installation, "count"))) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == [False] * 5 + [True]


def test_a_job_that_fails_says_why_and_may_be_asked_for_again(
    installation: Installation, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(_: Installation, asked: Mapping[str, str]) -> None:
        raise Refusal("unavailable", message("{what} is missing.", what=asked["what"]))

    ask(installation, "hard", what="Paper")
    do_all(installation, {"hard": refuse})
    found = stands(installation, "hard")
    assert found.state == "failed"
    assert found.reason == message("{what} is missing.", what="Paper")
    assert "hard" in caplog.text or "Refusal" in caplog.text
    assert ask(installation, "hard", what="Ink")
    assert stands(installation, "hard").state == "waiting"


def test_a_job_whose_worker_is_gone_has_failed(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(installation.settings) as queue:
        board.note_running(queue, "long", "somebody")
        board.beat(queue, "somebody")
        assert board.standing(queue, "long").state == "running"
        monkeypatch.setattr(board, "LOST", -1.0)
        assert board.standing(queue, "long").state == "failed"
        assert board.claim(queue, "long")


def test_a_job_that_was_taken_and_never_begun_has_failed(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board, "TAKEN", -1.0)
    ask(installation, "count")
    assert stands(installation, "count").state == "waiting"  # it is in the queue
    with opened(installation.settings) as queue:
        assert queue.storage.dequeue() is not None  # by a worker that ends just then
    assert stands(installation, "count").state == "failed"
    assert ask(installation, "count")
    assert stands(installation, "count").state == "waiting"


def test_a_job_that_waits_for_nobody_says_so(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board, "BEAT", -1.0)
    ask(installation, "count")
    assert stands(installation, "count").alone
    with opened(installation.settings) as queue:
        board.beat(queue, "somebody")
    assert not stands(installation, "count").alone
    with opened(installation.settings) as queue:
        board.leave(queue, "somebody")
    assert stands(installation, "count").alone


def test_the_job_of_the_page_computes_the_measures(installation: Installation) -> None:
    make_organisation(installation, "Alene")
    assert request_measures(installation, READER, as_of=DAY)
    assert do_all(installation, JOBS) == 1
    found = kept_measures(installation, READER, as_of=DAY)
    assert found is not None
    assert found.coverage.organisations == 1


def test_nothing_that_runs_is_in_the_queue(installation: Installation) -> None:
    """Whoever can write there must not be able to run code in the worker."""
    ask(installation, "count", day="1")
    with opened(installation.settings) as queue:
        (data,) = queue.storage.enqueued_items()
        assert bytes(data).startswith(b'{"job"')
        assert isinstance(queue.serializer, AsJson)


REFUSED: dict[str, Callable[[], Settings]] = {
    "SAMSPIL_JOBS_URL to a Redis": lambda: Settings(database_url="postgresql://nobody@h/n"),
    "file beside the database": lambda: Settings(jobs_url="ftp://elsewhere"),
    "is Redis running": lambda: Settings(jobs_url="redis://127.0.0.1:1/0"),
}


@pytest.mark.parametrize("hint", REFUSED)
def test_where_there_is_no_queue_it_says_what_to_do(hint: str) -> None:
    with pytest.raises(Refusal) as refused:
        _look(REFUSED[hint]())
    assert refused.value.hint is not None
    assert hint in refused.value.hint.id


def _look(settings: Settings) -> None:
    with opened(settings) as queue:
        assert isinstance(queue, Huey)
        board.standing(queue, "count")

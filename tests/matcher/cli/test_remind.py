"""`samspil remind`: what it tells, how it ends, and that no crash of its process loses a mail."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.reminders.claims import LEASE
from matcher.services.reminders.way_out import want_mail, way_out
from matcher.store.queries import digests, people
from tests.factories import make_collaboration, make_organisation
from tests.mail_servers import Inbox, mail_server
from tests.matcher.cli.conftest import Samspil
from tests.matcher.cli.test_serve import HOUSE
from tests.matcher.cli.test_work import wait_for
from tests.matcher.services.dues import make_due, make_party, set_dues

KIM = "kim@samspil.example"
WEEK = timedelta(days=7)

# The process that is stopped short has one thing to do, told it by this.
PROGRAM = """
import sys
from datetime import date
from matcher.cli import main
from matcher.services.due import gather
from tests.matcher.services.dues import make_due
due = make_due(user=sys.argv[1], day=date.today())
gather.SOURCES = (lambda *_: iter([due]),)
sys.exit(main([sys.argv[2], "--format", "json"]))
"""


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    with mail_server() as kept:
        yield kept


@pytest.fixture(autouse=True)
def _settings(inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    given = {
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(inbox.port),
        "SMTP_SECURITY": "none",
        "MAIL_FROM": "Samspil <samspil@samspil.example>",
        "PUBLIC_URL": "https://samspil.example",
    }
    for name, value in given.items():
        monkeypatch.setenv(f"SAMSPIL_{name}", value)


@pytest.fixture
def kim(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> str:
    with installation.writing(OPERATOR) as work:
        user = people.add(work, email=KIM, role="editor", name="Kim Prøve")
        work.commit()
    set_dues(monkeypatch, make_due(user=user.id, day=date.today()))
    return user.id


@pytest.mark.usefixtures("kim")
def test_it_tells_what_was_sent_to_whom(samspil: Samspil, inbox: Inbox) -> None:
    trial = samspil("remind", "--dry-run", "--format", "json").json
    assert (trial["dry_run"], trial["planned"], inbox.mails) == (True, 1, [])
    told = samspil("remind", "--format", "json").json
    (digest,) = told["digests"]
    assert (told["sent"], told["failed"], told["as_of"]) == (1, 0, date.today().isoformat())
    assert (digest["email"], digest["things"], digest["state"]) == (KIM, 1, "sent")
    assert [digest["message_id"]] == inbox.ids
    again = samspil("remind", "--format", "json").json
    assert (again["sent"], again["digests"]) == (0, [])


@pytest.mark.usefixtures("kim")
def test_for_people_it_says_so_in_a_table_and_a_line(samspil: Samspil, inbox: Inbox) -> None:
    answer = samspil("remind", "--language", "en")
    assert answer.code == 0
    assert KIM in answer.out
    assert "1 mail was sent." in answer.out
    assert samspil("remind", "--language", "en").out == "There is nothing new to tell anybody.\n"


@pytest.mark.usefixtures("kim")
def test_another_day_may_be_asked_for(samspil: Samspil, inbox: Inbox) -> None:
    before = date.today() - timedelta(days=8)
    assert samspil("remind", "--as-of", before, "--format", "json").json["sent"] == 0
    assert samspil("remind", "--as-of", before + WEEK, "--format", "json").json["sent"] == 1


@pytest.mark.usefixtures("kim")
def test_without_a_server_it_says_what_to_set(
    samspil: Samspil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SAMSPIL_SMTP_HOST")
    answer = samspil("remind", "--language", "en", "--format", "json")
    assert (answer.code, answer.out) == (1, "")
    assert "SAMSPIL_SMTP_HOST" in json.loads(answer.err)["error"]["message"]
    assert samspil("remind", "--dry-run", "--format", "json").json["planned"] == 1


@pytest.mark.usefixtures("kim")
def test_a_server_that_is_down_is_a_refusal(
    samspil: Samspil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMSPIL_SMTP_PORT", "1")
    answer = samspil("remind", "--format", "json")
    assert (answer.code, answer.out) == (1, "")
    assert json.loads(answer.err)["error"]["code"] == "unavailable"


@pytest.mark.usefixtures("kim")
def test_a_receiver_who_is_refused_is_told_and_the_command_is_done(
    samspil: Samspil, inbox: Inbox
) -> None:
    inbox.refuses = {KIM}
    told = samspil("remind", "--format", "json")
    assert told.code == 0
    assert (told.json["sent"], told.json["failed"]) == (0, 1)
    assert "550" in told.json["digests"][0]["reason"]


def run(folder: Path, user: str, verb: str = "remind") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, user, verb],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": HOUSE},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.mark.parametrize("when", ["before the mail was sent", "after the mail was sent"])
def test_a_process_that_is_killed_repeats_a_mail_at_worst(
    when: str, kim: str, tmp_path: Path, inbox: Inbox, installation: Installation
) -> None:
    running: list[subprocess.Popen[str]] = []

    def kill(_: object) -> None:
        running[0].send_signal(signal.SIGKILL)
        running[0].wait(30)

    if when.startswith("before"):
        inbox.on_receiver = kill
    else:
        inbox.on_data = kill  # type: ignore[assignment]  # None is "taken"
    running.append(run(tmp_path, kim))
    assert running[0].wait(60) == -signal.SIGKILL
    running[0].communicate()
    inbox.on_receiver, inbox.on_data = (lambda _receiver: None), (lambda _mail: None)
    with installation.reading() as session:
        (waiting,) = digests.waiting(session, date.today() - WEEK, date.today())
        assert waiting.claimed is not None
    with installation.writing(OPERATOR) as work:  # ten minutes later
        kept = digests.by_id(work.session, waiting.id)
        assert kept is not None
        assert kept.claimed is not None
        kept.claimed -= LEASE
        work.commit()
    program = run(tmp_path, kim)
    out, _ = program.communicate(timeout=60)
    assert json.loads(out)["sent"] == 1
    assert inbox.ids == [waiting.message_id] * (1 if when.startswith("before") else 2)
    assert len(set(inbox.raw)) == 1


def test_processes_at_once_send_one_mail(
    kim: str, tmp_path: Path, inbox: Inbox, installation: Installation
) -> None:
    programs = [run(tmp_path, kim) for _ in range(3)]
    told = [json.loads(program.communicate(timeout=120)[0]) for program in programs]
    assert sorted(each["sent"] for each in told) == [0, 0, 1]
    assert len(inbox.mails) == 1


def test_it_says_whom_to_call_who_wants_no_mails(
    samspil: Samspil,
    installation: Installation,
    inbox: Inbox,
    kim: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with installation.writing(OPERATOR) as work:
        user = people.by_id(work.session, kim)
        assert user is not None
        user.role = "administrator"
        work.commit()
    grethe = "grethe@forening.example"
    party = make_party(installation, contact_email=grethe)
    set_dues(monkeypatch, make_due(party=party, day=date.today()))
    want_mail(installation, way_out(installation, grethe, "da").rpartition("/")[2], wanted=False)
    trial = samspil("remind", "--dry-run", "--language", "en").out
    assert "wants no mail: call them" in trial
    assert "One mail would be sent." in trial
    told = samspil("remind", "--format", "json").json
    assert (told["sent"], told["no_mail"]) == (1, 1)
    assert [(each["email"], each["message_id"]) for each in told["digests"]] == [
        (KIM, *inbox.ids), (grethe, None),
    ]  # fmt: skip
    assert inbox.receivers == [KIM]


def test_it_tells_of_real_records_too(
    samspil: Samspil, installation: Installation, inbox: Inbox
) -> None:
    """With whatever the subjects have to say of a collaboration that nobody carries on here."""
    ends = [make_organisation(installation, name) for name in ("Kulturhuset", "Skolen")]
    make_collaboration(installation, "Sang", ends, end=date.today() + WEEK)
    assert samspil("remind").code == 0


def test_a_worker_sends_them_by_itself(
    kim: str, tmp_path: Path, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Wherever it is noon now.
    east = 12 - datetime.now(UTC).hour
    monkeypatch.setenv("SAMSPIL_TIME_ZONE", f"Etc/GMT{-east:+d}" if east else "UTC")
    program = run(tmp_path, kim, "work")
    try:
        wait_for(lambda: len(inbox.mails) == 1)
    finally:
        program.kill()
        program.communicate()
    assert inbox.receivers == [KIM]

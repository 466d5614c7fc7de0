"""What holds for every command: answers, refusals, exit codes."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from matcher.cli.output import Output
from matcher.services.installation import Installation
from tests.matcher.cli.conftest import Samspil


def test_wrong_usage_is_two(samspil: Samspil) -> None:
    assert samspil().code == 2
    assert samspil("dance").code == 2
    assert samspil("suggest", "x", "--as-of", "2026-02-30").code == 2
    assert samspil("suggest", "x", "--top", "0").code == 2


def test_without_a_database_the_command_that_makes_one_is_named(samspil: Samspil) -> None:
    told = samspil("suggest", "x", "--language", "en")
    assert (told.code, told.out) == (1, "")
    assert "samspil init" in told.err
    assert "Traceback" not in told.err


def test_a_refusal_as_json_stands_alone_on_stderr(samspil: Samspil) -> None:
    told = samspil("suggest", "x", "--format", "json")
    assert told.out == ""
    error = json.loads(told.err)["error"]
    assert set(error) == {"code", "message", "hint"}
    assert error["code"] == "schema_old"


def test_refusals_speak_the_language_asked_for(network: Installation, samspil: Samspil) -> None:
    danish = samspil("suggest", "Findes ikke", "--language", "da")
    english = samspil("suggest", "Findes ikke", "--language", "en")
    assert danish.code == english.code == 1
    assert danish.err != english.err


def test_an_unknown_setting_is_refused(samspil: Samspil, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPIL_PORT", "80")
    told = samspil("init")
    assert told.code == 1
    assert "SAMSPIL_PORT" in told.err


def test_no_command_answers_with_not_a_number(network: Installation, samspil: Samspil) -> None:
    for command in (("suggest", "shop"), ("introduce", "home", "friends")):
        assert samspil(*command, "--format", "json").json


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE alembic_version SET version_num = '0000'",
        "DELETE FROM alembic_version",
        "DROP TABLE term",
    ],
)
@pytest.mark.parametrize("command", ["init", "suggest"])
def test_a_database_that_is_not_as_it_should_be_is_said_plainly(
    network: Installation, samspil: Samspil, harm: str, command: str
) -> None:
    network.close()
    with sqlite3.connect("samspil.db") as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(harm)
    connection.close()
    arguments = [command] if command == "init" else [command, "home"]
    told = samspil(*arguments, "--format", "json")
    assert (told.code, told.out) == (1, "")
    assert set(json.loads(told.err)["error"]) == {"code", "message", "hint"}


def test_letters_that_are_none_are_nobodys_name(network: Installation, samspil: Samspil) -> None:
    told = samspil("suggest", b"A\xff\xfe".decode("utf-8", "surrogateescape"), "--format", "json")
    assert (told.code, json.loads(told.err)["error"]["code"]) == (1, "not_found")


def test_a_file_of_such_letters_is_told_as_json(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="utf-8"))
    Output("json", "da").json({"file": "\udcff.json"})
    sys.stdout.flush()
    assert json.loads(raw.getvalue().decode()) == {"file": "\udcff.json"}


def test_bytes_of_a_name_are_utf8_whatever_the_system_thinks(
    network: Installation, samspil: Samspil
) -> None:
    name = "Åkander & Co".encode().decode("ascii", "surrogateescape")
    assert samspil("suggest", name, "--format", "json").json["for"]["id"] == "shop"


@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_answers_are_utf8_or_at_least_there(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="latin-1"))
    output = Output(form, "da")  # type: ignore[arg-type]
    if form == "table":
        output.line("Æblet ☃")
    elif form == "csv":
        output.table([], [["Æblet ☃"]])
    else:
        output.json("Æblet ☃")
    sys.stdout.flush()
    expected = "Æblet ?".encode("latin-1") if form == "table" else "Æblet ☃".encode()
    assert expected in raw.getvalue()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_an_answer_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        told = subprocess.run(
            [sys.executable, "-m", "matcher", "init"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "SAMSPIL_DATABASE_URL": f"sqlite:///{tmp_path / 'x.db'}"},
        )
    assert told.returncode == 1
    assert "Traceback" not in told.stderr
    assert told.stderr.strip()

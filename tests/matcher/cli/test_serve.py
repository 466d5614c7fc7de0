"""`samspil serve`, as a program of its own that answers over the network."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from tests.matcher.cli.conftest import Samspil

Serve = Callable[[dict[str, str]], AbstractContextManager[str]]
HOUSE = str(Path(__file__).parents[3])
FORWARDED = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "samspil.example"}


@contextmanager
def serving(folder: Path, settings: dict[str, str]) -> Iterator[str]:
    """The address at which the program answers while it runs."""
    program = subprocess.Popen(
        [sys.executable, "-m", "matcher", "serve", "--port", "0", "--language", "en"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": HOUSE, "PYTHONUNBUFFERED": "1", **settings},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stdout is not None
        found = re.search(r"http://[0-9.]+:[0-9]+", program.stdout.readline())
        assert found is not None
        yield found[0]
    finally:
        program.terminate()
        program.communicate(timeout=30)


@pytest.fixture
def serve(samspil: Samspil, tmp_path: Path) -> Serve:
    """Serves a new installation with these settings."""
    assert samspil("init").code == 0
    return lambda settings: serving(tmp_path, settings)


@pytest.mark.parametrize(("proxies", "believed"), [("0", False), ("1", True)])
def test_what_a_proxy_says_is_believed_where_there_is_one(
    serve: Serve, proxies: str, believed: bool
) -> None:
    with serve({"SAMSPIL_PROXIES": proxies}) as address:
        asked = Request(f"{address}/sign-in", headers=FORWARDED)
        with urlopen(asked, timeout=30) as answer:
            assert answer.status == 200
            assert ("Strict-Transport-Security" in answer.headers) is believed


def test_a_port_in_use_is_said_plainly(samspil: Samspil) -> None:
    assert samspil("init").code == 0
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        answer = samspil("serve", "--port", port, "--language", "en")
    assert answer.code == 1
    assert f"Port {port} is in use" in answer.err
    assert "Traceback" not in answer.err

"""`make demo`, as far as it does not install: run twice in a folder of its own."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
SECONDS = 120


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


@contextmanager
def demo(folder: Path, port: int) -> Iterator[Path]:
    """The demo, running and answering; gives the file with what it prints."""
    printed = folder.with_suffix(".txt")
    environ = {
        **os.environ,
        "BIN": str(Path(sys.executable).parent),
        "DEMO": str(folder),
        "PORT": str(port),
        "SAMSPIL_DATABASE_URL": "sqlite:////nowhere/of-another-installation.db",
    }
    with printed.open("w", encoding="utf-8") as output:
        command = [str(ROOT / "tools" / "demo.sh")]
        running = subprocess.Popen(command, env=environ, stdout=output, stderr=subprocess.STDOUT)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", running, printed)
        yield printed
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(timeout=90)


def wait_for(address: str, running: subprocess.Popen[bytes], printed: Path) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if running.poll() is not None:
            break
        try:
            with urlopen(address, timeout=5) as answer:
                assert answer.status == 200
                return
        except URLError:
            time.sleep(0.2)
    pytest.fail(printed.read_text(encoding="utf-8"))


def test_the_demo_shows_everything_and_may_be_run_again(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    shortlists = []
    for _ in range(2):
        port = free_port()
        with demo(folder, port) as printed:
            text = printed.read_text(encoding="utf-8")
            found = re.search(rf"http://127\.0\.0\.1:{port}/sign-in/\S+", text)
            assert found, text
            with urlopen(found[0], timeout=30) as page:
                assert page.status == 200
        assert "Plejehjemmet Kvædehaven" in text
        assert (folder / "map.html").stat().st_size > 100_000
        with ZipFile(folder / "shortlist.xlsx") as spreadsheet:
            assert "xl/workbook.xml" in spreadsheet.namelist()
        shortlists.append((folder / "shortlist.id").read_text(encoding="utf-8"))
    assert shortlists[0] == shortlists[1]


def test_a_port_in_use_is_said_before_anything_is_loaded(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        environ = {
            **os.environ,
            "BIN": str(Path(sys.executable).parent),
            "DEMO": str(tmp_path / "demo"),
            "PORT": str(port),
        }
        command = [str(ROOT / "tools" / "demo.sh")]
        answer = subprocess.run(command, env=environ, capture_output=True, text=True)
    assert answer.returncode == 1
    assert answer.stderr == f"Port {port} is in use. Choose another: make demo PORT=8080\n"
    assert list((tmp_path / "demo").iterdir()) == []

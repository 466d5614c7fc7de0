"""A worker beside `samspil serve`: a process of its own, so that the pages stay quick."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from matcher.cli.context import Context
from matcher.errors import Refusal
from matcher.services.jobs.queue import opened

_PATIENCE = 5.0  # seconds to end in


@contextmanager
def worker(context: Context) -> Iterator[None]:
    """A worker meanwhile. Where there is no queue for jobs it is said, and the pages do without.

    It ends with this process however that ends, for it sees its standard input closed.
    """
    try:
        with opened(context.installation.settings):
            pass
    except Refusal as none:
        context.output.line(none.text)
        if none.hint is not None:
            context.output.line(none.hint)
        yield
        return
    program = subprocess.Popen(
        [sys.executable, "-m", "matcher", "work", "--with-parent"],
        stdin=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C is for the server, which ends the worker
    )
    try:
        yield
    finally:
        _end(program)


def _end(program: subprocess.Popen[bytes]) -> None:
    assert program.stdin is not None  # noqa: S101 – it was asked for
    program.stdin.close()
    try:
        program.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()

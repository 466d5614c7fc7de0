"""`samspil work`: does what takes too long for a page."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from typing import Any

from matcher.cli.context import Context
from matcher.wording.message import message


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "work", parents=everywhere, help="do the jobs that the pages ask for, until stopped"
    )
    parser.add_argument(
        "--with-parent",
        action="store_true",
        help="end when standard input is closed, as `samspil serve` does when it ends",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Take jobs until stopped. Refusal for an old schema and where there is no queue."""
    from matcher.services.jobs.working import work

    installation = context.installation
    if arguments.with_parent:
        threading.Thread(target=_end_with_parent, daemon=True).start()

    def ready() -> None:
        if not arguments.with_parent:
            context.output.line(message("Waiting for jobs. Stop with Ctrl-C."))
            sys.stdout.flush()

    work(installation, ready)


def _end_with_parent() -> None:
    """Wait until whoever started this closes its end, or is gone."""
    while sys.stdin.buffer.read(1024):
        continue
    os.kill(os.getpid(), signal.SIGTERM)

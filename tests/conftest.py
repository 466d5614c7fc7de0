"""What every test may rely on: no settings from outside, and a PostgreSQL database of its own.

What was skipped is said once for each reason, not once for each test.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from uuid import uuid4

import hypothesis
import pytest
from sqlalchemy import Engine, create_engine, make_url, text
from sqlalchemy.exc import OperationalError

from tests.missing import missing

POSTGRESQL = "postgresql+psycopg://postgres@127.0.0.1:5432"

# How long an example may take says more of the machine than of the code. Where a run decides
# (CI=true) it tries the same examples every time; elsewhere it looks for new ones.
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") == "true" else "here")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what was skipped, and how often."""
    reasons: Counter[str] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        if isinstance(report.longrepr, tuple):
            reasons[report.longrepr[2].removeprefix("Skipped: ")] += 1
    for reason, times in sorted(reasons.items()):
        terminalreporter.write_line(f"SKIPPED {times} × {reason}")


@pytest.fixture(scope="session", autouse=True)
def _no_settings_from_outside() -> None:
    """Settings of the person who runs the tests must not reach what is tested."""
    for name in list(os.environ):
        if name.startswith("SAMSPIL_") and not name.startswith("SAMSPIL_TEST_"):
            del os.environ[name]


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """The address of a PostgreSQL database that is empty, this worker's own, and dropped at last.

    It is made on the server that SAMSPIL_TEST_POSTGRESQL names, else on this machine's. A test
    leaves it as it found it: without tables.
    """
    server = make_url(os.environ.get("SAMSPIL_TEST_POSTGRESQL", POSTGRESQL))
    name = f"samspil_test_{uuid4().hex}"
    engine = create_engine(
        server.set(database="postgres"),
        isolation_level="AUTOCOMMIT",
        connect_args={"connect_timeout": 5},
    )
    if not _answers(engine):
        missing(f"no PostgreSQL answers at {server}; SAMSPIL_TEST_POSTGRESQL can name one")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"))
        # No test stops the server, so none can tell; each commit would wait for the disk.
        connection.execute(text(f"ALTER DATABASE {name} SET synchronous_commit = off"))
    yield server.set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


def _answers(engine: Engine) -> bool:
    try:
        engine.connect().close()
    except OperationalError:
        return False
    return True

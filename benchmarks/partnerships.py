"""How fast the pages, files and mails are that carry collaborations from start to finish.

    python -m benchmarks.partnerships [--sizes 1000 5000] [--seed 1] [--server URL]

For every size so many collaborations that are all carried on, with as many organisations (see
`benchmarks.carried_on`), in SQLite; with the address of a PostgreSQL server (such as
postgresql+psycopg://postgres@127.0.0.1:5432) in a database made there and dropped again.

Pages are those of an editor who answers for a twentieth of the collaborations. Each line is the
median of five, after a first time that is not counted, with the number of queries. Digests go to
1,000 people over SMTP on loopback, once. `memory` is the most that was held from start to end.
"""

from __future__ import annotations

import argparse
import resource
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from uuid import uuid4

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope
from aiosmtpd.smtp import Session as Caller
from flask.testing import FlaskClient
from rich.console import Console
from rich.table import Table
from sqlalchemy import create_engine, event, make_url, select, text

from benchmarks.carried_on import fill
from benchmarks.views import timed
from matcher.services import calendars, events
from matcher.services.access import OPERATOR, Actor
from matcher.services.installation import Installation
from matcher.services.reminders import send_reminders
from matcher.settings import Settings
from matcher.store import documents
from matcher.store.documents.events import EMPTY
from matcher.store.tables import Collaboration, Organisation, User
from matcher.store.tables.base import new_id
from webui import create_app

TIMES = 5
GUESTS = 60
BIG, FULL = 20, 35  # numbers: paid by the big grant; with a record of every kind
OWNER = "owner-15@samspil.example"  # answers for the latter

Measured = tuple[float, int]
"""Seconds, and queries."""


def main() -> None:
    """Measure each size in a process of its own, so that its memory is its own, too."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 5_000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--server")
    asked = parser.parse_args()
    columns = []
    for size in asked.sizes:
        with database(asked.server) as url:
            _apart(_make, url, size, asked.seed)
            columns.append(_apart(measured, url))
    table = Table("collaborations")
    for size in asked.sizes:
        table.add_column(f"{size:,}, s", justify="right")
        table.add_column("queries", justify="right")
    for name in columns[0][0]:
        lines = [found[name] for found, _ in columns]
        table.add_row(name, *(c for took, sent in lines for c in (f"{took:.3f}", str(sent))))
    table.add_row("memory, MB", *(c for _, most in columns for c in (f"{most:.0f}", "")))
    Console().print(table)


@contextmanager
def database(server: str | None) -> Iterator[str]:
    """The address of an empty database, which is taken away again."""
    if server is None:
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'partnerships.db'}"
        return
    there, name = make_url(server), f"samspil_benchmark_{uuid4().hex}"
    engine = create_engine(there.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"))
        try:
            yield there.set(database=name).render_as_string(hide_password=False)
        finally:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


def measured(url: str) -> tuple[dict[str, Measured], float]:
    """What each thing takes, and megabytes."""
    found: dict[str, Measured] = {}
    with ExitStack() as open_:
        port = open_.enter_context(_mail_server())
        installation = Installation(
            Settings(
                database_url=url,
                mail_from="samspil@samspil.example",
                public_url="https://samspil.example",
                smtp_host="127.0.0.1",
                smtp_port=port,
                smtp_security="none",
            )
        )
        open_.callback(installation.close)
        sent = _count(installation)
        for name, work in _works(installation).items():
            work()
            before = len(sent)
            took, _ = timed(work, TIMES)
            found[name] = took, (len(sent) - before) // TIMES
        before = len(sent)
        took, _ = timed(partial(send_reminders, installation, OPERATOR, date.today()))
        found["digests"] = took, len(sent) - before
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return found, most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def _works(installation: Installation) -> dict[str, Callable[[], object]]:
    with installation.reading() as session:
        owner = session.scalars(select(User).where(User.email == OWNER)).one()
        ids = session.scalars(select(Collaboration.id).order_by(Collaboration.id)).all()
    actor = Actor(role="editor", id=owner.id, name=owner.name)
    client = create_app(installation).test_client()
    with client.session_transaction() as session:
        session["_user_id"] = f"{owner.id}:{owner.session_key}"
    full, big = f"/collaborations/{ids[FULL]}", f"/collaborations/{ids[BIG]}"
    paths = {
        "home": "/",
        "due": "/due",
        "due, everybody's": "/due?whose=everybody",
        "collaborations": "/collaborations",
        "collaboration": full,
        "parties": f"{full}/parties",
        "purpose": f"{full}/purpose",
        "agreement": f"{full}/agreement",
        "agreement, PDF": f"{full}/agreement/versions/2/document.pdf",
        "agreement, DOCX": f"{full}/agreement/versions/2/document.docx",
        "anchoring": f"{full}/anchoring",
        "what falls, big grant": f"{big}/anchoring/falls",
        "pulse": f"{full}/pulse",
        "grants that end": "/anchoring",
        "ledger": "/ledger",
        "ledger, XLSX": "/ledger/ledger.xlsx",
        "ledger, PDF": "/ledger/ledger.pdf",
        "calendar": calendars.make_calendar_link(installation, actor).path,
    }
    works = {name: partial(_get, client, path) for name, path in paths.items()}
    evening = _event(installation)
    plan = partial(events.plan_event, installation, actor, evening, as_of=date.today())
    return {
        **works,
        f"plan of {GUESTS}": plan,
        f"page of {GUESTS}": partial(_get, client, f"/events/{evening}/plan"),
    }


def _get(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200, f"{path}: {answer.status}"


def _event(installation: Installation) -> str:
    """An event that so many have signed up to."""
    key, day = new_id(), date.today().isoformat()
    with installation.writing(OPERATOR) as work:
        document = {**EMPTY, "title": "Aften", "day": day, "starts": "18:30", "owner_id": None}
        documents.write(work, "event", {key: document}, before={})
        work.commit()
        statement = select(Organisation.name).order_by(Organisation.id).limit(GUESTS)
        names = work.session.scalars(statement).all()
    for name in names:
        wanted = events.Wanted(organisation=name)
        events.add_sign_up(installation, OPERATOR, key, wanted, as_of=date.today())
    return key


def _count(installation: Installation) -> list[str]:
    """All statements that are sent from now on."""
    sent: list[str] = []

    def collect(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            sent.append(statement)

    event.listen(installation.database.engine, "before_cursor_execute", collect)
    return sent


class _Takes:
    """Takes every mail and keeps none."""

    async def handle_DATA(  # noqa: N802 – what the server calls
        self, _server: SMTP, _caller: Caller, _envelope: Envelope
    ) -> str:
        return "250 OK"


@contextmanager
def _mail_server() -> Iterator[int]:
    """The port of a mail server on this machine."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    controller = Controller(_Takes(), hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


def _make(url: str, size: int, seed: int) -> None:
    installation = Installation(Settings(database_url=url))
    fill(installation, size, seed, date.today())
    installation.close()


def _apart(work: Callable[..., Any], *given: Any) -> Any:
    """What comes of some work in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        return apart.submit(work, *given).result()


if __name__ == "__main__":
    main()

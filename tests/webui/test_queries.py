"""How often pages of collaborations that are carried on ask the database: never more with more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event, func, select

from benchmarks.carried_on import fill
from matcher.services.installation import Installation
from matcher.settings import Settings
from matcher.store.tables import Collaboration, Party, User
from webui import create_app

SIZES = (40, 120)
FULL = 35  # the number of a collaboration with a record of every kind

Asked = Callable[[str], int]


@contextmanager
def site(folder: Path, size: int) -> Iterator[tuple[Asked, tuple[str, str]]]:
    """Counts the queries of a page; gives the full collaborations with fewest and most parties."""
    installation = Installation(Settings(database_url=f"sqlite:///{folder / f'{size}.db'}"))
    fill(installation, size, 1, date.today())
    with installation.reading() as session:
        owner = session.scalars(select(User).where(User.name == f"Owner {FULL % 20}")).one()
        parties = dict(
            session.execute(
                select(Party.collaboration_id, func.count()).group_by(Party.collaboration_id)
            ).all()
        )
        keys = session.scalars(select(Collaboration.id).order_by(Collaboration.id)).all()
    client = create_app(installation).test_client()
    with client.session_transaction() as cookie:
        cookie["_user_id"] = f"{owner.id}:{owner.session_key}"
    alike = sorted(keys[FULL::60], key=lambda key: parties[key])
    yield lambda path: asked(installation, client, path), (alike[0], alike[-1])
    installation.close()


def asked(installation: Installation, client: FlaskClient, path: str) -> int:
    """How many statements a page sends, once what is kept is kept."""
    sent = []

    def collect(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            sent.append(statement)

    assert client.get(path).status_code == 200, path
    engine = installation.database.engine
    event.listen(engine, "before_cursor_execute", collect)
    assert client.get(path).status_code == 200
    event.remove(engine, "before_cursor_execute", collect)
    return len(sent)


@pytest.fixture(scope="module")
def sites(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[tuple[Asked, tuple[str, str]], ...]]:
    """A small installation and a larger one."""
    folder = tmp_path_factory.mktemp("carried_on")
    with site(folder, SIZES[0]) as few, site(folder, SIZES[1]) as many:
        yield few, many


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/", 47),
        ("/due", 44),
        ("/due?whose=everybody", 42),
        ("/anchoring", 5),
        ("/ledger", 8),
        ("/collaborations", 4),
        ("/collaborations/{}", 27),
        ("/collaborations/{}/parties", 9),
        ("/collaborations/{}/purpose", 11),
        ("/collaborations/{}/agreement", 21),
        ("/collaborations/{}/anchoring", 6),
        ("/collaborations/{}/anchoring/falls", 6),
        ("/collaborations/{}/pulse", 7),
    ],
)
def test_more_collaborations_and_parties_ask_no_more(
    path: str, most: int, sites: tuple[tuple[Asked, tuple[str, str]], ...]
) -> None:
    for asked, collaborations in sites:
        for key in collaborations:
            assert asked(path.format(key)) <= most

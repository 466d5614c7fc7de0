"""A served installation: the app, clients in every role, and a count of what pages ask for.

`client_as("editor")` gives a client that is signed in; its `post` sends a CSRF token as the pages
do. `queries` counts the statements that reach the database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import event
from werkzeug.test import TestResponse

from matcher.services.access import OPERATOR, Actor
from matcher.services.installation import Installation
from matcher.services.links import ShareOptions, share
from matcher.services.set_up import set_up
from matcher.settings import Settings
from matcher.store.queries import people
from matcher.store.tables import User
from seed_data.vocabulary import read_vocabulary
from tests.databases import sqlite_copy
from tests.hashing import hash_quickly
from webui import create_app

ROLES = ("nobody", "link", "reader", "editor", "administrator")
TOKEN = "token of a test's session"


class Client(FlaskClient):
    """A browser that sends the CSRF token of its session with what it writes."""

    def open(self, *args: Any, csrf: bool = True, **kwargs: Any) -> TestResponse:
        if csrf and kwargs.get("method", "GET") in {"POST", "PUT", "PATCH", "DELETE"}:
            kwargs["headers"] = {**dict(kwargs.get("headers") or {}), "X-CSRFToken": self.token()}
        kwargs.setdefault("buffered", True)  # read and close what is served from a file
        return super().open(*args, **kwargs)

    def token(self) -> str:
        """A token that belongs to this client's session."""
        # Signs as flask_wtf.csrf.generate_csrf does.
        with self.session_transaction() as session:
            session.setdefault("csrf_token", TOKEN)
            raw = session["csrf_token"]
        key = self.application.secret_key
        assert key is not None
        return str(URLSafeTimedSerializer(key, salt="wtf-csrf-token").dumps(raw))


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)


@pytest.fixture(scope="session")
def prepared_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the vocabularies and nothing else, to be copied."""
    path = tmp_path_factory.mktemp("prepared") / "samspil.db"
    installation = Installation(Settings(database_url=f"sqlite:///{path}"))
    set_up(installation, OPERATOR, read_vocabulary())
    with installation.database.engine.connect() as connection:
        # A copy takes the file alone, so what the log holds must be in it.
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    installation.close()
    return path


@pytest.fixture
def make_installation(
    prepared_database: Path, tmp_path: Path
) -> Iterator[Callable[..., Installation]]:
    """Makes an installation of its own with the settings given."""
    made: list[Installation] = []

    def make(**settings: Any) -> Installation:
        path = tmp_path / f"samspil{len(made)}.db"
        with sqlite_copy(prepared_database, path):
            pass
        made.append(Installation(Settings(database_url=f"sqlite:///{path}", **settings)))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def installation(make_installation: Callable[..., Installation]) -> Installation:
    """An installation with the vocabularies and no other records; browsers choose the language."""
    return make_installation(language="browser")


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Templates that one app has compiled are there for the next; each test makes its own app."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def make_app(compiled_templates: FileSystemBytecodeCache) -> Callable[..., Flask]:
    """Makes the app of an installation."""

    def make(installation: Installation, **overrides: Any) -> Flask:
        app = create_app(installation, TESTING=True, **overrides)
        app.jinja_env.bytecode_cache = compiled_templates
        app.test_client_class = Client
        return app

    return make


@pytest.fixture
def app(make_app: Callable[..., Flask], installation: Installation) -> Flask:
    """The app of `installation`."""
    return make_app(installation)


@pytest.fixture
def client(app: Flask) -> Client:
    """A client that is not signed in."""
    return as_client(app)


@pytest.fixture
def make_user(installation: Installation) -> Callable[..., User]:
    """Makes a person with an account; the password hash is none that any password fits."""

    def make(role: str = "reader", email: str | None = None, name: str = "Kim Prøve") -> User:
        with installation.writing(OPERATOR) as work:
            user = people.add(work, email=email or f"{role}@samspil.example", role=role, name=name)
            user.password_hash = "set"
            work.commit()
            return user

    return make


@pytest.fixture
def sign_in() -> Callable[[Client, User], Client]:
    """Signs somebody in without the form."""

    def enter(client: Client, user: User) -> Client:
        with client.session_transaction() as session:
            session["_user_id"] = f"{user.id}:{user.session_key}"
        return client

    return enter


@pytest.fixture
def link_to(installation: Installation) -> Callable[..., str]:
    """Makes a read-only link: `link_to("map")`, `link_to("shortlist", its id)` give its path."""

    def make(subject: str, subject_id: str | None = None, label: str = "Styregruppen") -> str:
        return share(installation, OPERATOR, subject, subject_id, ShareOptions(label=label)).path

    return make


@pytest.fixture
def client_as(
    app: Flask,
    make_user: Callable[..., User],
    sign_in: Callable[[Client, User], Client],
    link_to: Callable[..., str],
) -> Callable[..., Client]:
    """A client of somebody: reader, editor, administrator, nobody, or link (to the map).

    `client_as("editor", "en")` has a browser that asks for English.
    """
    known: dict[str, User] = {}

    def enter(role: str, language: str = "") -> Client:
        client = as_client(app)
        client.environ_base["HTTP_ACCEPT_LANGUAGE"] = language
        if role == "nobody":
            return client
        if role == "link":
            client.get(link_to("map"))
            return client
        if role not in known:
            known[role] = make_user(role)
        return sign_in(client, known[role])

    return enter


@pytest.fixture
def actor_as(make_user: Callable[..., User]) -> Callable[[str], Actor]:
    """A person with this role, as the one who asks a service."""

    def make(role: str) -> Actor:
        user = make_user(role, email=f"asks-as-{role}@samspil.example")
        return Actor(role=role, id=user.id, name=user.name)  # type: ignore[arg-type]

    return make


@pytest.fixture
def queries(installation: Installation) -> Callable[[], Any]:
    """Collects the statements sent meanwhile: `with queries() as sent: …; assert len(sent) < 9`."""

    @contextmanager
    def collecting() -> Iterator[list[str]]:
        sent: list[str] = []

        def collect(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            if not statement.startswith(("BEGIN", "PRAGMA")):
                sent.append(statement)

        engine = installation.database.engine
        event.listen(engine, "before_cursor_execute", collect)
        try:
            yield sent
        finally:
            event.remove(engine, "before_cursor_execute", collect)

    return collecting


def as_client(app: Flask) -> Client:
    """A new client of the app."""
    client = app.test_client()
    assert isinstance(client, Client)
    return client

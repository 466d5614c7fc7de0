"""What goes wrong is said plainly, in the reader's language, and tells no secret."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest
from flask import Flask, abort
from sqlalchemy.exc import OperationalError

from matcher.errors import Code, Refusal
from matcher.services.installation import Installation
from matcher.wording.message import message
from tests.webui.conftest import Client, as_client
from webui import access
from webui.errors import PAGES, STATUSES, field_errors

SECRET = "postgresql://samspil:hunter2@db/samspil"


@pytest.fixture
def failing(
    installation: Installation, make_app: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch
) -> Callable[[BaseException | int], Client]:
    """A client of an app where /fails raises this, or answers with this status."""

    def make(what: BaseException | int) -> Client:
        app = make_app(installation, PROPAGATE_EXCEPTIONS=False)
        app.add_url_rule("/fails", "fails", lambda: _fail(what), methods=["GET", "POST"])
        monkeypatch.setattr(access, "ENDPOINTS", {**access.ENDPOINTS, "fails": access.PUBLIC})
        client = as_client(app)
        client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
        return client

    return make


def _fail(what: BaseException | int) -> str:
    if isinstance(what, int):
        abort(what)
    raise what


def test_every_code_has_a_status_and_every_status_a_page() -> None:
    assert set(STATUSES) == set(get_args(Code))
    assert set(STATUSES.values()) <= set(PAGES)
    assert {400, 403, 404, 405, 413, 422, 429, 500} <= set(PAGES)


@pytest.mark.parametrize("code", [code for code in get_args(Code) if code != "not_signed_in"])
def test_a_refusal_says_what_and_what_to_do(code: Code, failing: Callable[..., Client]) -> None:
    refusal = Refusal(code, message("The shoe does not fit."), message("Try the other foot."))
    answer = failing(refusal).get("/fails")
    assert answer.status_code == STATUSES[code]
    assert "The shoe does not fit." in answer.text
    assert "Try the other foot." in answer.text
    assert answer.text.count("<h1>") == 1


def test_a_refusal_in_json_is_that_of_the_command_line(failing: Callable[..., Client]) -> None:
    refusal = Refusal("conflict", message("No."), message("Yes?"))
    answer = failing(refusal).get("/fails", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json) == (
        409,
        {"error": {"code": "conflict", "message": "No.", "hint": "Yes?"}},
    )


@pytest.mark.parametrize("status", [400, 403, 404, 405, 413, 422, 429, 500, 503, 418])
def test_a_status_has_a_page_and_json(status: int, failing: Callable[..., Client]) -> None:
    client = failing(status)
    page = client.get("/fails")
    assert (page.status_code, page.mimetype) == (status, "text/html")
    assert page.text.count("<h1>") == 1
    assert "Werkzeug" not in page.text
    data = client.get("/fails", headers={"Accept": "application/json"})
    assert data.status_code == status
    assert data.json is not None
    assert set(data.json["error"]) == {"code", "message", "hint"}


def test_a_method_that_is_not_there_says_which_are(client: Client) -> None:
    answer = client.post("/healthz")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize(
    "accident",
    [
        RuntimeError(SECRET),
        KeyError(SECRET),
        OperationalError(f"SELECT 1 -- {SECRET}", {}, Exception(SECRET)),
    ],
)
def test_an_accident_tells_no_secret(
    accident: Exception, failing: Callable[..., Client], caplog: pytest.LogCaptureFixture
) -> None:
    answer = failing(accident).get("/fails")
    assert answer.status_code == 500
    for word in ("hunter2", "Traceback", "RuntimeError", "SELECT", ".py"):
        assert word not in answer.text
    assert "hunter2" in caplog.text  # whoever runs it finds it in the log


def test_the_page_of_an_accident_does_without_the_database(
    installation: Installation,
    failing: Callable[..., Client],
    make_user: Callable[..., object],
    sign_in: Callable[..., Client],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = sign_in(failing(500), make_user("reader"))

    def broken(*_: object) -> None:
        raise OperationalError("SELECT 1", {}, Exception(SECRET))

    monkeypatch.setattr(installation.database, "reading", broken)
    for path in ("/fails", "/", "/people"):
        answer = client.get(path)
        assert answer.status_code == 500
        assert "Something went wrong here" in answer.text


def test_pages_of_errors_speak_danish(client: Client) -> None:
    answer = client.get("/nothing")
    assert '<html lang="da">' in answer.text
    assert "There is no such page" not in answer.text


def test_what_is_wrong_with_a_form_is_said_by_field(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        fields = {"name": message("Write your name.")}
        assert field_errors(Refusal("invalid", message("No."), fields=fields)) == {
            "name": "Write your name."
        }
        assert field_errors(Refusal("invalid", message("No."))) == {"form": "No."}

"""Whether the installation answers, for programs that ask all the time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matcher.services.installation import Installation
from tests.webui.conftest import Client


def test_it_answers_whoever_asks(
    client_as: Callable[..., Client], queries: Callable[[], object]
) -> None:
    with queries() as sent:  # type: ignore[attr-defined]
        answer = client_as("nobody").get("/healthz")
    assert (answer.status_code, answer.json) == (200, {"status": "ok"})
    assert len(sent) == 1
    assert "Set-Cookie" not in answer.headers


def test_it_says_that_the_database_does_not_answer_and_not_why(
    client: Client, installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise OSError("the disk of the third floor")

    monkeypatch.setattr(installation.database, "reading", broken)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json) == (503, {"status": "failing"})

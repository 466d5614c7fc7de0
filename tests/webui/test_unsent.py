"""A half-written form survives a lost session: it is kept on the page that says so."""

from __future__ import annotations

import io
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from tests.webui.conftest import Client, as_client
from webui.unsent import AGAIN

OWN = {"Sec-Fetch-Site": "same-origin"}
WRITTEN = MultiDict(
    [("title", "Sang på gangen"), ("notes", 'Første linje\r\n"Anden" <b>linje</b>'),
     ("themes", "song"), ("themes", "food"), ("version", "3"), ("csrf_token", "gammel")]
)  # fmt: skip
SENT = [each for each in WRITTEN.items(multi=True) if each[0] != "csrf_token"]
WITHOUT_TOKEN = MultiDict(SENT)
NEW = "/collaborations/new"


class _Form(HTMLParser):
    """The form that keeps what was written: where it goes, and its fields."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.action: str | None = None
        self.encoding: str | None = None
        self.open = False
        self.fields: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "form":
            kept = told.get("data-role") == "kept-form"
            self.open = kept
            if kept:
                self.action, self.encoding = told["action"], told["enctype"]
        elif tag == "input" and self.open:
            self.fields.append((str(told["name"]), str(told["value"])))


def kept(answer: Any) -> list[tuple[str, str]]:
    """What the page keeps, without what it adds; nothing where it keeps nothing."""
    form = _Form(answer.text)
    return [each for each in form.fields if each[0] not in {"csrf_token", AGAIN}]


def send(client: Client, path: str = NEW, **kwargs: Any) -> Any:
    return client.post(path, **{"data": WRITTEN, "headers": OWN, "csrf": False, **kwargs})


def test_signed_out_it_is_kept_whole_and_leads_to_the_sign_in(client: Client) -> None:
    answer = send(client)
    assert answer.status_code == 400  # the session is gone, and the token with it
    form = _Form(answer.text)
    assert (form.action, form.encoding) == (NEW, "application/x-www-form-urlencoded")
    assert kept(answer) == SENT
    assert 'href="/sign-in" target="_blank"' in answer.text
    assert "&lt;b&gt;linje" in answer.text


def test_who_lost_only_the_account_is_answered_alike(client_as: Callable[..., Client]) -> None:
    """A session that was ended elsewhere still has its token."""
    answer = send(client_as("nobody"), csrf=True, data=WITHOUT_TOKEN)
    assert answer.status_code == 401
    assert kept(answer) == SENT


def test_sent_again_after_signing_in_it_is_taken(client_as: Callable[..., Client]) -> None:
    page = send(client_as("nobody"))
    form = _Form(page.text)
    editor = client_as("editor")  # with a session, and so a token, of its own
    answer = send(editor, str(form.action), data=MultiDict(form.fields))
    assert answer.status_code in {303, 422}  # read by the page that it was for
    assert "Sang på gangen" in answer.text or answer.status_code == 303


def test_sent_again_too_early_it_is_kept_once_more(client: Client) -> None:
    form = _Form(send(client).text)
    again = send(client, str(form.action), data=MultiDict(form.fields))
    assert again.status_code == 401
    assert kept(again) == SENT


@pytest.mark.parametrize(
    "headers", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}]
)
def test_from_elsewhere_it_is_neither_kept_nor_taken(
    headers: dict[str, str], client_as: Callable[..., Client]
) -> None:
    for role in ("nobody", "editor"):
        answer = send(client_as(role), headers=headers)
        assert answer.status_code == 400
        assert "Sang på gangen" not in answer.text
        forged = MultiDict([*SENT, (AGAIN, "1")])
        answer = send(client_as(role), headers=headers, data=forged)
        assert answer.status_code == 400
        assert "Sang på gangen" not in answer.text


def test_a_stale_token_of_somebody_signed_in_asks_only_to_send_again(
    client_as: Callable[..., Client],
) -> None:
    answer = send(client_as("editor"))
    assert answer.status_code == 400
    assert kept(answer) == SENT
    assert "Kim Prøve" in answer.text
    assert 'target="_blank"' not in answer.text


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/sign-in", {"email": "a@b.example", "password": "secret words here"}),
        ("/sign-in/abc", {"name": "Kim Prøve", "password": "secret words here"}),
        ("/account/password", {"current_password": "secret words", "password": "more words"}),
        ("/links/abc", {"password": "secret words here"}),
        ("/language/en", {"next": "/organisations"}),
        ("/sign-out", {}),
        ("/nothing", {"notes": "to nobody"}),
    ],
)
def test_nothing_is_kept_of_secrets_nor_where_nothing_was_written(
    path: str, data: dict[str, str], client: Client
) -> None:
    answer = send(client, path, data=data)
    assert answer.status_code in {400, 404}
    assert 'data-role="kept' not in answer.text
    assert "secret" not in answer.text


def test_what_htmx_or_a_program_sends_is_answered_as_ever(client: Client) -> None:
    for extra in ({"HX-Request": "true"}, {"Accept": "application/json"}):
        answer = send(client, headers={**OWN, **extra})
        assert answer.status_code == 400
        assert "Sang på gangen" not in answer.text


def test_a_form_with_a_file_is_not_kept_and_one_in_parts_is(client: Client) -> None:
    parts = {"content_type": "multipart/form-data"}
    answer = send(client, **parts)
    assert _Form(answer.text).encoding == "multipart/form-data"
    assert kept(answer) == SENT
    with_file = {**WRITTEN, "files": (io.BytesIO(b"a;b"), "list.csv")}
    assert kept(send(client, data=with_file, **parts)) == []


def test_more_than_a_form_holds_is_not_read(client: Client) -> None:
    answer = send(client, data={"notes": "ord " * 700_000})
    assert answer.status_code == 413
    assert len(answer.data) < 20_000


def test_the_address_is_kept_with_what_it_asks_and_the_prefix(client: Client) -> None:
    answer = client.post(
        f"{NEW}?with=a%26b", data=WRITTEN, headers=OWN, csrf=False, base_url="http://localhost/net"
    )
    assert _Form(answer.text).action == f"/net{NEW}?with=a%26b"


def test_every_field_for_a_password_is_called_one(app: Flask) -> None:
    """By its name a form with a secret is known."""
    loader = app.jinja_env.loader
    assert loader is not None
    for name in loader.list_templates():
        source = loader.get_source(app.jinja_env, name)[0]
        for line in source.splitlines():
            if 'type="password"' in line:
                assert "password" in line.replace('type="password"', ""), (name, line)


def test_another_refusal_shows_what_was_written(
    app: Flask, client_as: Callable[..., Client]
) -> None:
    answer = send(client_as("reader"), csrf=True, data=WITHOUT_TOKEN)
    assert answer.status_code == 403
    assert 'data-role="kept-texts"' in answer.text
    assert "Sang på gangen" in answer.text
    assert kept(answer) == []
    foreign = send(client_as("reader"), csrf=True, data=WITHOUT_TOKEN, headers={})
    assert "Sang på gangen" not in foreign.text
    assert as_client(app).get("/nothing").status_code == 404

"""Only the browser says where a request comes from, and what it says is read strictly."""

from __future__ import annotations

import pytest
from flask import Flask

from matcher.services.installation import Installation
from webui.origin import from_own_pages

OURS, PUBLIC, FOREIGN = "http://localhost", "https://samspil.example/net", "https://evil.example"


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({}, False),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": OURS}, False),
        ({"Sec-Fetch-Site": "none", "Origin": OURS}, False),
        ({"Origin": OURS}, True),
        ({"Origin": "https://localhost"}, False),
        ({"Origin": "http://localhost:8000"}, False),
        ({"Origin": FOREIGN, "Referer": OURS}, False),
        ({"Origin": "null", "Referer": OURS}, False),
        ({"Origin": "https://SAMSPIL.example"}, True),
        ({"Referer": f"{OURS}/collaborations/new"}, True),
        ({"Referer": f"{FOREIGN}/?{OURS}"}, False),
        ({"Referer": "http://[half"}, False),
        ({"Referer": "localhost"}, False),
    ],
)
def test_who_sent_it(
    headers: dict[str, str],
    own: bool,
    app: Flask,
    installation: Installation,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = installation.settings
    monkeypatch.setattr(installation, "settings", type(settings)(public_url=PUBLIC))
    with app.test_request_context("/account/name", method="POST", headers=headers):
        assert from_own_pages() is own


def test_without_a_public_address_no_address_is_ours(app: Flask) -> None:
    with app.test_request_context("/", method="POST", headers={"Origin": "about:blank"}):
        assert not from_own_pages()

"""Files are kept by browsers for as long as they are what the address says."""

from __future__ import annotations

import os
from pathlib import Path

from flask import Flask, url_for

from tests.webui.conftest import Client
from webui import static_files


def test_the_address_of_a_file_changes_with_the_file(tmp_path: Path) -> None:
    app = Flask(__name__, static_folder=tmp_path)
    static_files.init_app(app)
    versions = []
    for content in ("one", "other", "one"):
        (tmp_path / "a.css").write_text(content)
        # Two writes within a tick of the clock would look like one.
        os.utime(tmp_path / "a.css", ns=(0, len(versions)))
        with app.test_request_context():
            versions.append(url_for("static", filename="a.css").partition("?v=")[2])
    assert versions[0] == versions[2] != versions[1]
    assert all(versions)


def test_a_file_that_is_not_there_has_no_version(app: Flask) -> None:
    with app.test_request_context():
        assert url_for("static", filename="nothing.css") == "/static/nothing.css"


def test_how_long_browsers_keep_a_file(client: Client) -> None:
    assert client.get("/static/app.js").cache_control.max_age == 24 * 3600
    assert client.get("/static/app.js?v=x").cache_control.max_age == 365 * 24 * 3600
    missing = client.get("/static/nothing.js?v=x")
    assert missing.status_code == 404
    assert missing.cache_control.max_age is None


def test_nothing_else_lies_there(client: Client) -> None:
    for path in ("/static/../config.py", "/static/%2e%2e/config.py", "/static/"):
        assert client.get(path).status_code == 404

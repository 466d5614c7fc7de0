"""Built files: their addresses carry what is in them, so browsers may keep them for a year."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, request

_YEAR = 365 * 24 * 3600
_DAY = 24 * 3600


def init_app(app: Flask) -> None:
    """Give addresses of static files a `v` that changes with the file."""
    app.url_defaults(_add_version(app))
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = _DAY
    app.after_request(_keep_long)


def _add_version(app: Flask) -> Any:
    folder = Path(app.static_folder or "")

    def add(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static" and "v" not in values:
            path = folder / str(values.get("filename", ""))
            if path.is_file():
                values["v"] = _digest(path, path.stat().st_mtime_ns)

    return add


@lru_cache(maxsize=64)
def _digest(path: Path, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]


def _keep_long(response: Response) -> Response:
    if request.endpoint == "static" and "v" in request.args and response.status_code == 200:
        response.cache_control.max_age = _YEAR
    return response

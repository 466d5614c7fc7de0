"""`/healthz`: for programs that watch whether the installation answers."""

from __future__ import annotations

import logging

from flask import Blueprint, g, jsonify
from flask.typing import ResponseReturnValue

from matcher.services.health import check_health
from webui import here

blueprint = Blueprint("health", __name__)
log = logging.getLogger(__name__)


@blueprint.get("/healthz")
def check() -> ResponseReturnValue:
    """200 if the database answers, 503 if not; never why, since everybody may ask."""
    g.without_records = True
    try:
        check_health(here.installation())
    except Exception:  # whatever it is, the answer is that it fails
        log.exception("The database does not answer")
        return jsonify(status="failing"), 503
    return jsonify(status="ok")

"""`/maps/views`: views of the map that somebody keeps."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("views", __name__, url_prefix="/maps/views")

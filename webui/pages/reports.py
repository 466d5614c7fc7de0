"""`/maps/report`: chosen views, tables and text as a document for a meeting."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("reports", __name__, url_prefix="/maps/report")

"""`/maps/time`: the network over the years."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("time", __name__, url_prefix="/maps/time")

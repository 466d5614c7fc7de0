"""`/maps/gaps`: what is missing in the network, and the ties that would help."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("gaps", __name__, url_prefix="/maps/gaps")

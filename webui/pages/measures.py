"""`/maps/measures`: who is central, who stands alone, and how the network hangs together."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("measures", __name__, url_prefix="/maps/measures")

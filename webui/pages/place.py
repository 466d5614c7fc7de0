"""`/maps/place`: the network on a geographic map."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("place", __name__, url_prefix="/maps/place")

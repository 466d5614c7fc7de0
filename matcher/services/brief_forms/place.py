"""Where partners are to be, in a brief's form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.exchange.brief_text import NearText
from matcher.exchange.fault import Fault
from matcher.exchange.numbers import amount, latitude, longitude
from matcher.services.form_readers import text_within
from matcher.services.forms import Errors, Reader
from matcher.wording.message import Message, message

_FARTHEST = 20_040  # kilometres: half around the earth


def _kilometres(text: str) -> float | None:
    number = amount(text)
    if number is not None and not 0 < number <= _FARTHEST:
        raise Fault(message("Write a number of kilometres above 0."))
    return number


PLACE: Mapping[str, Reader] = {
    "postcode": text_within(20),
    "lat": latitude,
    "lon": longitude,
    "km": _kilometres,
}
"""How the fields of a place to be near are read."""


def near_said(values: Mapping[str, Any], errors: Errors) -> NearText | None:
    """The place to be near, None where none is said; what is wrong is added to `errors`.

    It is a postcode or a point, with a distance, and not said together with an area.
    """
    postcode, lat, lon, km = (values[name] for name in PLACE)
    point = lat is not None or lon is not None
    wrong: list[tuple[str, bool, Message]] = [
        ("postcode", km is not None and not (postcode or point),
         message("Write the postcode that you count from.")),
        ("km", km is None and bool(postcode or point),
         message("Write how far away they may be, such as 5.")),
        ("postcode", bool(postcode) and point, message("Write either a postcode or degrees.")),
        ("lat", point and (lat is None or lon is None),
         message("Write both latitude and longitude, or neither.")),
        ("area", bool(values["area"]) and bool(postcode or point),
         message("Write either an area or a postcode, not both.")),
    ]  # fmt: skip
    for at, is_so, why in wrong:
        if is_so:
            errors.setdefault(at, why)
    if km is None or not (postcode or point) or errors.keys() & {*PLACE}:
        return None
    return NearText(km=km, postcode=postcode, lat=lat, lon=lon)

"""A map as a file to take along, as an answer to a browser."""

from __future__ import annotations

from flask import Response, make_response
from flask_babel import gettext as _

from matcher.network.picture import MapPicture
from webui import here
from webui.maps.files import FORMATS
from webui.maps.look import Look
from webui.maps.sheet import sheet


def map_file(picture: MapPicture, look: Look, ending: str, title: str | None = None) -> Response:
    """The map in one of FORMATS; `title` is that of a saved view."""
    kind = FORMATS[ending]
    drawn = sheet(here.installation(), here.actor(), picture, look, here.language(), title=title)
    answer = make_response(kind.write(drawn))
    answer.headers["Content-Type"] = kind.media_type
    called = title or _("network")
    name = f"{called}-{picture.as_of.isoformat()}.{ending}".replace("/", "-")
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer

"""The compact file of a map as an answer to a browser."""

from __future__ import annotations

import gzip

from flask import Response, request
from flask.typing import ResponseReturnValue

from matcher.network.picture import MapPicture
from webui import here
from webui.maps.compact import Extra, compact
from webui.maps.dressing import dressed
from webui.maps.kept_files import kept_file
from webui.maps.look import Look, Styled

MOST_NAMED = 2000
"""So many marks and so many proposed ties of an address are drawn at most."""


def compact_answer(picture: MapPicture, look: Look, extra: Extra) -> ResponseReturnValue:
    """The file of the picture in a look, packed where the browser takes it so.

    A browser that has the same already is told only that.
    """
    language = here.language()
    # A look by measures is another one once they have been computed: it is dressed to know.
    styled = _dressed(picture, look) if look.measures else None
    file = kept_file(
        picture,
        (look, None if styled is None else styled.look, extra, language),
        lambda: compact(picture, styled or _dressed(picture, look), extra, language),
    )
    packed = request.accept_encodings["gzip"] > 0
    answer = Response(
        file.packed if packed else gzip.decompress(file.packed), mimetype="application/json"
    )
    if packed:
        answer.content_encoding = "gzip"
    answer.vary.add("Accept-Encoding")
    answer.set_etag(f"{file.tag}-{'gzip' if packed else 'plain'}")
    return answer.make_conditional(request)


def extra_asked(open_: str) -> Extra:
    """Marks and proposed ties that the address at hand asks for (`mark=ID`, `join=ID:ID`)."""
    pairs = (text.split(":") for text in request.args.getlist("join")[:MOST_NAMED])
    return Extra(
        marked=tuple(sorted(set(request.args.getlist("mark")[:MOST_NAMED]))),
        joins=tuple((pair[0], pair[1]) for pair in pairs if len(pair) == 2),
        open=open_,
    )


def _dressed(picture: MapPicture, look: Look) -> Styled:
    return dressed(here.installation(), here.actor(), picture, look)

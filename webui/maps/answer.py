"""The compact file of a map as an answer to a browser."""

from __future__ import annotations

import gzip
from datetime import date

from flask import Response, request
from flask.typing import ResponseReturnValue

from matcher.network.picture import MapPicture
from matcher.services.access import may
from matcher.services.anchoring import falls_on_map
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
    """What the address at hand points out.

    Marks and proposed ties (`mark=ID`, `join=ID:ID`), or what falls when a grant ends
    (`falls=ID` of a collaboration, `falls_end=DAY`) for those who may know.
    """
    collaboration = request.args.get("falls", "")
    if collaboration and may(here.actor(), "show_partnership"):
        return _falling(collaboration, open_)
    pairs = (text.split(":") for text in request.args.getlist("join")[:MOST_NAMED])
    return Extra(
        marked=tuple(sorted(set(request.args.getlist("mark")[:MOST_NAMED]))),
        joins=tuple((pair[0], pair[1]) for pair in pairs if len(pair) == 2),
        open=open_,
    )


def _dressed(picture: MapPicture, look: Look) -> Styled:
    return dressed(here.installation(), here.actor(), picture, look)


def _falling(collaboration: str, open_: str) -> Extra:
    try:
        end = date.fromisoformat(request.args.get("falls_end", ""))
    except ValueError:
        end = None
    found = falls_on_map(
        here.installation(), here.actor(), collaboration, end=end, as_of=here.today()
    )
    return Extra(marked=found.alone, joins=found.ties[:MOST_NAMED], falls=True, open=open_)

"""The files that a map can be taken along as: one table for the page and the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from matcher.exchange import gexf, gexf_dynamic, graphml, map_json
from matcher.wording.message import Message, message
from webui.documents.poster import poster
from webui.maps.sheet import Sheet
from webui.maps.standalone import standalone


@dataclass(frozen=True, kw_only=True, slots=True)
class Format:
    """A kind of file: what it is called, what servers say that it is, and how it is written."""

    label: Message
    media_type: str
    write: Callable[[Sheet], bytes]


FORMATS: Mapping[str, Format] = {
    "html": Format(
        label=message("Map as a web page that opens without Samspil"),
        media_type="text/html; charset=utf-8",
        write=lambda sheet: standalone(sheet).encode(),
    ),
    "pdf": Format(
        label=message("Poster as PDF"),
        media_type="application/pdf",
        write=lambda sheet: poster(sheet, "pdf"),
    ),
    "png": Format(
        label=message("Poster as a picture (PNG)"),
        media_type="image/png",
        write=lambda sheet: poster(sheet, "png"),
    ),
    "svg": Format(
        label=message("Poster to work on in a drawing program (SVG)"),
        media_type="image/svg+xml",
        write=lambda sheet: poster(sheet, "svg"),
    ),
    "gexf": Format(
        label=message("GEXF, for Gephi"),
        media_type="application/gexf+xml",
        write=lambda sheet: gexf.write(sheet.picture),
    ),
    "times.gexf": Format(
        label=message("GEXF with times, for Gephi’s timeline"),
        media_type="application/gexf+xml",
        write=lambda sheet: gexf_dynamic.write(sheet.picture, sheet.language),
    ),
    "graphml": Format(
        label=message("GraphML"),
        media_type="application/graphml+xml",
        write=lambda sheet: graphml.write(sheet.picture),
    ),
    "json": Format(
        label=message("JSON"),
        media_type="application/json",
        write=lambda sheet: map_json.write(sheet.picture, sheet.language),
    ),
}
"""By the ending of the file, in the order in which a page offers them."""

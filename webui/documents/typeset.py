"""Documents set by typst, from templates here and data that comes as JSON.

Nothing is ever written into a template: names travel as data and are set as text, so they cannot
be read as markup. Only the fonts that lie here are used, so that a document looks the same
wherever it is made.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from webui.documents.letters import FONTS

Form = Literal["pdf", "png", "svg"]
PPI = 150.0
"""Dots an inch of a picture in dots: sharp on a screen and on A3."""
FOR_EVERYBODY = "ua-1"
"""PDF/UA-1: typst refuses to write what would break it."""

_HERE = Path(__file__).parent


def typeset(template: str, data: Mapping[str, Any], form: Form, *, ppi: float = PPI) -> bytes:
    """The document of a template ("poster", "report"); a PDF is tagged and claims PDF/UA-1.

    As SVG or PNG it must have one page. typst.TypstError for a template that is wrong.
    """
    sources = {
        "main.typ": (_HERE / f"{template}.typ").read_bytes(),
        "map.typ": (_HERE / "map.typ").read_bytes(),
        "data.json": json.dumps(data, ensure_ascii=False).encode(),
    }
    standards = [FOR_EVERYBODY] if form == "pdf" else []
    # Files given as a mapping are documented and left out of the types.
    made = typst.compile(  # type: ignore[call-overload]
        sources,
        format=form,
        ppi=ppi if form == "png" else None,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        pdf_standards=standards,
    )
    if not isinstance(made, bytes):
        raise ValueError(f"{template} has several pages, which {form} cannot hold")
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])

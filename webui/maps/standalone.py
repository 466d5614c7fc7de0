"""The map as one HTML file that opens offline and asks no other host for anything."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from babel.support import Translations
from jinja2 import Environment, PackageLoader
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from matcher.landscape import SECTORS
from matcher.text import danish_key
from matcher.wording.labels import sector_label
from matcher.wording.say import say
from webui.maps import adapter
from webui.maps.look import Legend
from webui.maps.sheet import Sheet
from webui.maps.words import tie_kinds

Row = TypeVar("Row")

_WEBUI = Path(__file__).parents[1]
_STATIC = _WEBUI / "static"
_FONTS = ("IBMPlexSans-Regular-Latin1.woff2", "IBMPlexSans-SemiBold-Latin1.woff2")


MOST_ROWS = 1000
"""A longer table makes the file too large for a mail: then the best-tied and closest are listed."""


def standalone(sheet: Sheet) -> str:
    """The file's text: map, search, filters, legend and tables, with all they need inside.

    Names may hold anything: they are escaped in the page, and inside the data as JSON that no
    script tag can end. Protected fields are not on maps.
    """
    picture, language = sheet.picture, sheet.language
    held = adapter.data(picture, language, lambda _id: "", sheet.styled)
    nodes = picture.nodes
    return (
        _environment(language)
        .get_template("maps/file.html")
        .render(
            sheet=sheet,
            look_legend=_legend(sheet.styled.legend),
            picture=picture,
            language=language,
            data=htmlsafe_json_dumps(held),
            sector_label=sector_label,
            tie_kinds=tie_kinds,
            filters=filters(held["nodes"], language),
            nodes=_most(nodes, lambda node: node.ties),
            ties=_most(picture.ties, lambda tie: tie.strength),
            all_ties=len(picture.ties),
            names={node.id: node.name for node in nodes},
            style=_style(),
            script=_script(),
            icon=_data_address("samspil.svg", "image/svg+xml"),
        )
    )


def _legend(drawn: Legend) -> Legend:
    """The legend of what a file draws: every tie as a line, also of collaborations of many."""
    kept = tuple(section for section in drawn.sections if section.variable != "together")
    return replace(drawn, sections=kept)


def _most(rows: tuple[Row, ...], value: Callable[[Row], float]) -> tuple[Row, ...]:
    """The rows with the highest values where there are too many, in the order they had."""
    if len(rows) <= MOST_ROWS:
        return rows
    order = sorted(range(len(rows)), key=lambda row: (-value(rows[row]), row))
    return tuple(rows[row] for row in sorted(order[:MOST_ROWS]))


def filters(nodes: Sequence[Mapping[str, Any]], language: str) -> dict[str, list[tuple[str, str]]]:
    """The choices of each list beside the map, (value, text): only what somebody shown has."""
    sectors = {node["sector"] for node in nodes}
    order = (*SECTORS, None)
    return {
        "sector": [
            (sector or "unknown", say(sector_label(sector), language))
            for sector in order
            if (sector or "unknown") in sectors
        ],
        **{
            field: [(text, text) for text in _in_order({node[field] for node in nodes} - {""})]
            for field in ("kind", "area")
        },
    }


def _in_order(texts: set[str]) -> list[str]:
    """In Danish order; those that it does not tell apart as computers have them."""
    return sorted(texts, key=lambda text: (danish_key(text), text))


def _environment(language: str) -> Environment:
    made = Environment(
        loader=PackageLoader("webui"), autoescape=True, extensions=["jinja2.ext.i18n"]
    )
    catalogue = Translations.load(_WEBUI / "translations", [language])
    made.install_gettext_translations(catalogue, newstyle=True)  # type: ignore[attr-defined]
    made.globals["say"] = lambda value: "" if value is None else say(value, language)
    made.filters["day"] = lambda value: "" if value is None else say(value, language)
    made.globals["url_for"] = _no_address
    return made


def _no_address(*_: Any, **__: Any) -> str:
    """The shared parts of templates ask for addresses of icons; a file has none."""
    return ""


@cache
def _script() -> Markup:
    # A script ends at the first "</script", wherever it stands.
    return Markup((_STATIC / "map-file.js").read_text("utf-8").replace("</script", "<\\/script"))  # noqa: S704


@cache
def _style() -> Markup:
    text = (_STATIC / "app.css").read_text("utf-8")
    for path in sorted((_STATIC / "fonts").iterdir()):
        held = _data_address(f"fonts/{path.name}", "font/woff2") if path.name in _FONTS else ""
        text = text.replace(f"./fonts/{path.name}", held or "data:,")
    return Markup(text.replace("</", "<\\/"))  # noqa: S704


def _data_address(name: str, kind: str) -> str:
    return f"data:{kind};base64,{b64encode((_STATIC / name).read_bytes()).decode()}"

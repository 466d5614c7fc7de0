"""The map as one HTML file that opens offline and asks no other host for anything."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Any

from babel.support import Translations
from jinja2 import Environment, PackageLoader
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from matcher.network.picture import MapPicture
from matcher.wording.labels import sector_label
from matcher.wording.say import say
from webui.maps import adapter
from webui.maps.look import legend

_WEBUI = Path(__file__).parents[1]
_STATIC = _WEBUI / "static"
_FONTS = ("IBMPlexSans-Regular-Latin1.woff2", "IBMPlexSans-SemiBold-Latin1.woff2")


def write(picture: MapPicture, out: Path, language: str) -> None:
    """Write the file."""
    out.write_text(standalone(picture, language), encoding="utf-8")


def standalone(picture: MapPicture, language: str) -> str:
    """The file's text in a language: map, search, legend and table, with all they need inside.

    Names may hold anything: they are escaped in the page, and inside the data as JSON that no
    script tag can end. Protected fields are not on maps.
    """
    return (
        _environment(language)
        .get_template("maps/file.html")
        .render(
            picture=picture,
            language=language,
            data=htmlsafe_json_dumps(adapter.data(picture, language, lambda _id: "")),
            sector_label=sector_label,
            entries=legend([node.sector for node in picture.nodes]),
            names={node.id: node.name for node in picture.nodes},
            style=_style(),
            script=_script(),
            icon=_data_address("samspil.svg", "image/svg+xml"),
        )
    )


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

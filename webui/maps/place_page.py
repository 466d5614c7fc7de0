"""The page of the geographic map."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _

from matcher.network.picture import MapNode, MapPicture
from matcher.network.place.picture import PlacePicture
from matcher.network.place.standing import HOW
from matcher.services.access import may
from matcher.services.map_choices import map_choices
from matcher.services.show_place import show_place
from matcher.wording.labels import sector_label
from matcher.wording.message import message
from webui import here
from webui.maps.asked import asked_for
from webui.maps.conditions import FIRST, TITLES, chips, conditions_of
from webui.maps.forms import choices, look_choices
from webui.maps.look import Look, Styled, as_query, read_look
from webui.maps.page import open_url
from webui.maps.place_data import UNSEEN
from webui.maps.place_words import how_word
from webui.maps.shades import shades
from webui.maps.sheet import Sheet, sheet
from webui.maps.tabs import tabs

MOST_ROWS = 1_000
"""A table of more rows takes browsers seconds: then the best-tied organisations are listed."""
LEVELS = ("district", "municipality")


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedPlace:
    """What the address asks for: the picture in its look, where everybody stands, and the words."""

    sheet: Sheet
    place: PlacePicture
    look: Look
    query: dict[str, Any]

    @property
    def picture(self) -> MapPicture:
        """Who is shown."""
        return self.sheet.picture

    @property
    def styled(self) -> Styled:
        """What they look like."""
        return self.sheet.styled


def asked_place() -> AskedPlace:
    """The geographic map of the request at hand."""
    picture, look = asked_for().picture, read_look(request.args)
    level = request.args.get("areas") if request.args.get("areas") in LEVELS else None
    installation, actor = here.installation(), here.actor()
    query = {**conditions_of(picture.view), **as_query(look)}
    return AskedPlace(
        sheet=sheet(
            installation,
            actor,
            picture,
            look,
            here.language(),
            title=message("The network by place"),
        ),
        place=show_place(installation, actor, picture, level=level),
        look=look,
        query={**query, "areas": level} if level else query,
    )


def place_page(asked: AskedPlace) -> str:
    """Figure, legend and tables."""
    installation, actor, day = here.installation(), here.actor(), here.today()
    picture, place, settings = asked.picture, asked.place, installation.settings
    said = conditions_of(picture.view)
    lists = choices(map_choices(installation, actor, as_of=day), day, said)
    marks = request.args.getlist("mark")[:MOST_ROWS]
    ends = {picture.view.around, picture.view.path_to}
    names = {node.id: node.name for node in picture.nodes if node.id in ends}
    return render_template(
        "place/show.html",
        picture=picture,
        place=place,
        legend=asked.styled.legend.without(*UNSEEN),
        shades=shades([area.count for area in place.areas]),
        look=look_choices(asked.look),
        lists=lists,
        titles=TITLES,
        first=FIRST,
        said=said,
        chips=[
            (chip.text, url_for("place.show", **{**_but(asked.query, said), **chip.without}))
            for chip in chips(picture, names, lists)
        ],
        areas_choices=[
            (level, word)
            for level, word in (
                ("district", _("By district")),
                ("municipality", _("By municipality")),
            )
            if level in place.levels
        ],
        rows=_rows(asked),
        how_word=how_word,
        sector_label=sector_label,
        query=asked.query,
        marks=marks,
        open_url=open_url(),
        data_url=url_for("place.data", **asked.query),
        network_url=url_for("maps.show", **_but(asked.query, {"areas"})),
        sources=sorted({a.bound.source for a in place.areas if a.bound.source}),
        tiles=f"{request.script_root}/maps/tiles/{{z}}/{{x}}/{{y}}.png"
        if settings.tile_url
        else "",
        tiles_by=settings.tile_attribution if settings.tile_url else "",
        import_url=url_for("imports.show") if may(actor, "import_files") else "",
        tabs=tabs(said),
    )


def _but(query: dict[str, Any], gone: Container[str]) -> dict[str, Any]:
    return {key: value for key, value in query.items() if key not in gone}


def _rows(asked: AskedPlace) -> list[tuple[MapNode, str | None]]:
    """Organisations by name, each with how its place is known; the best-tied of very many."""
    nodes = asked.picture.nodes
    how = [HOW[code] if code >= 0 else None for code in asked.place.how.tolist()]
    rows = list(zip(nodes, how, strict=True))
    if len(rows) <= MOST_ROWS:
        return rows
    best = {node.id for node in sorted(nodes, key=lambda node: -node.ties)[:MOST_ROWS]}
    return [row for row in rows if row[0].id in best]

"""The page of a map, whether an address or a saved view asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from flask import render_template, request, url_for
from flask_babel import gettext as _

from matcher.network.measures.table import MEASURES as TABLE
from matcher.network.picture import MapPicture
from matcher.services.access import may
from matcher.services.map_choices import map_choices
from matcher.services.views import ViewText
from matcher.wording.labels import sector_label
from matcher.wording.map_text import map_text
from webui import here
from webui.maps import tables
from webui.maps.answer import extra_asked
from webui.maps.conditions import FIRST, TITLES, chips, conditions_of
from webui.maps.dressing import dressed, measured_by
from webui.maps.files import FORMATS
from webui.maps.forms import choices, look_choices, steps_choices
from webui.maps.kept_views import Kept
from webui.maps.look import Look, as_query
from webui.maps.pointed_out import pointed_out
from webui.maps.saving import state_of
from webui.maps.tabs import tabs
from webui.maps.words import tie_kinds
from webui.paging import page_asked
from webui.say import say

ALONG = ("mark", "join", "falls", "falls_end")
"""What else of an address the picture shows: organisations marked, ties proposed, what falls."""

COUNTED = ("ties", "measure")
"""The columns of numbers: sorted from the highest first."""

Query = Mapping[str, Any]
"""What an address says: texts, and lists of them where a word may be said several times."""


def map_page(
    picture: MapPicture,
    look: Look,
    kept: Kept | None = None,
    *,
    unsaved: ViewText | None = None,
    errors: Mapping[str, str] | None = None,
) -> str:
    """The page with figure, legend, words and tables.

    `unsaved` is a view that was sent and could not be kept, with what is wrong with it.
    """
    installation, actor, day = here.installation(), here.actor(), here.today()
    said = conditions_of(picture.view)
    lists = choices(map_choices(installation, actor, as_of=day), day, said)
    query = asked_along({**said, **as_query(look)})
    stay: dict[str, Any] = {**query, "view": kept.id} if kept else query
    text = unsaved or (kept.text if kept else None)
    styled = dressed(installation, actor, picture, look)
    computed = styled.look.measures == look.measures
    names = _names(picture, {picture.view.around or "", picture.view.path_to or ""})
    return render_template(
        "maps/show.html",
        picture=picture,
        heading=_heading(picture, names, kept),
        kept=kept,
        text=text,
        errors=errors or {},
        keeps=_keeps(text),
        address=urlencode(query, doseq=True),
        words=map_text(picture),
        legend=pointed_out(styled.legend, picture, extra_asked("")),
        measures_url="" if computed or not may(actor, "explore_map") else url_for("measures.show"),
        look=look_choices(look),
        lists=lists,
        titles=TITLES,
        first=FIRST,
        said=said,
        steps=steps_choices(),
        ends=_ends(picture, names),
        chips=[
            (chip.text, _address({**_rest(stay, said), **chip.without}))
            for chip in chips(picture, names, lists)
        ],
        show_all=_address(as_query(look)),
        free=may(actor, "draw_map"),
        data_url=_for_view("data", query, kept),
        download_url=lambda ending: _for_view("download", {**query, "ending": ending}, kept),
        downloads=[(ending, say(each.label)) for ending, each in FORMATS.items()],
        import_url=url_for("imports.show") if may(actor, "import_files") else "",
        tabs=tabs(said),
        **_tables(picture, look, stay),
    )


def _tables(picture: MapPicture, look: Look, stay: Query) -> dict[str, Any]:
    """The organisations and ties of the page at hand, with the addresses of the other pages."""
    measure = _measure(picture, look)
    order, tie_order = _order("sort", tables.NODE_COLUMNS), _order("tie_sort", tables.TIE_COLUMNS)
    ties = tables.ties(picture, tie_order, _page("tie_page"), say)
    return {
        "rows": tables.organisations(picture, order, _page("page"), say, measure),
        "ties": ties,
        "names": _names(picture, {end for tie in ties.rows for end in (tie.a, tie.b)}),
        "measure": measure,
        "sort_url": lambda key, column, order: _address({**stay, key: _turned(column, order)}),
        "page_url": lambda key, sort, order: (
            lambda page: _address({**stay, sort: _word(order), key: page})
        ),
        "tie_kinds": tie_kinds,
        "sector_label": sector_label,
        "open_url": open_url(),
    }


def _keeps(text: ViewText | None) -> str:
    """What the page's script begins with: what a view keeps, or who is hidden by the address."""
    if text is None:
        hidden = tuple(key for key in request.args.get("hide", "").split(",") if key)
        text = ViewText(title="", hidden=hidden) if hidden else None
    return state_of(text) if text else ""


def _measure(picture: MapPicture, look: Look) -> tables.Measured | None:
    """The measure that the look follows, as a column of the table."""
    found = measured_by(here.installation(), here.actor(), picture, look)
    for name in look.measures:
        if name in found:
            table = TABLE[name]
            return tables.Measured(label=table.label, decimals=table.decimals, values=found[name])
    return None


def _heading(picture: MapPicture, names: Mapping[str, str], kept: Kept | None) -> str:
    view = picture.view
    if kept is not None and kept.at_hand:
        return kept.text.title
    if view.path_to is not None and view.around is not None:
        ends = {"one": names.get(view.around, "–"), "other": names.get(view.path_to, "–")}
        return _("The way between %(one)s and %(other)s", **ends)
    if view.around is not None:
        return _("Map around %(name)s", name=names.get(view.around, "–"))
    if view.collaboration is not None:
        titles = (e.title for e in picture.collaborations if e.id == view.collaboration)
        return _("Map of the collaboration %(title)s", title=next(titles, "–"))
    return _("Map")


def asked_along(query: Query) -> dict[str, Any]:
    """An address with what else the one at hand has for the picture."""
    return {**query, **{key: found for key in ALONG if (found := request.args.getlist(key))}}


def open_url() -> Callable[[str], str]:
    """The address of an organisation's page; empty texts for those who may open none."""
    if not may(here.actor(), "show_organisation"):
        return lambda _id: ""
    return lambda organisation: url_for("organisations.show", organisation_id=organisation)


def _address(query: Query) -> str:
    return url_for("maps.show", **query)


def _for_view(endpoint: str, query: Query, kept: Kept | None) -> str:
    """What belongs to the picture; that of a saved view as it stands has an address of its own."""
    if kept is not None and kept.at_hand:
        parts = {key: query[key] for key in ("ending", *ALONG) if key in query}
        return url_for(f"views.{endpoint}", view_id=kept.id, **parts)
    return url_for(f"maps.{endpoint}", **query)


def _order(key: str, columns: tuple[str, ...]) -> tables.Order:
    return tables.read_order(request.args.get(key, ""), columns)


def _page(key: str) -> int:
    return page_asked() if key == "page" else request.args.get(key, 1, type=int)


def _word(order: tables.Order) -> str:
    return f"-{order.column}" if order.backwards else order.column


def _turned(column: str, order: tables.Order) -> str:
    """The order after the heading of a column was chosen: it, or it the other way round."""
    backwards = not order.backwards if column == order.column else column in COUNTED
    return _word(tables.Order(column=column, backwards=backwards))


def _rest(query: Query, said: Mapping[str, str]) -> dict[str, Any]:
    return {key: value for key, value in query.items() if key not in said}


def _names(picture: MapPicture, wanted: set[str]) -> dict[str, str]:
    """What organisations are called, by id; those not shown are left out."""
    nodes = picture.columns.nodes
    return {key: name for key, name in zip(nodes.ids, nodes.names, strict=True) if key in wanted}


def _ends(picture: MapPicture, names: Mapping[str, str]) -> dict[str, str]:
    """What stands in the fields for organisations: a name that is clear, else the id."""
    called = picture.columns.nodes.names
    return {
        field: name if name and called.count(name) == 1 else key
        for field, key in (("around", picture.view.around), ("path_to", picture.view.path_to))
        if key is not None
        for name in (names.get(key),)
    }

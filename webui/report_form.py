"""The form for a report: what may be chosen, and what was."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request
from werkzeug.datastructures import MultiDict

from matcher.errors import Refusal
from matcher.network.picture import MapPicture
from matcher.services.draw_map import draw_map
from matcher.services.measure_network import measures_at_hand
from matcher.services.show_gaps import show_gaps
from matcher.services.views import list_views
from matcher.wording.map_text import map_text
from matcher.wording.message import Message, message
from webui import here
from webui.documents import tables
from webui.documents.report import Part, Report, Table
from webui.maps.asked import asked
from webui.maps.hidden import without
from webui.maps.kept_views import open_view
from webui.maps.look import read_look
from webui.maps.sheet import sheet

AT_HAND = "at-hand"
"""The view of the address, where saved views have their ids."""
MOST_VIEWS = 12
LONGEST = {"title": 200, "audience": 200, "introduction": 5000}
PER_VIEW = ("text", "organisations", "ties")
OVERALL = ("measures", "gaps")
CONTENTS = (*PER_VIEW, *OVERALL)
"""What a report can hold besides the pictures."""
FORMS = ("pdf", "docx")


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What the form says; `views` are ids of saved views, or AT_HAND."""

    title: str = ""
    audience: str = ""
    introduction: str = ""
    views: tuple[str, ...] = ()
    contents: tuple[str, ...] = ("text", "organisations")
    form: str = "pdf"


def read(form: MultiDict[str, str]) -> Wanted:
    """The form that was sent, as it was written; `faults` says what is wrong with it."""
    return Wanted(
        title=form.get("title", "").strip(),
        audience=form.get("audience", "").strip(),
        introduction=form.get("introduction", "").strip(),
        views=tuple(dict.fromkeys(form.getlist("views"))),
        contents=tuple(each for each in CONTENTS if each in form.getlist("contents")),
        form=form.get("form", "pdf"),
    )


def faults(wanted: Wanted) -> dict[str, Message]:
    """What is wrong with a form, by field."""
    found = {}
    if not wanted.title:
        found["title"] = message("Write a title.")
    for name, most in LONGEST.items():
        if len(getattr(wanted, name)) > most:
            found[name] = message("Write at most {limit} characters.", limit=most)
    if not wanted.views and not set(wanted.contents) & set(OVERALL):
        found["views"] = message("Choose at least one view, or measures or gaps.")
    if len(wanted.views) > MOST_VIEWS:
        found["views"] = message("Choose at most {most} views.", most=MOST_VIEWS)
    known = {AT_HAND, *(line.id for line in list_views(here.installation(), here.actor()))}
    if not set(wanted.views) <= known:
        found["views"] = message("One of the views has been deleted. Choose again.")
    if wanted.form not in FORMS:
        found["form"] = message("Choose PDF or Word.")
    return found


def report(wanted: Wanted) -> Report:
    """The report that the form asks for."""
    return Report(
        title=wanted.title,
        audience=wanted.audience,
        introduction=wanted.introduction,
        parts=tuple(_part(view, wanted) for view in wanted.views),
        tables=_overall(wanted),
        as_of=here.today(),
        language=here.language(),
    )


def _part(view: str, wanted: Wanted) -> Part:
    if view == AT_HAND:
        picture, look, title, note = _at_hand(), read_look(request.args), None, ""
    else:
        opened = open_view(view)
        text = opened.kept.text
        picture, look = without(opened.picture, text.hidden), opened.look
        title, note = text.title, "\n".join(each for each in (*opened.kept.lost, text.note) if each)
    drawn = sheet(here.installation(), here.actor(), picture, look, here.language(), title=title)
    made: list[Table] = []
    if "organisations" in wanted.contents:
        made.append(tables.organisations(picture))
    if "ties" in wanted.contents:
        made.append(tables.ties(picture))
    said = map_text(picture) if "text" in wanted.contents else ()
    return Part(sheet=drawn, note=note, text=said, tables=tuple(made))


def _at_hand() -> MapPicture:
    return asked(request.args).picture


def _overall(wanted: Wanted) -> tuple[Table, ...]:
    made: list[Table] = []
    day = here.today()
    if "measures" in wanted.contents:
        known = measures_at_hand(here.installation(), here.actor(), as_of=day)
        if known is None:
            raise Refusal(
                "invalid",
                message("The measures are not computed for the network as it is now."),
                fields={
                    "contents": message(
                        "The measures are not computed yet. Open the page “Measures” first, or "
                        "leave them out."
                    )
                },
            )
        whole = draw_map(here.installation(), here.actor(), as_of=day).columns.nodes
        names = tuple(zip(whole.ids, whole.names, strict=True))
        made += tables.measures(known, names, here.language())
    if "gaps" in wanted.contents:
        made += tables.gaps(show_gaps(here.installation(), here.actor(), as_of=day))
    return tuple(made)

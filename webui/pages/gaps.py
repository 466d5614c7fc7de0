"""`/maps/gaps`: what is missing in the network, and the ties that would help."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services import shortlists
from matcher.services.access import may
from matcher.services.export_gaps import export_gaps
from matcher.services.gaps.rests import lines_about, too_little
from matcher.services.gaps.results import BROKERS, KINDS, Column, Heat, HeatCell, Key, Who
from matcher.services.gaps.sorting import in_order
from matcher.services.paging import pages_of
from matcher.services.show_gaps import show_gap_ties, show_gaps
from matcher.text import danish_key
from matcher.wording.labels import sector_label
from webui import gap_page, here
from webui.errors import field_errors, status_of
from webui.maps.tabs import tabs
from webui.paging import page_asked
from webui.reasons import reasons_of, scale_of
from webui.say import say

blueprint = Blueprint("gaps", __name__, url_prefix="/maps/gaps")

FIRST_ROWS = 5
"""Rows of each kind beside the others; a page of its own has them all."""

ROWS = 100
"""Rows of one page of a kind by itself."""

_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@blueprint.get("")
def show() -> str:
    """The summary and every kind of gap; with `table` in the address one kind, page by page."""
    found = show_gaps(here.installation(), here.actor(), gap_page.view(), as_of=here.today())
    only, sort = request.args.get("table", ""), request.args.get("sort", "")
    carried = gap_page.carried()
    page, pages = 1, 1
    if only:
        table = found.table(only)
        page, pages = pages_of(table.count, page_asked(), ROWS)
        lines = in_order(table, sort, here.language())[(page - 1) * ROWS : page * ROWS]
        sections = [(table, lines)]
    else:
        sections = [(table, table.lines(0, FIRST_ROWS)) for table in found.tables]
    of_all = {**carried, "table": only, **({"sort": sort} if sort else {})}
    return render_template(
        "gaps/show.html",
        found=found,
        only=only,
        sections=sections,
        sort=sort,
        sort_url=_sort_url(only, carried, sort) if pages > 1 else None,
        page=page,
        pages=pages,
        page_url=lambda number: url_for("gaps.show", **of_all, page=number),
        carried=carried,
        passed_over=set(carried) - set(gap_page.LOOKED_AT),
        conditions=gap_page.conditions(),
        rests=lines_about(found.rests),
        too_little=None if found.rests.enough else too_little(),
        brokers=BROKERS,
        address=gap_page.address,
        key_of=lambda kind, a, b: Key(kind=kind, a=a, b=b),
        is_who=lambda cell: isinstance(cell, Who),
        heat_rows=_by_name(found.heat),
        most_unmet=max((cell.unmet for row in found.heat.cells for cell in row), default=0),
        tabs=tabs(),
    )


@blueprint.get("/ties")
def ties() -> str:
    """One gap, and the ties that would help most."""
    return _ties({})


@blueprint.post("/ties")
def keep() -> ResponseReturnValue:
    """Put one end of a tie on a shortlist for the other; back to the gap."""
    asker, candidate = request.form.get("tie", "").partition(":")[::2]
    try:
        added = shortlists.add_candidate(
            here.installation(),
            here.actor(),
            candidate,
            request.form.get("shortlist") or _own(asker),
            as_of=here.today(),
        )
    except Refusal as refusal:
        if refusal.code != "invalid":
            raise
        wrong = field_errors(refusal) if "fields" in refusal.details else {}
        return _ties(wrong or {"shortlist": say(refusal.text)}), status_of(refusal)
    names = {"name": added.candidate[1], "title": added.shortlist[1]}
    if added.new:
        flash(_("%(name)s is on the shortlist “%(title)s” now.", **names), "success")
    else:
        flash(_("%(name)s was on the shortlist “%(title)s” already.", **names), "info")
    chosen = {"shortlist": kept} if (kept := request.form.get("shortlist")) else {}
    return redirect(gap_page.address("gaps.ties", gap_page.key(), **chosen), 303)


@blueprint.get("/on-map")
def on_map() -> ResponseReturnValue:
    """The map with those whom a gap is about marked, and the proposed ties drawn."""
    found = show_gap_ties(
        here.installation(),
        here.actor(),
        gap_page.key(),
        gap_page.view(),
        as_of=here.today(),
    )
    joins = [f"{tie.asker.id}:{tie.candidate.id}" for tie in found.ties]
    return redirect(url_for("maps.show", mark=list(found.marked), join=joins))


@blueprint.get("/gaps.<any(xlsx, csv):ending>")
def download(ending: str) -> ResponseReturnValue:
    """All tables as a workbook, or the one that `table` names as CSV."""
    table = request.args.get("table", KINDS[0]) if ending == "csv" else ""
    day = here.today()
    data = export_gaps(
        here.installation(),
        here.actor(),
        gap_page.view(),
        kind=table,
        language=here.language(),
        as_of=day,
    )
    name = "-".join(filter(None, (_("gaps"), table, day.isoformat())))
    return send_file(
        BytesIO(data),
        mimetype=_TYPES[ending],
        as_attachment=True,
        download_name=f"{name}.{ending}",
    )


def _sort_url(table: str, carried: dict[str, Any], sort: str) -> Callable[[Column], str]:
    """Gives the address that sorts all pages of a kind by a column, turned round the next time."""

    def address(column: Column) -> str:
        up, down = column.name, f"-{column.name}"
        first, other = (down, up) if column.sort == "number" else (up, down)
        by = other if sort == first else first
        return url_for("gaps.show", **{**carried, "table": table, "sort": by})

    return address


def _by_name(heat: Heat) -> list[tuple[str, str, tuple[HeatCell, ...]]]:
    """The rows of the picture (id, name, cells) as the reader's alphabet has their names."""
    rows = [
        (term, say(label), cells)
        for (term, label), cells in zip(heat.themes, heat.cells, strict=True)
    ]
    return sorted(rows, key=lambda row: danish_key(row[1]))


def _ties(errors: dict[str, str]) -> str:
    installation, actor = here.installation(), here.actor()
    gap = gap_page.key()
    found = show_gap_ties(installation, actor, gap, gap_page.view(), as_of=here.today())
    scale = scale_of(tie.why for tie in found.ties)
    carried = gap_page.carried()
    return render_template(
        "gaps/ties.html",
        found=found,
        shown=[(tie, reasons_of(tie.why, scale)) for tie in found.ties],
        lines=_lines(),
        chosen=request.values.get("shortlist", ""),
        errors=errors,
        named={"gap": gap.kind, "a": gap.a, "b": gap.b, **carried},
        map_url=gap_page.address("gaps.on_map", gap),
        back=url_for("gaps.show", **carried, _anchor=gap.kind),
        rests=lines_about(found.rests, brokers=gap.kind in BROKERS),
        unsure=gap.kind in BROKERS and not found.rests.enough,
        sector_label=sector_label,
    )


def _lines() -> tuple[Any, ...] | None:
    """The shortlists there are; None for those who may not keep anybody."""
    if not may(here.actor(), "save_shortlist"):
        return None
    return shortlists.list_shortlists(here.installation(), here.actor())


def _own(asker: str) -> str | shortlists.Heading:
    """The newest shortlist for an organisation, else the heading of a new one."""
    for line in shortlists.list_shortlists(here.installation(), here.actor()):
        if line.organisation and line.organisation[0] == asker:
            return line.id
    landscape = here.installation().landscape(here.today())
    name = landscape.names[landscape.index[asker]] if asker in landscape.index else ""
    title = say(shortlists.title_for(name))
    return shortlists.Heading(title=title, organisation=asker, organisation_id=asker)

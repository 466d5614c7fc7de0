"""`/maps/measures`: who is central, who stands alone, and how the network hangs together."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask import Blueprint, make_response, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.network.measures import BROKERS, FIGURES, MEASURES, WHY_NOT_ENOUGH
from matcher.services.export_measures import export_measures
from matcher.services.jobs.board import Standing
from matcher.services.measure_network import kept_measures, measuring_stands, request_measures
from matcher.services.show_measures import Order, show_measures
from matcher.wording.labels import sector_label
from matcher.wording.measures import coverage_sentence, sampling_sentence
from webui import here
from webui.maps.look.words import MEASURES as ON_THE_MAP
from webui.maps.tabs import tabs
from webui.paging import page_asked

blueprint = Blueprint("measures", __name__, url_prefix="/maps/measures")

_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@blueprint.get("")
def show() -> str:
    """The figures of the network, what they mean, and the table of organisations."""
    shown = show_measures(
        here.installation(), here.actor(), _order(), as_of=here.today(), page=page_asked()
    )
    current = shown is not None and shown.current
    return render_template(
        "measures/show.html",
        shown=shown,
        found=shown and shown.found,
        standing=None if current else _standing(),
        figures=FIGURES,
        measures=MEASURES,
        brokers=BROKERS,
        on_the_map=ON_THE_MAP,
        why_not_enough=WHY_NOT_ENOUGH,
        coverage_sentence=coverage_sentence,
        sampling_sentence=sampling_sentence,
        sector_label=sector_label,
        order_url=_order_url,
        page_url=lambda page: url_for("measures.show", **_asked(), page=page if page > 1 else None),
        download_url=lambda ending: url_for("measures.download", **_asked(), ending=ending),
        tabs=tabs(),
    )


@blueprint.post("")
def start() -> ResponseReturnValue:
    """Have them computed; the page then says how it goes, also if there is nowhere to wait."""
    try:
        request_measures(here.installation(), here.actor(), as_of=here.today())
    except Refusal as refusal:
        if refusal.code != "unavailable":
            raise
    return redirect(url_for("measures.show"), 303)


@blueprint.get("/status")
def status() -> ResponseReturnValue:
    """How the job stands; once there is something new to see, the page is loaded again."""
    standing = _standing()
    answer = make_response(render_template("measures/_standing.html", standing=standing))
    kept = kept_measures(here.installation(), here.actor(), as_of=here.today())
    pending = isinstance(standing, Standing) and standing.pending
    if kept is not None or not pending:
        answer.headers["HX-Refresh"] = "true"
    return answer


@blueprint.get("/measures.<any(xlsx, csv):ending>")
def download(ending: str) -> ResponseReturnValue:
    """All organisations and their measures as a spreadsheet."""
    day = here.today()
    data = export_measures(
        here.installation(),
        here.actor(),
        ending,
        _order(),
        as_of=day,
        language=here.language(),
    )
    return send_file(
        BytesIO(data),
        mimetype=_TYPES[ending],
        as_attachment=True,
        download_name=f"{_('measures')}-{day.isoformat()}.{ending}",
    )


def _standing() -> Standing | Refusal:
    """How the job stands, or why there can be none."""
    try:
        return measuring_stands(here.installation(), here.actor())
    except Refusal as refusal:
        if refusal.code != "unavailable":
            raise
        return refusal


def _asked() -> dict[str, Any]:
    return {key: request.args[key] for key in ("by", "order") if request.args.get(key)}


def _order() -> Order:
    asked = _asked()
    return Order(by=asked.get("by"), ascending=asked.get("order") == "up")


def _order_url(name: str, descending_now: bool) -> str:
    """The address of the table by a measure; by the one that it is by, the other way round."""
    return url_for("measures.show", by=name, order="up" if descending_now else None) + "#table"

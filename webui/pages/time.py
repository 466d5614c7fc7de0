"""`/maps/time`: the network year by year, and two years side by side."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from matcher.errors import Refusal
from matcher.landscape import SECTORS
from matcher.network import objects
from matcher.network.over_time.timeline import Year
from matcher.network.picture import MapTie
from matcher.services.access import may
from matcher.services.show_time import OverTime, show_time
from matcher.wording.labels import sector_label
from matcher.wording.message import message
from webui import gap_page, here
from webui.maps.asked import asked_for
from webui.maps.curves import Curve, curve
from webui.maps.tabs import tabs
from webui.say import number
from webui.time_words import MEASURES, told

blueprint = Blueprint("time", __name__, url_prefix="/maps/time")

_LONGEST_NUMBER = 4


@blueprint.get("")
def show() -> str:
    """Slider and map, what differs between two years, and curves with their table."""
    asked = asked_for()
    found = show_time(
        here.installation(),
        here.actor(),
        asked.picture.view,
        years=(_year("earlier"), _year("later")),
        as_of=here.today(),
    )
    carried: dict[str, Any] = dict(asked.conditions)
    return render_template(
        "time/show.html",
        found=found,
        counts=found.picture.counts,
        years=found.timeline.years,
        said=[_said(year) for year in found.timeline.years],
        curves=_curves(found),
        measures=MEASURES,
        sectors=_sectors(found),
        sector_label=sector_label,
        told=told,
        names=_names(found),
        conditions=gap_page.conditions(),
        carried=carried,
        data_url=url_for("maps.data", **carried),
        gexf_url=url_for("maps.download", ending="times.gexf", **carried),
        open_organisation=may(here.actor(), "show_organisation"),
        tabs=tabs(),
    )


def _year(key: str) -> int | None:
    text = request.args.get(key, "")
    if not text:
        return None
    if not text.isdecimal() or len(text) > _LONGEST_NUMBER:
        raise Refusal("invalid", message("“{word}” is not a number.", word=text))
    return int(text)


def _said(year: Year) -> str:
    """What the slider says of a year."""
    return _(
        "%(year)s: %(organisations)s, %(ties)s. "
        "%(joined)s joined, %(began)s began, %(ended)s ended.",
        year=year.year,
        organisations=ngettext(
            "%(num)s organisation with ties", "%(num)s organisations with ties", year.organisations
        ),
        ties=ngettext("%(num)s tie", "%(num)s ties", year.ties),
        joined=ngettext("%(num)s organisation", "%(num)s organisations", year.joined),
        began=ngettext("%(num)s tie", "%(num)s ties", year.began),
        ended=ngettext("%(num)s tie", "%(num)s ties", year.ended),
    )


def _curves(found: OverTime) -> list[dict[str, Any]]:
    """A curve of each measure that any year has a value of, with its text."""
    years = found.timeline.years
    drawn = []
    for measure in MEASURES:
        line = curve([year.year for year in years], [getattr(year, measure.key) for year in years])
        if line is None:
            continue
        drawn.append({"measure": measure, "line": line, "text": _in_words(measure.digits, line)})
    return drawn


def _in_words(digits: int, line: Curve) -> str:
    return _(
        "%(first)s in %(from_year)s, %(last)s in %(to_year)s; highest %(high)s in %(high_year)s, "
        "lowest %(low)s in %(low_year)s.",
        first=number(line.first[1], digits),
        from_year=line.first[0],
        last=number(line.last[1], digits),
        to_year=line.last[0],
        high=number(line.high[1], digits),
        high_year=line.high[0],
        low=number(line.low[1], digits),
        low_year=line.low[0],
    )


def _sectors(found: OverTime) -> list[str | None]:
    """The sectors that are shown, the one that is not known last."""
    there = {int(code) for code in found.picture.columns.nodes.sector}
    return [
        *(word for code, word in enumerate(SECTORS) if code in there),
        *([None] if -1 in there else []),
    ]


def _names(found: OverTime) -> dict[str, str]:
    """The names of the ends of the ties that are listed."""
    if found.differences is None:
        return {}
    ties: tuple[MapTie, ...] = (*found.differences.began.ties, *found.differences.ended.ties)
    wanted = {end for tie in ties for end in (tie.a, tie.b)}
    nodes = found.picture.columns.nodes
    places = [place for place, key in enumerate(nodes.ids) if key in wanted]
    return {node.id: node.name for node in objects.nodes(nodes, places)}

"""`/organisations/<id>/partners`: who could work with an organisation, and why."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal
from flask import Blueprint, render_template, request, url_for

from matcher.services.profile_gaps import GAPS
from matcher.services.shortlists import title_for
from matcher.services.show_partners import Partners, show_partners
from matcher.wording.labels import sector_label
from matcher.wording.message import listed
from webui import here
from webui.keeping import keeping
from webui.list_settings import choices, settings
from webui.reasons import reasons_of, scale_of
from webui.say import say

blueprint = Blueprint("suggestions", __name__, url_prefix="/organisations/<organisation_id>")

_ON_ITS_PAGE = 5


@blueprint.app_template_filter("points")
def points(value: Decimal | float) -> str:
    """Points with two decimals, as the language writes them."""
    return format_decimal(value, "#,##0.00", locale=here.language())


@blueprint.get("/partners")
def show(organisation_id: str) -> str:
    """The list of suggestions, each with its reasons and a button that keeps it."""
    return page(organisation_id, {})


@blueprint.get("/partners/top")
def top(organisation_id: str) -> str:
    """The best few, as a part of the organisation's page."""
    found = _found(organisation_id, top=_ON_ITS_PAGE)
    return render_template("suggestions/top.html", **_shown(found))


def page(organisation_id: str, errors: Mapping[str, str]) -> str:
    """The page, with what is wrong with the form that keeps a candidate."""
    wanted = settings(request.values)
    found = _found(organisation_id, **wanted.options)
    address = url_for("suggestions.show", organisation_id=found.id, **wanted.address)  # type: ignore[arg-type]
    return render_template(
        "suggestions/show.html",
        settings=wanted,
        choices=choices(),
        back=address.removeprefix(request.script_root),
        keep=keeping(found.id, say(title_for(found.name)), errors),
        **_shown(found),
    )


def _found(organisation_id: str, **options: Any) -> Partners:
    return show_partners(
        here.installation(), here.actor(), organisation_id, as_of=here.today(), **options
    )


def _shown(found: Partners) -> dict[str, object]:
    scale = scale_of(each.why for each in found.partners)
    shown = [(each, reasons_of(each.why, scale)) for each in found.partners]
    return {
        "found": found,
        "gaps": say(listed([GAPS[part] for part in found.gaps])),
        "shown": shown,
        "best": [each for each in shown if each[0].group == "best"],
        "also": [each for each in shown if each[0].group != "best"],
        "sector_label": sector_label,
    }

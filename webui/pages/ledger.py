"""`/ledger`: from suggestion to what is alive a year after the grant, and its files."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask import Blueprint, render_template, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from matcher.errors import Refusal
from matcher.services.ledger import LedgerAsked, export_ledger, show_ledger
from matcher.services.ledger.naming import period_name
from matcher.wording.labels import SECTORS
from matcher.wording.ledger import (
    KEY_LABELS,
    MEANINGS,
    STAGE_LABELS,
    TABLE_LABELS,
    UNDER_COUNTS,
    days_short,
    days_words,
    judged_words,
    not_known_words,
    reason_label,
)
from webui import here
from webui.documents.ledger_pdf import ledger_pdf
from webui.errors import field_errors, status_of
from webui.paging import asked_for
from webui.say import say

blueprint = Blueprint("ledger", __name__, url_prefix="/ledger")

_FIELDS = ("period", "since", "until", "theme", "sector", "district")
_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "pdf": "application/pdf",
}


@blueprint.get("")
def show() -> ResponseReturnValue:
    """The stages, who declined why, and the tables; days that are none are said beside them."""
    asked = asked_for(*_FIELDS)
    try:
        return _page(asked, {})
    except Refusal as refusal:
        if refusal.code != "invalid" or "fields" not in refusal.details:
            raise
        page = _page({**asked, "since": "", "until": ""}, field_errors(refusal), shown=asked)
        return page, status_of(refusal)


@blueprint.get("/ledger.<any(xlsx, csv, pdf):ending>")
def download(ending: str) -> ResponseReturnValue:
    """The workbook, its first table as CSV, or the report for the funder."""
    asked, day, language = LedgerAsked(**asked_for(*_FIELDS)), here.today(), here.language()
    if ending == "pdf":
        found = show_ledger(here.installation(), here.actor(), asked, as_of=day, language=language)
        data = ledger_pdf(found, language)
    else:
        data = export_ledger(
            here.installation(), here.actor(), ending, asked, as_of=day, language=language
        )
    return send_file(
        BytesIO(data),
        mimetype=_TYPES[ending],
        as_attachment=True,
        download_name=f"{_('ledger')}-{day.isoformat()}.{ending}",
    )


def _page(
    asked: dict[str, str], errors: dict[str, str], *, shown: dict[str, str] | None = None
) -> str:
    found = show_ledger(
        here.installation(),
        here.actor(),
        LedgerAsked(**asked),
        as_of=here.today(),
        language=here.language(),
    )
    said: dict[str, Any] = {name: text for name, text in asked.items() if text}
    return render_template(
        "ledger/show.html",
        found=found,
        asked=shown or asked,
        errors=errors,
        options=_options(found.quarters, found.themes, found.districts),
        narrowed=lambda by, key: url_for("ledger.show", **{**said, by: key}),
        file_url=lambda ending: url_for("ledger.download", ending=ending, **said),
        stage_labels=STAGE_LABELS,
        table_labels=TABLE_LABELS,
        key_labels=KEY_LABELS,
        meanings=MEANINGS,
        under_counts=UNDER_COUNTS,
        days_short=days_short,
        days_words=days_words,
        judged_words=judged_words,
        not_known_words=not_known_words,
        reason_label=reason_label,
    )


def _options(
    quarters: tuple[str, ...], themes: tuple[tuple[str, object], ...], districts: tuple[str, ...]
) -> dict[str, list[tuple[str, str]]]:
    years = sorted({each.partition("-")[0] for each in quarters}, reverse=True)
    periods = [
        name
        for year in years
        for name in (year, *(each for each in quarters if each.startswith(year)))
    ]
    return {
        "period": [
            ("", _("All, or own dates")),
            *((name, say(period_name(name))) for name in periods),
        ],
        "theme": [("", _("All themes")), *((key, say(words)) for key, words in themes)],  # type: ignore[arg-type]  # Words
        "sector": [("", _("All sectors")), *((key, say(label)) for key, label in SECTORS.items())],
        "district": [("", _("All areas")), *((name, name) for name in districts)],
    }

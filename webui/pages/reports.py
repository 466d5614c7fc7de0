"""`/maps/report`: chosen views, tables and text as a document for a meeting."""

from __future__ import annotations

from flask import Blueprint, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext

from matcher.errors import Refusal
from matcher.services.views import list_views
from matcher.wording.message import message
from webui import here, report_form
from webui.documents.report_docx import report_docx
from webui.documents.report_pdf import report_pdf
from webui.errors import field_errors
from webui.maps.asked import asked_for
from webui.maps.tabs import tabs

blueprint = Blueprint("reports", __name__, url_prefix="/maps/report")

_FORMS = {
    "pdf": (report_pdf, "application/pdf"),
    "docx": (
        report_docx,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
}
_CONTENTS = {
    "text": lazy_gettext("What each map shows, in words"),
    "organisations": lazy_gettext("The organisations of each map, as a table"),
    "ties": lazy_gettext("Who works with whom on each map, as a table"),
    "measures": lazy_gettext("The network in figures, and who has most partners"),
    "gaps": lazy_gettext("What is missing: gaps of the whole network"),
}


@blueprint.get("")
def show() -> ResponseReturnValue:
    """The form; the view at hand is chosen, under a title that it can keep."""
    at_hand = (report_form.AT_HAND,) if asked_for().picture.nodes else ()
    wanted = report_form.Wanted(title=_("Our network"), views=at_hand)
    return _form(wanted, {})


@blueprint.post("")
def make() -> ResponseReturnValue:
    """The report as a file, or the form again with what to change."""
    wanted = report_form.read(request.form)
    try:
        faults = report_form.faults(wanted)
        if faults:
            raise Refusal("invalid", message("Something is missing or wrong."), fields=faults)
        made = report_form.report(wanted)
    except Refusal as refusal:
        if refusal.code != "invalid":
            raise
        return _form(wanted, field_errors(refusal)), 422
    write, media_type = _FORMS[wanted.form]
    answer = make_response(write(made))
    answer.headers["Content-Type"] = media_type
    name = f"{_('report')}-{made.as_of.isoformat()}.{wanted.form}"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _form(wanted: report_form.Wanted, errors: dict[str, str]) -> str:
    picture = asked_for().picture
    saved = list_views(here.installation(), here.actor())
    here_and_saved = [(report_form.AT_HAND, _at_hand())] if picture.nodes else []
    return render_template(
        "reports/show.html",
        wanted=wanted,
        errors=errors,
        views=[*here_and_saved, *((line.id, line.title) for line in saved)],
        contents=list(_CONTENTS.items()),
        action=url_for("reports.make", **request.args.to_dict(flat=False)),  # type: ignore[arg-type]
        empty_network=not picture.counts.all_organisations,
        tabs=tabs(),
    )


def _at_hand() -> str:
    return _("The map as it is chosen now") if request.args else _("The whole map")

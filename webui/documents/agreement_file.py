"""An agreement as a file to take along."""

from __future__ import annotations

from flask import Response, make_response
from flask_babel import gettext as _

from matcher.partnership.written import Written
from matcher.text import fold
from webui.documents.agreement_docx import agreement_docx
from webui.documents.agreement_pdf import agreement_pdf

_FORMS = {
    "pdf": (agreement_pdf, "application/pdf"),
    "docx": (
        agreement_docx,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
}


def agreement_file(written: Written, form: str) -> Response:
    """The agreement as "pdf" or "docx", called by its title and version."""
    write, media_type = _FORMS[form]
    answer = make_response(write(written))
    answer.headers["Content-Type"] = media_type
    title = "-".join(fold(written.title).split())[:60] or _("agreement")
    version = _("draft") if written.number is None else f"v{written.number}"
    name = f"{title}-{version}.{form}"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer

"""Reading lists: send files, see what would come of them, then let it happen."""

from __future__ import annotations

import csv
import io
from typing import Any

from flask import (
    Blueprint,
    Response,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from werkzeug.datastructures import FileStorage

from matcher.errors import Refusal
from matcher.exchange.cells import neutralised
from matcher.exchange.mapping import read_mapping
from matcher.services.importing import import_files
from matcher.wording.say import LANGUAGES
from webui import here
from webui.errors import status_of
from webui.say import say
from webui.uploads import Upload, Uploads

blueprint = Blueprint("imports", __name__, url_prefix="/import")

RECORDS = (
    ("organisations", lazy_gettext("Organisations")),
    ("capacities", lazy_gettext("Offers and needs")),
    ("collaborations", lazy_gettext("Collaborations")),
    ("participants", lazy_gettext("Participants")),
    ("ties", lazy_gettext("Reported ties")),
)
"""What a report counts, in the order shown."""

MOST_FILES = 20
SHOWN = 200
"""How many rejected rows the page lists; the file that can be downloaded has all."""


@blueprint.get("")
def show() -> ResponseReturnValue:
    """The form that takes files."""
    return _form({})


@blueprint.post("")
def check() -> ResponseReturnValue:
    """Read the files without keeping anything, and go to the report."""
    files = _sent("files")
    mapping = _sent("mapping")
    source = request.form.get("source", "").strip()
    fault = _fault(files, mapping, source)
    if fault is not None:
        return _form(fault, source), 422
    uploads = _uploads()
    upload = uploads.keep(files, mapping[0] if mapping else None, source)
    try:
        uploads.keep_report(upload, _run(upload, dry_run=True))
    except Refusal as refusal:
        uploads.forget(upload)
        return _form({"files": _whole(refusal)}, source), status_of(refusal)
    return redirect(url_for("imports.report", upload_id=upload.id), 303)


@blueprint.get("/<upload_id>")
def report(upload_id: str) -> ResponseReturnValue:
    """What the import would do, or did."""
    upload = _uploads().find(upload_id)
    return _report(upload, here.language())


@blueprint.post("/<upload_id>")
def run(upload_id: str) -> ResponseReturnValue:
    """Import the files that were checked; all in one go."""
    uploads = _uploads()
    upload = uploads.find(upload_id)
    if upload.files is None:  # the button was pressed twice
        return redirect(url_for("imports.report", upload_id=upload_id), 303)
    taken = uploads.take(upload)
    try:
        done = _run(taken, dry_run=False)
    except BaseException:
        uploads.put_back(taken)
        raise
    uploads.keep_report(upload, done)
    uploads.forget_files(upload)
    flash(_("The files have been imported."), "success")
    return redirect(url_for("imports.report", upload_id=upload_id), 303)


@blueprint.post("/<upload_id>/discard")
def discard(upload_id: str) -> ResponseReturnValue:
    """Throw the files away and begin again."""
    uploads = _uploads()
    uploads.forget(uploads.find(upload_id))
    return redirect(url_for("imports.show"), 303)


@blueprint.get("/<upload_id>/rejected.csv")
def rejected(upload_id: str) -> ResponseReturnValue:
    """The rows that were rejected, for a spreadsheet."""
    upload = _uploads().find(upload_id)
    rows = (upload.report or {}).get(here.language(), {}).get("rejected", [])
    text = io.StringIO()
    # What spreadsheets expect where the decimal sign is a comma, and where it is a point.
    writer = csv.writer(text, delimiter=";" if here.language() == "da" else ",")
    writer.writerow([_("File"), _("Row"), _("Column"), _("Value"), _("What is wrong")])
    for row in rows:
        cells = (row[name] for name in ("file", "row", "column", "value", "reason"))
        writer.writerow(["" if c is None else neutralised(str(c)) for c in cells])
    return Response(
        text.getvalue().encode("utf-8-sig"),
        mimetype="text/csv",
        headers={"Content-Disposition": "attachment; filename=rejected.csv"},
    )


def _run(upload: Upload, *, dry_run: bool) -> dict[str, Any]:
    mapping = None
    if upload.mapping_path is not None:
        mapping = read_mapping(upload.mapping_path.read_bytes(), upload.mapping or "")
    done = import_files(
        here.installation(), here.actor(), upload.sources, mapping=mapping, dry_run=dry_run
    )
    return {language: done.as_json(language) for language in LANGUAGES}


def _uploads() -> Uploads:
    return Uploads(here.installation(), here.actor().id or "")


def _sent(name: str) -> list[FileStorage]:
    # A file field that was left empty sends one file without a name.
    return [file for file in request.files.getlist(name) if file.filename]


def _fault(
    files: list[FileStorage], mapping: list[FileStorage], source: str
) -> dict[str, str] | None:
    if not files:
        return {"files": _("Choose at least one file.")}
    if len(files) > MOST_FILES:
        return {"files": _("Choose at most %(n)s files.", n=MOST_FILES)}
    if mapping and not (mapping[0].filename or "").lower().endswith(".toml"):
        return {"mapping": _("A mapping is a TOML file.")}
    if len(source) > 100:
        return {"source": _("Use at most 100 characters.")}
    return None


def _whole(refusal: Refusal) -> str:
    return f"{say(refusal.text)} {say(refusal.hint)}".strip()


def _form(errors: dict[str, str], source: str = "") -> str:
    megabytes = here.installation().settings.upload_megabytes
    return render_template("imports/show.html", errors=errors, source=source, megabytes=megabytes)


def _report(upload: Upload, language: str) -> str:
    if upload.report is None:  # the check was cut short, so there is nothing to show
        return _form({"files": _("Choose the files again.")})
    answer = upload.report[language]
    totals = {done: sum(answer[done].values()) for done in ("created", "updated", "unchanged")}
    return render_template(
        "imports/report.html",
        upload=upload,
        report=answer,
        records=RECORDS,
        totals=totals,
        shown=answer["rejected"][:SHOWN],
    )

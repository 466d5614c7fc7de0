"""The whole network, to take along: as a workbook, or as CSV files in an archive."""

from __future__ import annotations

import io
import zipfile

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from matcher.exchange.write import ORDER, csv_file
from matcher.services.export_network import network_tables, network_workbook
from webui import here

blueprint = Blueprint("export", __name__, url_prefix="/export")

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@blueprint.get("")
def show() -> ResponseReturnValue:
    """What can be taken out, and what is in it."""
    return render_template("export/show.html")


@blueprint.get("/samspil.xlsx")
def workbook() -> ResponseReturnValue:
    """One workbook with a sheet for each table."""
    return _download(network_workbook(here.installation(), here.actor()), "xlsx", _XLSX)


@blueprint.get("/samspil.zip")
def archive() -> ResponseReturnValue:
    """An archive with a CSV file for each table."""
    tables = network_tables(here.installation(), here.actor())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        for name in ORDER:
            files.writestr(f"{name}.csv", csv_file(name, tables[name]))
    return _download(packed.getvalue(), "zip", "application/zip")


def _download(content: bytes, ending: str, mimetype: str) -> Response:
    name = f"samspil-{here.today().isoformat()}.{ending}"
    headers = {"Content-Disposition": f"attachment; filename={name}"}
    return Response(content, mimetype=mimetype, headers=headers)

"""Files in folders, and imports of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from matcher.exchange.source import Source
from matcher.services.importing import ImportReport, import_files
from matcher.services.installation import Installation
from matcher.store import documents, importing
from tests.factories import EDITOR

ZEROS = dict.fromkeys(("organisations", "collaborations", "participants", "ties", "capacities"), 0)


def make_file(text: str, name: str = "list.csv", folder: str | None = None) -> Source:
    """A file that came over the web, or in a folder of that name."""
    return Source(name=name, data=text.encode(), folder=Path(folder) if folder else None)


def make_csv(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> str:
    """The text of a file with these rows."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def take(installation: Installation, *files: Source | Path | str, **options: Any) -> ImportReport:
    """Import files; a text is a file called list.csv."""
    given = [make_file(file) if isinstance(file, str) else file for file in files]
    return import_files(installation, EDITOR, given, **options)


def counts(done: Mapping[str, int]) -> dict[str, int]:
    """Only what is not nothing."""
    return {name: number for name, number in done.items() if number}


def faults(report: ImportReport) -> list[tuple[int, str | None, str | None, str]]:
    """(row, column, value, reason in English) of each rejected row."""
    return [
        (bad["row"], bad["column"], bad["value"], bad["reason"])
        for bad in report.as_json("en")["rejected"]
    ]


def organisations(installation: Installation) -> dict[str, dict[str, Any]]:
    """The organisations' documents by name; names are told apart by their ids where equal."""
    with installation.reading() as session:
        found = documents.read(session, "organisation")
    return {document["name"]: {"id": key, **document} for key, document in found.items()}


def everything(installation: Installation) -> dict[str, Any]:
    """All records, and what sources call them."""
    with installation.reading() as session:
        return {
            **{
                record: documents.read(session, record)
                for record in ("organisation", "collaboration", "tie")
            },
            "identities": {
                record: importing.identities(session, record)
                for record in ("organisation", "collaboration")
            },
            "terms": importing.term_words(session),
        }


def sources(installation: Installation) -> dict[tuple[str, str], str]:
    """What each source calls which organisation, by name."""
    found = everything(installation)
    return {
        identity: found["organisation"][key]["name"]
        for identity, key in found["identities"]["organisation"].items()
    }

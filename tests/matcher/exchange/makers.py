"""Small builders of files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import openpyxl

from matcher.exchange.limits import Limits
from matcher.exchange.mapping import HeadingMap
from matcher.exchange.read import Reading, read
from matcher.exchange.source import Source
from matcher.wording.say import say


def make_source(data: bytes | str, name: str = "list.csv", folder: Path | None = None) -> Source:
    """A file that came over the web."""
    raw = data.encode() if isinstance(data, str) else data
    return Source(name=name, data=raw, folder=folder)


def make_workbook(sheets: Mapping[str, Iterable[Sequence[object]]]) -> bytes:
    """The bytes of a workbook with these rows on each sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def make_zip(parts: Mapping[str, bytes]) -> bytes:
    """The bytes of a packed file with these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return stream.getvalue()


def make_reading(
    data: bytes | str, name: str = "list.csv", mapping: HeadingMap | None = None
) -> Reading:
    """What is read of one file."""
    return read([make_source(data, name)], mapping, Limits())


def faults(reading: Reading) -> list[tuple[int, str | None, str | None, str]]:
    """(row, column, value, reason in English) of each rejected row."""
    return [(r.row, r.column, r.value, say(r.reason, "en")) for r in reading.rejected]

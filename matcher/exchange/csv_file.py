"""Text files with separated columns, read as a stream."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from typing import TextIO

from matcher.errors import Refusal
from matcher.exchange.encoding import encoding_of
from matcher.exchange.sheet import Cell, Sheet, has_content
from matcher.exchange.source import Source
from matcher.wording.message import message

# The last one of equals is taken: where nothing is separated, commas are part of the text.
_SEPARATORS = (",", ";", "\t")


def read_csv(source: Source, known: Callable[[Sequence[str]], int]) -> Sheet:
    """The table of a text file.

    The separator is the one by which most headings are known (`known` counts them), then the one
    that gives most columns. Refusal (unreadable) where `encoding_of` refuses, and for a file
    without content.
    """
    with source.open() as stream:
        encoding = encoding_of(stream, source.name)
    separator = _separator(source, encoding, known)
    rows = _rows(source, encoding, separator)
    _, headings = next(rows, (0, ()))
    if not headings:
        raise Refusal("unreadable", message("{file} is empty.", file=source.name))
    return Sheet(
        file=source.name,
        label=source.name,
        headings=tuple(str(heading).strip() for heading in headings),
        rows=rows,
        strict=True,
    )


def _separator(source: Source, encoding: str, known: Callable[[Sequence[str]], int]) -> str:
    best, chosen = (-1, -1), ","
    for separator in _SEPARATORS:
        _, cells = next(_rows(source, encoding, separator), (0, ()))
        headings = [str(cell) for cell in cells]
        fit = (known(headings), len(headings))
        if fit >= best:
            best, chosen = fit, separator
    return chosen


def _rows(source: Source, encoding: str, separator: str) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    number = 0
    with source.open() as stream, io.TextIOWrapper(stream, encoding, newline="") as text:
        lines = _Lines(text)
        try:
            for number, cells in enumerate(csv.reader(lines, delimiter=separator), start=1):
                lines.complete = True
                if has_content(tuple(cells)):
                    yield number, tuple(cells)
            _require_closed(lines.taken, separator)
        except csv.Error as error:
            raise _unclosed(source.name, max(number, 1)) from error
        except UnicodeError as error:
            raise Refusal(
                "unreadable", message("{file} is not the text it says it is.", file=source.name)
            ) from error


class _Lines:
    """The lines of a text, and which of them the row at hand was made of.

    A first line such as `sep=;` is left out: Excel writes it and does not count it.
    """

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self.taken: list[str] = []
        self.complete = False

    def __iter__(self) -> Iterator[str]:
        for at, line in enumerate(self._text):
            if at == 0 and line.startswith("sep=") and len(line.strip()) <= len("sep=;"):
                continue
            if self.complete:
                self.taken, self.complete = [], False
            self.taken.append(line)
            yield line


def _require_closed(lines: list[str], separator: str) -> None:
    """csv.Error if the last row ends inside quotation marks; other oddities are let pass."""
    try:
        list(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error as error:
        if "end of data" in str(error):
            raise


def _unclosed(name: str, row: int) -> Refusal:
    return Refusal(
        "unreadable",
        message("{file} cannot be read from row {row} on.", file=name, row=row),
        message("A quotation mark is opened there and never closed."),
    )
